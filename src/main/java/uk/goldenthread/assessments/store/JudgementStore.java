package uk.goldenthread.assessments.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Judgements as the thread tells them, and assessments as they wait for somebody. Called inside a unit of
/// work.
@Component
public class JudgementStore {
    private static final String OF_NUMBERS = """
            select m.id, m.answer, m.assessment, o.name, r.framework, r.edition, m.code, m.claimed, m.value, m.accepted, m.stage,
                m.moderated_at
            from moderation m
            join assessment a on a.id = m.assessment
            join assessment_round r on r.id = a.round
            join pub_organisation o on o.id = m.organisation
            where m.icb = :icb and m.id = any (:ids) and m.stage <> 'DRAFT'
            order by m.id
            """;
    private static final String LINKS = """
            select id, answer from moderation where icb = :icb and id = any (:ids) and stage <> 'DRAFT'
            union
            select id, answer from moderation where icb = :icb and answer = any (:answers) and stage <> 'DRAFT'
            order by id
            """;
    private static final String WAITING = """
            select a.id, a.state, o.name, r.name as round_name, r.moderated_by, r.closes_on, v.reply_until, v.taken_up_by,
                coalesce(v.reply, '') <> '' as replied
            from assessment a
            join assessment_round r on r.id = a.round
            join pub_organisation o on o.id = a.organisation
            left join assessment_review v on v.assessment = a.id
            where a.icb = :icb and a.state in ('SUBMITTED', 'UNDER_REVIEW', 'RETURNED', 'MODERATED', 'IN_CHALLENGE')
            order by r.moderated_by, a.id
            limit 200
            """;
    private static final String JUDGED = """
            select a.id, o.name, r.name as round_name, v.moderated_at
            from assessment_review v
            join assessment a on a.id = v.assessment
            join assessment_round r on r.id = a.round
            join pub_organisation o on o.id = a.organisation
            where v.icb = :icb and v.moderated_by = :account and v.moderated_at >= :since
            order by v.moderated_at desc, a.id
            limit 50
            """;

    private final JdbcClient jdbc;

    public JudgementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A judgement that stands.
    public record Row(
            long id,
            long answer,
            long assessment,
            String organisation,
            String framework,
            String edition,
            String code,
            String claimed,
            String value,
            String accepted,
            String stage,
            Instant at) {}

    /// A judgement and its answer.
    public record Link(long judgement, long answer) {}

    /// An assessment that waits for somebody.
    ///
    /// @param replyUntil null before it is judged
    /// @param takenUpBy null before it is taken up
    public record Waiting(
            long assessment,
            String state,
            String organisation,
            String round,
            LocalDate moderatedBy,
            LocalDate closesOn,
            @Nullable LocalDate replyUntil,
            @Nullable Integer takenUpBy,
            boolean replied) {}

    /// An assessment that somebody judged.
    public record Judged(long assessment, String organisation, String round, Instant at) {}

    /// Those that stand of these judgements.
    public List<Row> ofNumbers(int icb, Collection<Long> ids) {
        return jdbc.sql(OF_NUMBERS)
                .param("icb", icb)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> new Row(
                        row.getLong("id"),
                        row.getLong("answer"),
                        row.getLong("assessment"),
                        row.getString("name"),
                        row.getString("framework"),
                        row.getString("edition"),
                        row.getString("code"),
                        row.getString("claimed"),
                        row.getString("value"),
                        row.getString("accepted"),
                        row.getString("stage"),
                        row.getTimestamp("moderated_at").toInstant()))
                .list();
    }

    /// The judgements that stand among these or of these answers, each with its answer.
    public List<Link> links(int icb, Collection<Long> ids, Collection<Long> answers) {
        return jdbc.sql(LINKS)
                .param("icb", icb)
                .param("ids", ids.toArray(Long[]::new))
                .param("answers", answers.toArray(Long[]::new))
                .query((row, _) -> new Link(row.getLong("id"), row.getLong("answer")))
                .list();
    }

    /// What waits for somebody between handing in and agreement, as far as the person may see, soonest
    /// first.
    public List<Waiting> waiting(int icb) {
        return jdbc.sql(WAITING)
                .param("icb", icb)
                .query((row, _) -> new Waiting(
                        row.getLong("id"),
                        row.getString("state"),
                        row.getString("name"),
                        row.getString("round_name"),
                        row.getObject("moderated_by", LocalDate.class),
                        row.getObject("closes_on", LocalDate.class),
                        row.getObject("reply_until", LocalDate.class),
                        row.getObject("taken_up_by", Integer.class),
                        row.getBoolean("replied")))
                .list();
    }

    /// What a person judged since then, newest first.
    public List<Judged> judgedBy(int icb, int account, Instant since) {
        return jdbc.sql(JUDGED)
                .param("icb", icb)
                .param("account", account)
                .param("since", java.sql.Timestamp.from(since))
                .query((row, _) -> new Judged(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("round_name"),
                        row.getTimestamp("moderated_at").toInstant()))
                .list();
    }
}
