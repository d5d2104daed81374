package uk.goldenthread.assessments.store;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.assessments.model.Answer;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.Scoring;

/// Writes assessments: the header, the answers that changed and the scores that follow, in one statement.
/// Called inside
/// a
/// unit of work that has locked the assessment.
@Component
public class AssessmentWrites {
    private static final String SAVE = """
            with saved as (
                update answer a
                set value = n.value, words = n.words, reason = n.reason, source = n.source, source_answer = n.source_answer,
                    source_words = n.source_words, source_value = n.source_value, decision = n.decision,
                    evidenced = n.evidenced, answered_by = n.answered_by, answered_at = n.answered_at, version = :version + 1
                from jsonb_to_recordset(cast(:answers as jsonb)) as n(id bigint, value text, words text, reason text,
                    source text, source_answer bigint, source_words text, source_value text, decision text,
                    evidenced boolean, answered_by int, answered_at timestamptz)
                where a.id = n.id and a.assessment = :id and a.icb = :icb),
            scored as (
                insert into assessment_card as c (assessment, view, icb, organisation, score, rag, applicable, rated, floored,
                    standards)
                select :id, n.view, :icb, :organisation, n.score, n.rag, n.applicable, n.rated, n.floored, n.standards
                from jsonb_to_recordset(cast(:cards as jsonb)) as n(view text, score numeric, rag text, applicable int,
                    rated int, floored boolean, standards standard_score[])
                on conflict (assessment, view) do update
                set score = excluded.score, rag = excluded.rag, applicable = excluded.applicable, rated = excluded.rated,
                    floored = excluded.floored, standards = excluded.standards
                where (c.score, c.rag, c.applicable, c.rated, c.floored, c.standards)
                    is distinct from (excluded.score, excluded.rag, excluded.applicable, excluded.rated, excluded.floored,
                        excluded.standards))
            update assessment
            set state = :state, lead = :lead, answered_by = :answeredBy, approver = :approver, handed_by = :handedBy,
                handed_at = :handedAt, submitted_by = :submittedBy, submitted_at = :submittedAt,
                first_submitted_at = coalesce(first_submitted_at, :submittedAt), asked = :asked,
                answered = :answered, carried = :carried, confirmed = :confirmed, filled = :filled, version = version + 1
            where id = :id and icb = :icb and version = :version
            """;
    private static final String STEP = """
            insert into assessment_step (assessment, icb, organisation, at, by_name, step, words)
            values (:id, :icb, :organisation, :at, :by, :step, :words)
            """;
    private static final int DECIMALS = 10;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public AssessmentWrites(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record AnswerRow(
            long id,
            String value,
            String words,
            String reason,
            String source,
            @Nullable Long source_answer,
            String source_words,
            String source_value,
            String decision,
            @Nullable Boolean evidenced,
            @Nullable Integer answered_by,
            @Nullable Instant answered_at) {
        static AnswerRow of(Answer answer) {
            return new AnswerRow(
                    answer.id(),
                    answer.value(),
                    answer.words(),
                    answer.reason(),
                    answer.origin().kind().name(),
                    answer.origin().answer(),
                    answer.origin().words(),
                    answer.origin().value(),
                    answer.decision().name(),
                    answer.evidenced(),
                    answer.answeredBy(),
                    answer.answeredAt());
        }
    }

    record StandardRow(
            String standard, String rag, @Nullable BigDecimal score, int rated, int applicable) {
        static StandardRow of(Scoring.Result result) {
            return new StandardRow(
                    result.code(), result.rag().name(), decimal(result), result.rated(), result.applicable());
        }
    }

    record CardRow(
            long assessment,
            int organisation,
            String view,
            @Nullable BigDecimal score,
            String rag,
            int applicable,
            int rated,
            boolean floored,
            List<StandardRow> standards) {
        static CardRow of(AssessmentHeader header, Scoring.Card card) {
            var overall = card.overall();
            return new CardRow(
                    header.id(),
                    header.organisation(),
                    card.view().name(),
                    decimal(overall),
                    overall.rag().name(),
                    overall.applicable(),
                    overall.rated(),
                    overall.floored(),
                    card.standards().stream().map(StandardRow::of).toList());
        }
    }

    private static @Nullable BigDecimal decimal(Scoring.Result result) {
        return result.score() == null ? null : result.score().decimal(DECIMALS);
    }

    /// Saves an assessment whose version then is one more.
    ///
    /// @param after as it is to be, with the version it was read at
    /// @param changed the answers that changed
    /// @param cards the scores anew, one card a view
    /// @throws OptimisticLockingFailureException when it changed meanwhile
    public void save(AssessmentHeader after, Collection<Answer> changed, List<Scoring.Card> cards) {
        var updated = jdbc.sql(SAVE)
                .param(
                        "answers",
                        json.writeValueAsString(
                                changed.stream().map(AnswerRow::of).toList()))
                .param(
                        "cards",
                        json.writeValueAsString(cards.stream()
                                .map(card -> CardRow.of(after, card))
                                .toList()))
                .param("id", after.id())
                .param("icb", after.icb())
                .param("organisation", after.organisation())
                .param("version", after.version())
                .param("state", States.name(after.state()))
                .param("lead", after.lead(), Types.INTEGER)
                .param("answeredBy", after.answeredBy().toArray(Integer[]::new))
                .param("approver", after.approver(), Types.INTEGER)
                .param("handedBy", after.handedBy(), Types.INTEGER)
                .param("handedAt", timestamp(after.handedAt()))
                .param("submittedBy", after.submittedBy(), Types.INTEGER)
                .param("submittedAt", timestamp(after.submittedAt()))
                .param("asked", after.progress().asked())
                .param("answered", after.progress().answered())
                .param("carried", after.progress().carried())
                .param("confirmed", after.progress().confirmed())
                .param("filled", after.progress().filled())
                .update();
        if (updated == 0) {
            throw new OptimisticLockingFailureException(
                    "assessment %d changed since it was read".formatted(after.id()));
        }
    }

    /// Adds to the story of an assessment.
    public void step(AssessmentHeader header, Instant at, String byName, String step, String words) {
        jdbc.sql(STEP)
                .param("id", header.id())
                .param("icb", header.icb())
                .param("organisation", header.organisation())
                .param("at", Timestamp.from(at))
                .param("by", byName)
                .param("step", step)
                .param("words", words)
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
