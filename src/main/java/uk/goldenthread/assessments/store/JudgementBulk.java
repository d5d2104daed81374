package uk.goldenthread.assessments.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.ChallengeEvent;
import uk.goldenthread.assessments.model.Moderation;
import uk.goldenthread.assessments.store.ModerationStore.Judged;
import uk.goldenthread.kernel.calendar.London;

/// Reads and writes the judgements of many assessments at once: the number of statements does not grow with theirs.
/// Called inside a unit of work that has locked the assessments when it writes.
@Component
public class JudgementBulk {
    private static final String MODERATIONS = """
            select assessment, id, answer, code, claimed, value, words, accepted, accepted_words, stage, moderated_by,
                moderated_at, version
            from moderation
            where icb = :icb and assessment = any (:ids)
            order by assessment, id
            """;
    private static final String JUDGE = """
            insert into moderation (answer, assessment, icb, organisation, code, claimed, value, words, claimed_points, points,
                critical, stage, moderated_by, moderated_at, version)
            select w.id, w.assessment, w.icb, w.organisation, w.code, n.claimed, n.value, n.words, n.claimed_points, n.points,
                n.critical, 'STANDS', n.moderated_by, n.moderated_at, 1
            from jsonb_to_recordset(cast(:rows as jsonb)) as n(answer bigint, claimed text, value text, words text,
                claimed_points int, points int, critical boolean, moderated_by int, moderated_at timestamptz)
            join answer w on w.id = n.answer and w.icb = :icb
            order by w.assessment, w.id
            """;
    private static final String REVIEW = """
            insert into assessment_review (assessment, icb, organisation, taken_up_by, taken_up_at, moderated_by, moderated_at,
                reply_until)
            select id, icb, organisation, :by, :at, :by, :at, :until
            from assessment
            where icb = :icb and id = any (:ids)
            """;
    private static final String AGREE = """
            with agreed as (
                update moderation
                set stage = 'ACCEPTED', accepted = value, accepted_points = points
                where icb = :icb and assessment = any (:ids) and stage = 'STANDS')
            update assessment_review
            set held_on = :held, attended = :attended, outcome = :outcome, agreed_by = :by, agreed_at = :at,
                version = version + 1
            where icb = :icb and assessment = any (:ids) and reply_until < :day
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JudgementBulk(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// The judgements of these by assessment and code.
    public Map<Long, Map<String, Moderation>> moderations(int icb, Collection<AssessmentHeader> of) {
        var judged = new HashMap<Long, Map<String, Moderation>>();
        jdbc.sql(MODERATIONS)
                .param("icb", icb)
                .param("ids", AssessmentBulk.ids(of))
                .query(row -> {
                    var moderation = ModerationStore.moderation(row, 0);
                    judged.computeIfAbsent(row.getLong("assessment"), _ -> new LinkedHashMap<>())
                            .put(moderation.code(), moderation);
                });
        return judged;
    }

    /// Keeps judgements that stand, with the reviews they belong to.
    ///
    /// @param until the last day of the providers' right of reply
    public void judge(int icb, List<AssessmentHeader> of, List<Judged> judged, int by, Instant at, LocalDate until) {
        jdbc.sql(JUDGE)
                .param("icb", icb)
                .param(
                        "rows",
                        json.writeValueAsString(
                                judged.stream().map(ModerationStore.Row::of).toList()))
                .update();
        jdbc.sql(REVIEW)
                .param("icb", icb)
                .param("ids", AssessmentBulk.ids(of))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("until", until)
                .update();
    }

    /// Accepts the judgements of all as they stand.
    ///
    /// @throws OptimisticLockingFailureException when a provider may still reply on that day
    public void agree(int icb, List<AssessmentHeader> of, ChallengeEvent event, int by, Instant at) {
        var updated = jdbc.sql(AGREE)
                .param("icb", icb)
                .param("ids", AssessmentBulk.ids(of))
                .param("held", event.heldOn())
                .param("day", London.dateOf(at))
                .param("attended", event.attended())
                .param("outcome", event.outcome())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
        AssessmentBulk.all(updated, of.size());
    }
}
