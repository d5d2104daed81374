package uk.goldenthread.assessments.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.model.AssessmentHeader;

/// What stands between an assessment and its end: the actions that hang on its answers and judgements, and
/// the assessments that keep a round open. Called inside a unit of work.
@Component
public class PlanStore {
    private static final String PLAN = """
            select count(distinct a.id) as every,
                count(distinct a.id) filter (where a.state in ('PROPOSED', 'OPEN', 'IN_PROGRESS', 'EVIDENCE_SUBMITTED',
                    'RETURNED')) as open
            from pub_action_source s
            join pub_action a on a.id = s.action
            where s.icb = :icb and s.subject in (
                select 'answer/' || w.id from answer w where w.assessment = :id and w.icb = :icb
                union all
                select 'judgement/' || m.id from moderation m where m.assessment = :id and m.icb = :icb
                union all
                select 'assessment/' || cast(:id as bigint))
            """;
    private static final String EVENT = "select event_on is not null from assessment_round where id = :round";
    private static final String STATES = """
            select a.id, o.name, a.state
            from assessment a
            join pub_organisation o on o.id = a.organisation
            where a.icb = :icb and a.round = :round
            order by o.name, a.id
            """;

    private final JdbcClient jdbc;

    public PlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The actions of an assessment.
    ///
    /// @param open those not verified by somebody of another organisation
    public record Plan(int all, int open) {}

    /// One organisation's state in a round.
    public record Standing(
            long assessment, String organisation, uk.goldenthread.assessments.model.AssessmentState state) {}

    public Plan plan(AssessmentHeader header) {
        return jdbc.sql(PLAN)
                .param("icb", header.icb())
                .param("id", header.id())
                .query((row, _) -> new Plan(row.getInt("every"), row.getInt("open")))
                .single();
    }

    /// Whether a round has a challenge event.
    public boolean hasEvent(long round) {
        return jdbc.sql(EVENT)
                .param("round", round)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /// How every organisation of a round stands, by name.
    public List<Standing> standing(int icb, long round) {
        return jdbc.sql(STATES)
                .param("icb", icb)
                .param("round", round)
                .query((row, _) ->
                        new Standing(row.getLong("id"), row.getString("name"), States.state(row.getString("state"), 0)))
                .list();
    }
}
