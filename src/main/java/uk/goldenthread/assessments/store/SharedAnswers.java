package uk.goldenthread.assessments.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.kernel.Reference;

/// The answers of an ICB that came to it with a return shared with it. Called inside a unit of work.
@Component
public class SharedAnswers {
    private static final String ANY =
            "select exists (select from shared_copy where icb = :icb and sharing is not null)";
    private static final String SHARED = """
            select w.id, w.code, c.sharing, c.handed_in_at
            from shared_copy c
            join answer w on w.assessment = c.assessment and w.icb = c.icb
            where c.icb = :icb and c.sharing is not null and %s = any(:ids)
            order by w.id
            """;

    // Two statements, for no index serves both questions at once.
    private static final String AMONG = SHARED.formatted("w.id");
    private static final String UNDER = SHARED.formatted("c.sharing");

    private final JdbcClient jdbc;

    SharedAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An answer of the ICB that a return was shared with.
    ///
    /// @param handedIn when what was shared was handed in where it came from
    public record SharedAnswer(long answer, String code, long sharing, Instant handedIn) {
        /// The agreement that it stands under.
        public Reference under() {
            return Reference.of(SharingStore.REFERENCE, sharing);
        }
    }

    /// Whether anything was shared with an ICB.
    public boolean any(int icb) {
        return jdbc.sql(ANY)
                .param("icb", icb)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /// Those of these answers of an ICB that stand in what was shared with it.
    public List<SharedAnswer> among(int icb, Collection<Long> answers) {
        return shared(AMONG, icb, answers);
    }

    /// The answers of an ICB that stand under these agreements.
    public List<SharedAnswer> under(int icb, Collection<Long> sharings) {
        return shared(UNDER, icb, sharings);
    }

    private List<SharedAnswer> shared(String sql, int icb, Collection<Long> ids) {
        return jdbc.sql(sql)
                .param("icb", icb)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> new SharedAnswer(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getLong("sharing"),
                        row.getTimestamp("handed_in_at").toInstant()))
                .list();
    }
}
