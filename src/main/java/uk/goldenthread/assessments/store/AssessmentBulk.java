package uk.goldenthread.assessments.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.assessments.model.Answer;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.Scoring;

/// Reads and writes many assessments of one round at once: the number of statements does not grow with theirs. Called
/// inside a unit of work.
@Component
public class AssessmentBulk {
    private static final String HEADERS = AssessmentStore.HEADER + """
            where a.icb = :icb and a.round = :round and a.organisation = any (:organisations)
            order by a.id
            for no key update of a
            """;
    private static final String ANSWERS = """
            select assessment, id, code, value, words, reason, source, source_answer, source_words, source_value, decision,
                evidenced, answered_by, answered_at, version
            from answer
            where icb = :icb and assessment = any (:ids)
            order by assessment, id
            """;
    private static final String SAVE = """
            with h as materialized (
                select *
                from jsonb_to_recordset(cast(:headers as jsonb)) as h(id bigint, version int, state text, answered_by int[],
                    approver int, handed_by int, handed_at timestamptz, submitted_by int, submitted_at timestamptz, asked int,
                    answered int)),
            saved as (
                update answer a
                set value = n.value, words = n.words, reason = n.reason, decision = n.decision, evidenced = n.evidenced,
                    answered_by = n.answered_by, answered_at = n.answered_at, version = h.version + 1
                from jsonb_to_recordset(cast(:answers as jsonb)) as n(id bigint, value text, words text, reason text,
                    decision text, evidenced boolean, answered_by int, answered_at timestamptz), h
                where a.id = n.id and a.assessment = h.id and a.icb = :icb),
            scored as (
                insert into assessment_card as c (assessment, view, icb, organisation, score, rag, applicable, rated, floored,
                    standards)
                select n.assessment, n.view, :icb, n.organisation, n.score, n.rag, n.applicable, n.rated, n.floored, n.standards
                from jsonb_to_recordset(cast(:cards as jsonb)) as n(assessment bigint, organisation int, view text,
                    score numeric, rag text, applicable int, rated int, floored boolean, standards standard_score[])
                on conflict (assessment, view) do update
                set score = excluded.score, rag = excluded.rag, applicable = excluded.applicable, rated = excluded.rated,
                    floored = excluded.floored, standards = excluded.standards)
            update assessment a
            set state = h.state, answered_by = h.answered_by, approver = h.approver, handed_by = h.handed_by,
                handed_at = h.handed_at, submitted_by = h.submitted_by, submitted_at = h.submitted_at,
                first_submitted_at = coalesce(a.first_submitted_at, h.submitted_at), asked = h.asked, answered = h.answered,
                version = a.version + 1
            from h
            where a.id = h.id and a.icb = :icb and a.version = h.version
            """;
    private static final String STEPS = """
            insert into assessment_step (assessment, icb, organisation, at, by_name, step, words)
            select a.id, a.icb, a.organisation, n.at, n.by_name, n.step, n.words
            from jsonb_to_recordset(cast(:steps as jsonb)) as n(place int, assessment bigint, at timestamptz, by_name text,
                step text, words text)
            join assessment a on a.id = n.assessment and a.icb = :icb
            order by n.place
            """;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    AssessmentBulk(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    static Long[] ids(Collection<AssessmentHeader> of) {
        return of.stream().map(AssessmentHeader::id).toArray(Long[]::new);
    }

    /// What these organisations are asked in a round, locked.
    public List<AssessmentHeader> headers(int icb, long round, Set<Integer> organisations) {
        return jdbc.sql(HEADERS)
                .param("icb", icb)
                .param("round", round)
                .param("organisations", organisations.toArray(Integer[]::new))
                .query(AssessmentStore::header)
                .list();
    }

    /// Their answers by assessment and code, in the order they are asked.
    public Map<Long, Map<String, Answer>> answers(int icb, Collection<AssessmentHeader> of) {
        var answers = new HashMap<Long, Map<String, Answer>>();
        jdbc.sql(ANSWERS).param("icb", icb).param("ids", ids(of)).query(row -> {
            var answer = AssessmentStore.answer(row, 0);
            answers.computeIfAbsent(row.getLong("assessment"), _ -> new LinkedHashMap<>())
                    .put(answer.code(), answer);
        });
        return answers;
    }

    /// An assessment as it is to be.
    ///
    /// @param header with the version it was read at
    /// @param answers those that changed
    /// @param cards the scores anew, one card a view
    public record Change(AssessmentHeader header, Collection<Answer> answers, List<Scoring.Card> cards) {}

    private record HeaderRow(
            long id,
            int version,
            String state,
            Set<Integer> answered_by,
            @Nullable Integer approver,
            @Nullable Integer handed_by,
            @Nullable Instant handed_at,
            @Nullable Integer submitted_by,
            @Nullable Instant submitted_at,
            int asked,
            int answered) {
        static HeaderRow of(AssessmentHeader header) {
            return new HeaderRow(
                    header.id(),
                    header.version(),
                    States.name(header.state()),
                    header.answeredBy(),
                    header.approver(),
                    header.handedBy(),
                    header.handedAt(),
                    header.submittedBy(),
                    header.submittedAt(),
                    header.progress().asked(),
                    header.progress().answered());
        }
    }

    /// Saves them all; the version of each then is one more.
    ///
    /// @throws OptimisticLockingFailureException when one changed meanwhile
    public void save(int icb, List<Change> changes) {
        var answers = new ArrayList<AssessmentWrites.AnswerRow>();
        var cards = new ArrayList<AssessmentWrites.CardRow>();
        for (var change : changes) {
            change.answers().forEach(answer -> answers.add(AssessmentWrites.AnswerRow.of(answer)));
            change.cards().forEach(card -> cards.add(AssessmentWrites.CardRow.of(change.header(), card)));
        }
        var updated = jdbc.sql(SAVE)
                .param("icb", icb)
                .param(
                        "headers",
                        json.writeValueAsString(changes.stream()
                                .map(change -> HeaderRow.of(change.header()))
                                .toList()))
                .param("answers", json.writeValueAsString(answers))
                .param("cards", json.writeValueAsString(cards))
                .update();
        all(updated, changes.size());
    }

    static void all(int updated, int wanted) {
        if (updated != wanted) {
            throw new OptimisticLockingFailureException(
                    "%d of %d assessments changed since they were read".formatted(wanted - updated, wanted));
        }
    }

    /// Something that happened to an assessment.
    public record Step(long assessment, Instant at, String byName, String step, String words) {}

    private record StepRow(int place, long assessment, Instant at, String by_name, String step, String words) {}

    /// Adds to the stories of assessments, in this order.
    public void steps(int icb, List<Step> steps) {
        var rows = new ArrayList<StepRow>();
        for (var step : steps) {
            rows.add(new StepRow(rows.size(), step.assessment(), step.at(), step.byName(), step.step(), step.words()));
        }
        jdbc.sql(STEPS)
                .param("icb", icb)
                .param("steps", json.writeValueAsString(rows))
                .update();
    }
}
