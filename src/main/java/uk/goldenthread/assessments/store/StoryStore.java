package uk.goldenthread.assessments.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.model.AssessmentHeader;

/// What happened to an assessment, and its scores. Called inside a unit of work.
@Component
public class StoryStore {
    private static final String STEPS = """
            select at, by_name, step, words from assessment_step where assessment = :id and icb = :icb order by id
            """;
    private static final String SCORES = """
            select view, standard, score, rag, applicable, rated, floored
            from pub_assessment_score
            where assessment = :id and icb = :icb
            order by view, standard
            """;

    private final JdbcClient jdbc;

    public StoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One thing that happened to an assessment.
    public record Step(Instant at, String byName, String step, String words) {}

    /// The score of a standard, or of the whole, in one view.
    ///
    /// @param standard `*` for the whole
    public record Scored(
            String view,
            String standard,
            @Nullable BigDecimal score,
            String rag,
            int applicable,
            int rated,
            boolean floored) {}

    /// What happened to it, in order.
    public List<Step> steps(AssessmentHeader header) {
        return jdbc.sql(STEPS)
                .param("id", header.id())
                .param("icb", header.icb())
                .query((row, _) -> new Step(
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_name"),
                        row.getString("step"),
                        row.getString("words")))
                .list();
    }

    /// Its scores in every view.
    public List<Scored> scores(AssessmentHeader header) {
        return jdbc.sql(SCORES)
                .param("id", header.id())
                .param("icb", header.icb())
                .query((row, _) -> new Scored(
                        row.getString("view"),
                        row.getString("standard"),
                        row.getBigDecimal("score"),
                        row.getString("rag"),
                        row.getInt("applicable"),
                        row.getInt("rated"),
                        row.getBoolean("floored")))
                .list();
    }
}
