package uk.goldenthread.assessments.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.Part;

/// Parts of an assessment given to colleagues. Called inside a unit of work.
@Component
public class PartStore {
    private static final String OF_ASSESSMENT = """
            select id, account, standards, due_on, given_by, state, version
            from assessment_part
            where assessment = :id and icb = :icb
            order by id
            """;
    private static final String GIVE = """
            insert into assessment_part (assessment, icb, organisation, account, standards, due_on, given_by, given_at)
            values (:id, :icb, :organisation, :account, :standards, :due, :by, :at)
            returning id
            """;
    private static final String MOVE = """
            update assessment_part
            set state = :state, done_at = coalesce(done_at, :at), version = version + 1
            where id = :part and assessment = :id and icb = :icb and version = :version
            """;

    private final JdbcClient jdbc;

    public PartStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The parts of an assessment, the oldest first.
    public List<Part> of(AssessmentHeader header) {
        return jdbc.sql(OF_ASSESSMENT)
                .param("id", header.id())
                .param("icb", header.icb())
                .query(PartStore::part)
                .list();
    }

    /// Gives a part.
    public long give(AssessmentHeader header, int account, Set<String> standards, LocalDate due, int by, Instant at) {
        return jdbc.sql(GIVE)
                .param("id", header.id())
                .param("icb", header.icb())
                .param("organisation", header.organisation())
                .param("account", account)
                .param("standards", standards.stream().sorted().toArray(String[]::new))
                .param("due", due)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /// Moves a part on.
    ///
    /// @throws OptimisticLockingFailureException when it changed meanwhile
    public void move(AssessmentHeader header, Part part, Part.Stage to, @Nullable Instant at) {
        var updated = jdbc.sql(MOVE)
                .param("part", part.id())
                .param("id", header.id())
                .param("icb", header.icb())
                .param("state", to.name())
                .param("at", at == null ? null : Timestamp.from(at))
                .param("version", part.version())
                .update();
        if (updated == 0) {
            throw new OptimisticLockingFailureException("part %d changed since it was read".formatted(part.id()));
        }
    }

    private static Part part(ResultSet row, int number) throws SQLException {
        return new Part(
                row.getLong("id"),
                row.getInt("account"),
                Set.of((String[]) row.getArray("standards").getArray()),
                row.getObject("due_on", LocalDate.class),
                row.getInt("given_by"),
                Part.Stage.valueOf(row.getString("state")),
                row.getInt("version"));
    }
}
