package uk.goldenthread.assessments.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.Review;

/// What the ICB does with one assessment: a row for each, and the questions of its challenge event. Called
/// inside a unit of work that has locked the assessment when it writes.
@Component
public class ReviewStore {
    private static final String FIND = """
            select assessment, not_applicable_confirmed, moderated_at, reply_until, reply, replied_at, held_on, attended, outcome,
                version
            from assessment_review
            where assessment = :id and icb = :icb
            """;
    private static final String TAKE_UP = """
            insert into assessment_review as r (assessment, icb, organisation, taken_up_by, taken_up_at)
            values (:id, :icb, :organisation, :by, :at)
            on conflict (assessment) do update
            set taken_up_by = excluded.taken_up_by, taken_up_at = excluded.taken_up_at, version = r.version + 1
            """;
    private static final String FINISH = """
            update assessment_review
            set not_applicable_confirmed = :confirmed, moderated_by = :by, moderated_at = :at, reply_until = :until,
                version = version + 1
            where assessment = :id and icb = :icb
            """;
    private static final String REPLY = """
            update assessment_review
            set reply = :words, replied_by = :by, replied_at = :at, version = version + 1
            where assessment = :id and icb = :icb and organisation = :organisation and reply = ''
            """;
    private static final String EVENT = """
            update assessment_review
            set held_on = :held, attended = :attended, outcome = :outcome, version = version + 1
            where assessment = :id and icb = :icb and version = :version
            """;
    private static final String AGREE = """
            update assessment_review
            set agreed_by = :by, agreed_at = :at, version = version + 1
            where assessment = :id and icb = :icb
            """;
    private static final String LINES = """
            select id, question, answer
            from challenge_line
            where assessment = :id and icb = :icb
            order by id
            """;
    private static final String ADD_LINE = """
            insert into challenge_line (assessment, icb, organisation, question, answer, noted_by, noted_at)
            values (:id, :icb, :organisation, :question, :answer, :by, :at)
            """;

    private final JdbcClient jdbc;

    public ReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A question of the challenge event and its answer.
    public record Line(long id, String question, String answer) {}

    /// The review of an assessment; empty before it was first taken up.
    public Optional<Review> find(int icb, long assessment) {
        return jdbc.sql(FIND)
                .param("id", assessment)
                .param("icb", icb)
                .query(ReviewStore::review)
                .optional();
    }

    /// Takes an assessment up, once more when it was given back before.
    public void takeUp(AssessmentHeader header, int by, Instant at) {
        jdbc.sql(TAKE_UP)
                .param("id", header.id())
                .param("icb", header.icb())
                .param("organisation", header.organisation())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// Notes that moderation ended.
    public void finish(AssessmentHeader header, boolean confirmed, int by, Instant at, LocalDate until) {
        jdbc.sql(FINISH)
                .param("id", header.id())
                .param("icb", header.icb())
                .param("confirmed", confirmed)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("until", until)
                .update();
    }

    /// Keeps the provider's reply.
    ///
    /// @throws OptimisticLockingFailureException when it replied meanwhile
    public void reply(AssessmentHeader header, String words, int by, Instant at) {
        var updated = jdbc.sql(REPLY)
                .param("id", header.id())
                .param("icb", header.icb())
                .param("organisation", header.organisation())
                .param("words", words)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
        changed(updated, header);
    }

    /// Keeps the note of the challenge event.
    ///
    /// @throws OptimisticLockingFailureException when it changed meanwhile
    public void event(AssessmentHeader header, Review review) {
        var updated = jdbc.sql(EVENT)
                .param("id", header.id())
                .param("icb", header.icb())
                .param("held", review.heldOn(), Types.DATE)
                .param("attended", review.attended())
                .param("outcome", review.outcome())
                .param("version", review.version())
                .update();
        changed(updated, header);
    }

    /// Notes that it was agreed.
    public void agree(AssessmentHeader header, int by, Instant at) {
        jdbc.sql(AGREE)
                .param("id", header.id())
                .param("icb", header.icb())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// The questions of the challenge event in order.
    public List<Line> lines(int icb, long assessment) {
        return jdbc.sql(LINES)
                .param("id", assessment)
                .param("icb", icb)
                .query((row, _) -> new Line(row.getLong("id"), row.getString("question"), row.getString("answer")))
                .list();
    }

    /// Notes a question of the challenge event.
    public void ask(AssessmentHeader header, String question, String answer, int by, Instant at) {
        jdbc.sql(ADD_LINE)
                .param("id", header.id())
                .param("icb", header.icb())
                .param("organisation", header.organisation())
                .param("question", question)
                .param("answer", answer)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static void changed(int updated, AssessmentHeader header) {
        if (updated == 0) {
            throw new OptimisticLockingFailureException(
                    "the review of assessment %d changed since it was read".formatted(header.id()));
        }
    }

    private static Review review(ResultSet row, int number) throws SQLException {
        return new Review(
                row.getLong("assessment"),
                row.getBoolean("not_applicable_confirmed"),
                RoundStore.instant(row.getTimestamp("moderated_at")),
                row.getObject("reply_until", LocalDate.class),
                row.getString("reply"),
                RoundStore.instant(row.getTimestamp("replied_at")),
                row.getObject("held_on", LocalDate.class),
                row.getString("attended"),
                row.getString("outcome"),
                row.getInt("version"));
    }
}
