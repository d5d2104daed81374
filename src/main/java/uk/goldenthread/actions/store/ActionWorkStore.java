package uk.goldenthread.actions.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.actions.model.Action;
import uk.goldenthread.database.Conditions;

/// What waits for whom, and what the daily work looks at. Called inside a unit of work.
@Repository
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
public class ActionWorkStore {
    private static final String WAITING = """
            select a.id, a.organisation, o.name, o.kind, a.title, a.state, a.due_on, a.priority, a.owner,
                a.proposed_at, a.embed_check_on
            from action a
            join pub_organisation o on o.id = a.organisation
            where %s
            order by a.due_on, a.id
            limit :most
            """;
    private static final String ASKED = """
            select a.id, a.organisation, o.name, o.kind, a.title, a.state, x.to_due as due_on, a.priority, a.owner,
                a.proposed_at, a.embed_check_on
            from action_extension x
            join action a on a.id = x.action
            join pub_organisation o on o.id = a.organisation
            where x.icb = :icb and x.decision = 'ASKED' and a.extensions >= :from and a.extensions < :below
            order by x.asked_at, x.id
            limit 50
            """;
    private static final String DONE = """
            select distinct on (a.id) a.id, a.title, o.name, u.step, u.at
            from action_update u
            join action a on a.id = u.action
            join pub_organisation o on o.id = a.organisation
            where u.icb = :icb and u.by_account = :account and u.at >= :since
            order by a.id, u.at desc
            limit 50
            """;
    private static final String RECURRING = ActionStore.ACTIONS + """
            where a.icb = :icb and a.every_months is not null and a.original_due_on <= :today
                and a.state not in ('LAPSED', 'REJECTED')
                and not exists (select 1 from action next where next.icb = a.icb and next.follows = a.id)
            order by a.id
            """;
    private static final int MOST = 50;

    private final JdbcClient jdbc;

    ActionWorkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An action that waits for somebody.
    public record Waiting(
            long id,
            int organisation,
            String name,
            String kind,
            String title,
            String state,
            LocalDate due,
            String priority,
            @Nullable Integer owner,
            Instant proposedAt,
            @Nullable LocalDate embedCheckOn) {}

    /// An action that a person dealt with.
    public record Done(long id, String title, String name, String step, Instant at) {}

    /// Actions in one state, soonest due first, at most 50.
    ///
    /// @param organisation null for all of the ICB's
    public List<Waiting> in(String state, int icb, @Nullable Integer organisation) {
        return waiting(
                Conditions.of("a.icb = :icb", "icb", icb)
                        .given("a.organisation = :organisation", "organisation", organisation)
                        .and("a.state = :state", "state", state),
                MOST);
    }

    /// What a person owns and has still to do, soonest due first, at most 50.
    public List<Waiting> ownedBy(int icb, int account) {
        return waiting(
                Conditions.of("a.icb = :icb", "icb", icb)
                        .and("a.owner = :owner", "owner", account)
                        .when(true, "a.state in ('OPEN', 'IN_PROGRESS', 'RETURNED')"),
                MOST);
    }

    /// Verified actions whose embed check has come, at most 50.
    public List<Waiting> checkDue(int icb, LocalDate today) {
        return waiting(
                Conditions.of("a.icb = :icb", "icb", icb)
                        .when(true, "a.state = 'ASSURED'")
                        .and("a.embed_check_on <= :today", "today", today),
                MOST);
    }

    /// High-priority actions past their date, longest overdue first, at most 50.
    public List<Waiting> highOverdue(int icb, LocalDate today) {
        return waiting(
                Conditions.of("a.icb = :icb", "icb", icb)
                        .when(true, ActionList.OWED)
                        .when(true, "a.priority = 'HIGH'")
                        .and("a.due_on < :today", "today", today),
                MOST);
    }

    /// Everything owed that is due before a day: what the ladder of reminders looks at.
    public List<Waiting> owedBefore(int icb, LocalDate day) {
        return waiting(
                Conditions.of("a.icb = :icb", "icb", icb)
                        .when(true, ActionList.OWED)
                        .and("a.due_on < :day", "day", day),
                Integer.MAX_VALUE);
    }

    /// Proposed before an instant and not answered.
    public List<Waiting> unansweredSince(int icb, Instant before) {
        return waiting(
                Conditions.of("a.icb = :icb", "icb", icb)
                        .when(true, "a.state = 'PROPOSED'")
                        .and("a.proposed_at < :before", "before", java.sql.Timestamp.from(before)),
                Integer.MAX_VALUE);
    }

    /// Actions for which a later date is asked, longest waiting first, at most 50.
    ///
    /// @param from the date moved at least so often
    /// @param below and less often than this
    public List<Waiting> laterAsked(int icb, int from, int below) {
        return jdbc.sql(ASKED)
                .param("icb", icb)
                .param("from", from)
                .param("below", below)
                .query(ActionWorkStore::waiting)
                .list();
    }

    private List<Waiting> waiting(Conditions where, int most) {
        return jdbc.sql(WAITING.formatted(where.sql()))
                .params(where.values())
                .param("most", most)
                .query(ActionWorkStore::waiting)
                .list();
    }

    /// What a person dealt with since then, the last step of each.
    public List<Done> doneBy(int account, int icb, Instant since) {
        return jdbc.sql(DONE)
                .param("icb", icb)
                .param("account", account)
                .param("since", java.sql.Timestamp.from(since))
                .query((row, _) -> new Done(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getString("name"),
                        row.getString("step"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /// Recurring actions whose date has come and that nothing follows yet.
    public List<Action> toComeAgain(int icb, LocalDate today) {
        return jdbc.sql(RECURRING)
                .param("icb", icb)
                .param("today", today)
                .query(ActionStore::action)
                .list();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getLong("id"),
                row.getInt("organisation"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("title"),
                row.getString("state"),
                row.getObject("due_on", LocalDate.class),
                row.getString("priority"),
                row.getObject("owner", Integer.class),
                row.getTimestamp("proposed_at").toInstant(),
                row.getObject("embed_check_on", LocalDate.class));
    }
}
