package uk.goldenthread.assessments.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The counts of a round's report. Called inside a unit of work.
@Component
public class ReportStore {
    private static final String COUNTS = """
            select count(*) as issued, count(*) filter (where state = 'EXEMPT') as exempt,
                count(*) filter (where state = 'NON_RETURN') as non_return,
                count(*) filter (where first_submitted_at is not null and state <> 'EXEMPT') as handed_in,
                count(*) filter (where state <> 'EXEMPT'
                    and cast(first_submitted_at at time zone 'Europe/London' as date) <= due_on) as in_time,
                count(*) filter (where state in ('MODERATED', 'IN_CHALLENGE', 'AGREED', 'ACTION_PLAN_OPEN', 'CLOSED')) as judged,
                count(*) filter (where state in ('AGREED', 'ACTION_PLAN_OPEN', 'CLOSED')) as agreed,
                coalesce(sum(carried), 0) as carried, coalesce(sum(confirmed), 0) as confirmed
            from assessment
            where icb = :icb and round = :round
            """;
    private static final String ACTIONS = """
            with mine as materialized (
                select 'assessment/' || a.id as subject from assessment a where a.icb = :icb and a.round = :round
                union all
                select 'answer/' || w.id from assessment a join answer w on w.assessment = a.id
                where a.icb = :icb and a.round = :round
                union all
                select 'judgement/' || m.id from assessment a join moderation m on m.assessment = a.id
                where a.icb = :icb and a.round = :round)
            select count(distinct c.id) as every, count(distinct c.organisation) as organisations,
                count(distinct c.id) filter (where c.state in ('PROPOSED', 'OPEN', 'IN_PROGRESS', 'EVIDENCE_SUBMITTED',
                    'RETURNED')) as open
            from pub_action_source s
            join mine on mine.subject = s.subject
            join pub_action c on c.id = s.action
            where s.icb = :icb
            """;
    private static final String NON_RETURNS = """
            select o.name
            from assessment a
            join pub_organisation o on o.id = a.organisation
            where a.icb = :icb and a.round = :round and a.state = 'NON_RETURN'
            order by o.name, a.id
            """;

    private final JdbcClient jdbc;

    public ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How a round went.
    ///
    /// @param inTime handed in for the first time by the due date, an extension counted
    /// @param carried answers brought forward in all of them
    /// @param confirmed of those, where somebody said whether they still hold
    public record Counts(
            int issued,
            int exempt,
            int nonReturn,
            int handedIn,
            int inTime,
            int judged,
            int agreed,
            int carried,
            int confirmed) {}

    /// The actions that a round led to.
    ///
    /// @param organisations how many have any
    public record Actions(int all, int organisations, int open) {}

    public Counts counts(int icb, long round) {
        return jdbc.sql(COUNTS)
                .param("icb", icb)
                .param("round", round)
                .query((row, _) -> new Counts(
                        row.getInt("issued"),
                        row.getInt("exempt"),
                        row.getInt("non_return"),
                        row.getInt("handed_in"),
                        row.getInt("in_time"),
                        row.getInt("judged"),
                        row.getInt("agreed"),
                        row.getInt("carried"),
                        row.getInt("confirmed")))
                .single();
    }

    public Actions actions(int icb, long round) {
        return jdbc.sql(ACTIONS)
                .param("icb", icb)
                .param("round", round)
                .query((row, _) -> new Actions(row.getInt("every"), row.getInt("organisations"), row.getInt("open")))
                .single();
    }

    /// The names of those that never handed in.
    public List<String> nonReturns(int icb, long round) {
        return jdbc.sql(NON_RETURNS)
                .param("icb", icb)
                .param("round", round)
                .query((row, _) -> row.getString("name"))
                .list();
    }
}
