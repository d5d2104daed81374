package uk.goldenthread.assessments.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.Round;

/// Dates that move while a round runs, and its end. Called inside a unit of work that has locked what it
/// changes.
@Component
public class ExtensionStore {
    private static final String EXTEND = """
            update assessment set due_on = :until, version = version + 1 where id = :id and icb = :icb and version = :version
            """;
    private static final String CLOSE = """
            update assessment_round
            set state = 'CLOSED', closed_at = :at, version = version + 1
            where id = :id and icb = :icb and version = :version
            """;

    private final JdbcClient jdbc;

    public ExtensionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Moves one organisation's due date.
    ///
    /// @throws OptimisticLockingFailureException when the assessment changed meanwhile
    public void extend(AssessmentHeader header, LocalDate until) {
        var updated = jdbc.sql(EXTEND)
                .param("until", until)
                .param("id", header.id())
                .param("icb", header.icb())
                .param("version", header.version())
                .update();
        changed(updated, "assessment", header.id());
    }

    /// Closes a round.
    ///
    /// @throws OptimisticLockingFailureException when it changed meanwhile
    public void close(Round round, Instant at) {
        var updated = jdbc.sql(CLOSE)
                .param("at", Timestamp.from(at))
                .param("id", round.id())
                .param("icb", round.icb())
                .param("version", round.version())
                .update();
        changed(updated, "round", round.id());
    }

    private static void changed(int updated, String what, long id) {
        if (updated == 0) {
            throw new OptimisticLockingFailureException("%s %d changed since it was read".formatted(what, id));
        }
    }
}
