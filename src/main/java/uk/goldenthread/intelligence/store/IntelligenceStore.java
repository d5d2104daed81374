package uk.goldenthread.intelligence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.database.Conditions;
import uk.goldenthread.intelligence.Heard;
import uk.goldenthread.intelligence.HeardSource;

/// SQL of soft intelligence. Called inside a unit of work.
@Repository
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
public class IntelligenceStore {
    // people's names have no history: the past is shown with the names of today
    private static final String LIST = """
            select i.id, i.organisation, o.code, o.name, i.source, i.theme, i.words, i.heard_on, i.praises, a.name as by_name, i.closed_on, i.closed_why
            from intelligence i
            join pub_organisation o on o.id = i.organisation
            join app.pub_account a on a.id = i.recorded_by
            where %s
            order by i.heard_on desc, i.id desc
            limit :limit
            """;
    private static final String ADD = """
            insert into intelligence (icb, organisation, source, theme, words, heard_on, praises, recorded_by, recorded_at)
            values (:icb, :organisation, :source, :theme, :words, :on, :praises, :by, :at)
            returning id
            """;
    private static final String CLOSE = """
            update intelligence
            set closed_on = :on, closed_by = :by, closed_why = :why, version = version + 1
            where icb = :icb and id = :id and closed_on is null
            """;

    private final JdbcClient jdbc;

    IntelligenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those that meet the conditions on `i` and `o`, the newest first.
    public List<Heard> list(Conditions conditions, int limit) {
        return jdbc.sql(LIST.formatted(conditions.sql()))
                .params(conditions.values())
                .param("limit", limit)
                .query(IntelligenceStore::heard)
                .list();
    }

    /// One of them.
    public Optional<Heard> find(int icb, long id) {
        return list(Conditions.of("i.icb = :icb", "icb", icb).and("i.id = :id", "id", id), 1).stream()
                .findFirst();
    }

    private static Heard heard(ResultSet row, int number) throws SQLException {
        return new Heard(
                row.getLong("id"),
                row.getInt("organisation"),
                row.getString("code"),
                row.getString("name"),
                HeardSource.valueOf(row.getString("source")),
                row.getString("theme"),
                row.getString("words"),
                row.getObject("heard_on", LocalDate.class),
                row.getBoolean("praises"),
                row.getString("by_name"),
                row.getObject("closed_on", LocalDate.class),
                row.getString("closed_why"));
    }

    /// What is written down.
    public record Remark(
            int organisation, HeardSource source, String theme, String words, LocalDate on, boolean praises) {}

    /// Who writes, and when.
    public record By(int icb, int account, Instant at) {}

    /// Writes one down.
    ///
    /// @return its number
    public long add(By by, Remark remark) {
        return jdbc.sql(ADD)
                .param("icb", by.icb())
                .param("organisation", remark.organisation())
                .param("source", remark.source().name())
                .param("theme", remark.theme())
                .param("words", remark.words())
                .param("on", remark.on())
                .param("praises", remark.praises())
                .param("by", by.account())
                .param("at", Timestamp.from(by.at()))
                .query((row, _) -> row.getLong("id"))
                .single();
    }

    /// Lets one count no more.
    ///
    /// @return 0 when it counted no more already
    public int close(By by, long id, LocalDate on, String why) {
        return jdbc.sql(CLOSE)
                .param("icb", by.icb())
                .param("id", id)
                .param("on", on)
                .param("by", by.account())
                .param("why", why)
                .update();
    }
}
