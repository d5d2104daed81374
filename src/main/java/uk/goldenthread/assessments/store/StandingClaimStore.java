package uk.goldenthread.assessments.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.database.Conditions;

/// What organisations claim at present: the rated answers of the last self-assessment that each handed in for each
/// framework. Called inside a unit of work.
@Component
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
public class StandingClaimStore {
    private static final String CLAIMS = """
            select s.id as assessment, s.organisation, s.round, s.framework, s.edition, s.submitted_on, w.id as answer, w.code, w.value,
                m.points, coalesce(m.variance, 0) as variance
            from (
                select distinct on (a.organisation, r.framework) a.id, a.organisation, a.round, r.framework, r.edition,
                    (a.submitted_at at time zone 'Europe/London')::date as submitted_on
                from assessment a
                join assessment_round r on r.id = a.round
                where %s and a.state in ('SUBMITTED', 'UNDER_REVIEW', 'MODERATED', 'IN_CHALLENGE', 'AGREED', 'ACTION_PLAN_OPEN', 'CLOSED')
                order by a.organisation, r.framework, r.opens_on desc, a.id desc) s
            join answer w on w.assessment = s.id and w.value <> ''
            left join moderation m on m.answer = w.id and m.stage <> 'DRAFT'
            order by s.organisation, s.framework, w.id
            """;
    // Replies are counted without a history, so that nobody can be told from them. What is known of the past is
    // therefore what can no longer have changed: the counts of surveys that had closed.
    private static final String COUNTS = """
            select c.round, c.organisation, c.question, c.value, c.replies
            from app.survey_count c
            join app.survey s on s.round = c.round
            where c.icb = :icb and c.round = any (:rounds::bigint[]) and c.organisation = any (:organisations::int[])
                and (lib.as_at() is null or s.closes_on < (lib.as_at() at time zone 'Europe/London')::date)
            """;

    private final JdbcClient jdbc;

    StandingClaimStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A rated answer, or one beside a rating.
    ///
    /// @param points as moderated, of 100; null where it was not
    /// @param variance moderated less claimed; 0 where it was not moderated
    public record Row(
            long assessment,
            int organisation,
            long round,
            String framework,
            String edition,
            LocalDate handedIn,
            long answer,
            String code,
            String value,
            @Nullable Integer points,
            int variance) {}

    /// How often an answer was given in a survey.
    public record Count(long round, int organisation, String question, String value, int replies) {}

    /// @param organisation one, or null for every one of the ICB
    public List<Row> claims(int icb, @Nullable Integer organisation) {
        var conditions = Conditions.of("a.icb = :icb", "icb", icb)
                .given("a.organisation = :organisation", "organisation", organisation);
        return jdbc.sql(CLAIMS.formatted(conditions.sql()))
                .params(conditions.values())
                .query(StandingClaimStore::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var points = row.getObject("points", Integer.class);
        return new Row(
                row.getLong("assessment"),
                row.getInt("organisation"),
                row.getLong("round"),
                row.getString("framework"),
                row.getString("edition"),
                row.getObject("submitted_on", LocalDate.class),
                row.getLong("answer"),
                row.getString("code"),
                row.getString("value"),
                points,
                row.getInt("variance"));
    }

    /// The survey's counts of these rounds and organisations.
    public List<Count> counts(int icb, Collection<Long> rounds, Collection<Integer> organisations) {
        return jdbc.sql(COUNTS)
                .param("icb", icb)
                .param("rounds", rounds.toArray(Long[]::new))
                .param("organisations", organisations.toArray(Integer[]::new))
                .query((row, _) -> new Count(
                        row.getLong("round"),
                        row.getInt("organisation"),
                        row.getString("question"),
                        row.getString("value"),
                        row.getInt("replies")))
                .list();
    }
}
