package uk.goldenthread.assessments.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What waits for whom with a provider. Called inside a unit of work.
@Component
public class WorkStore {
    private static final String COLUMNS = """
            select a.id, a.organisation, o.name, r.name as round_name, r.opens_on, a.due_on, a.state, a.kind, a.carried - a.confirmed as to_confirm
            from assessment a
            join assessment_round r on r.id = a.round
            join pub_organisation o on o.id = a.organisation
            """;
    private static final String OWN = COLUMNS + """
            where a.icb = :icb and a.organisation = :organisation and a.state = any (:states) and r.opens_on <= :today
                and (a.lead is null or a.lead = :account or not exists (
                    select from assessment_part p
                    where p.assessment = a.id and p.icb = a.icb and p.account = :account and p.state <> 'JOINED'))
            order by a.due_on, a.id
            limit 50
            """;
    private static final String TO_SIGN = COLUMNS + """
            where a.icb = :icb and a.organisation = :organisation and a.state = 'WITH_APPROVER' and a.approver = :account
            order by a.due_on, a.id
            limit 50
            """;
    private static final String PARTS = """
            select a.id, a.organisation, o.name, r.name as round_name, r.opens_on, p.due_on, a.state, a.kind, 0 as to_confirm
            from assessment_part p
            join assessment a on a.id = p.assessment
            join assessment_round r on r.id = a.round
            join pub_organisation o on o.id = a.organisation
            where p.icb = :icb and p.account = :account and p.state = 'GIVEN'
                and a.state in ('ISSUED', 'IN_PROGRESS', 'RETURNED')
            order by p.due_on, p.id
            limit 50
            """;
    private static final String DONE = COLUMNS + """
            where a.icb = :icb and a.organisation = :organisation and a.recorded_from > :since::date
                and (a.handed_by = :account or a.submitted_by = :account)
                and a.state not in ('ISSUED', 'IN_PROGRESS', 'RETURNED')
            order by a.recorded_from desc, a.id
            limit 50
            """;
    private static final String UNSUBMITTED = COLUMNS + """
            where a.icb = :icb and a.submitted_at is null and a.state in ('ISSUED', 'IN_PROGRESS', 'WITH_APPROVER')
                and r.state = 'PUBLISHED' and r.opens_on <= :today
            order by a.due_on, a.id
            """;

    private final JdbcClient jdbc;

    public WorkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An assessment that waits, or was lately dealt with.
    ///
    /// @param toConfirm answers brought forward and not confirmed
    public record Waiting(
            long id,
            int organisation,
            String name,
            String round,
            LocalDate dueOn,
            String state,
            String kind,
            int toConfirm) {}

    /// The organisation's own in these states, soonest due first; not those of which the person holds a
    /// part alone.
    public List<Waiting> own(int icb, int organisation, int account, List<String> states, LocalDate today) {
        return jdbc.sql(OWN)
                .param("icb", icb)
                .param("organisation", organisation)
                .param("account", account)
                .param("states", states.toArray(String[]::new))
                .param("today", today)
                .query(WorkStore::waiting)
                .list();
    }

    /// What the person was named to sign.
    public List<Waiting> toSign(int icb, int organisation, int account) {
        return jdbc.sql(TO_SIGN)
                .param("icb", icb)
                .param("organisation", organisation)
                .param("account", account)
                .query(WorkStore::waiting)
                .list();
    }

    /// The parts that the person was given, each with its own due date.
    public List<Waiting> parts(int icb, int account) {
        return jdbc.sql(PARTS)
                .param("icb", icb)
                .param("account", account)
                .query(WorkStore::waiting)
                .list();
    }

    /// What the person handed over or signed since that day.
    public List<Waiting> doneBy(int icb, int organisation, int account, LocalDate since) {
        return jdbc.sql(DONE)
                .param("icb", icb)
                .param("organisation", organisation)
                .param("account", account)
                .param("since", since)
                .query(WorkStore::waiting)
                .list();
    }

    /// Every assessment of the ICB that has not come in, the soonest due first.
    public List<Waiting> unsubmitted(int icb, LocalDate today) {
        return jdbc.sql(UNSUBMITTED)
                .param("icb", icb)
                .param("today", today)
                .query(WorkStore::waiting)
                .list();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getLong("id"),
                row.getInt("organisation"),
                row.getString("name"),
                row.getString("round_name"),
                row.getObject("due_on", LocalDate.class),
                row.getString("state"),
                row.getString("kind"),
                row.getInt("to_confirm"));
    }
}
