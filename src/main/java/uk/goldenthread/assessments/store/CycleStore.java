package uk.goldenthread.assessments.store;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// When frameworks were last agreed, and who has not been asked again since. Called inside a unit of work.
@Component
public class CycleStore {
    private static final String OWED = """
            with agreed as (
                select a.organisation, r.framework, max(v.agreed_at) as at
                from assessment_review v
                join assessment a on a.id = v.assessment
                join assessment_round r on r.id = a.round
                where v.icb = :icb and v.agreed_at is not null
                group by a.organisation, r.framework)
            select g.framework, min((g.at at time zone 'Europe/London')::date) as since, count(*) as organisations
            from agreed g
            where ((g.at at time zone 'Europe/London')::date + make_interval(months => :alert))::date <= :today
                and exists (
                    select from pub_provider p
                    where p.icb = :icb and p.organisation = g.organisation and p.valid_from <= :today
                        and (p.valid_to is null or p.valid_to > :today) and (p.closed is null or p.closed > :today))
                and not exists (
                    select from assessment n
                    join assessment_round nr on nr.id = n.round
                    where n.icb = :icb and n.organisation = g.organisation and nr.framework = g.framework
                        and n.issued_at > g.at)
            group by g.framework
            order by since, g.framework
            """;

    private final JdbcClient jdbc;

    public CycleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A framework that has to be asked again.
    ///
    /// @param since the earliest of the days on which the organisations' last assessments were agreed
    /// @param organisations how many have not been asked since
    public record Owed(String framework, LocalDate since, int organisations) {}

    /// What has not been asked again for that many months.
    public List<Owed> owed(int icb, int alert, LocalDate today) {
        return jdbc.sql(OWED)
                .param("icb", icb)
                .param("alert", alert)
                .param("today", today)
                .query((row, _) -> new Owed(
                        row.getString("framework"),
                        row.getObject("since", LocalDate.class),
                        row.getInt("organisations")))
                .list();
    }
}
