package uk.goldenthread.returns.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.database.Conditions;
import uk.goldenthread.kernel.calendar.Period;

/// What waits for whom. Called inside a unit of work.
@Component
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
public class ReturnWorkStore {
    private static final String COLUMNS = """
            select r.id, r.organisation, o.code, o.name, r.kind, r.period, r.due_on, r.state,
                (coalesce(r.accepted_at, r.approved_at, r.submitted_at) at time zone 'Europe/London')::date as done_on,
                r.odd
            from data_return r
            join pub_organisation o on o.id = r.organisation
            """;
    private static final String LATE = COLUMNS + """
            where r.icb = :icb and r.submitted_at is null and r.due_on < :today
            order by r.due_on, r.id
            """;
    private static final String WAITING = COLUMNS + """
            where %s
            order by r.due_on, r.id
            limit 50
            """;
    private static final String TO_REVIEW = WAITING.replace("order by r.due_on", "order by r.odd desc, r.due_on");
    private static final String DONE = COLUMNS + """
            where r.icb = :icb and r.recorded_from > :since::date
                and (r.submitted_by = :account or r.approved_by = :account or r.accepted_by = :account)
                and r.state not in ('NOT_STARTED', 'IN_PROGRESS')
            order by r.recorded_from desc, r.id
            limit 50
            """;

    private final JdbcClient jdbc;

    public ReturnWorkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A return that waits, or was lately dealt with.
    ///
    /// @param doneOn when it last moved on; null while it has not
    /// @param odd how many figures were worth a second look when it was last submitted
    public record Waiting(
            long id,
            int organisation,
            String code,
            String name,
            String kind,
            Period period,
            LocalDate dueOn,
            String state,
            @Nullable LocalDate doneOn,
            int odd) {}

    /// Every late return of the ICB, the longest late first.
    public List<Waiting> unsubmittedDueBefore(int icb, LocalDate today) {
        return jdbc.sql(LATE)
                .param("icb", icb)
                .param("today", today)
                .query(ReturnWorkStore::waiting)
                .list();
    }

    /// Returns in these states, soonest due first, at most 50.
    ///
    /// @param organisation null for all of the ICB's
    public List<Waiting> in(String states, int icb, @Nullable Integer organisation) {
        return in(WAITING, states, icb, organisation);
    }

    /// What waits for the ICB, the oddest figures first, at most 50.
    public List<Waiting> toReview(int icb) {
        return in(TO_REVIEW, "APPROVED", icb, null);
    }

    private List<Waiting> in(String sql, String states, int icb, @Nullable Integer organisation) {
        var conditions = Conditions.of("r.icb = :icb", "icb", icb)
                .given("r.organisation = :organisation", "organisation", organisation)
                .and("r.state = any (string_to_array(:states, ','))", "states", states);
        return jdbc.sql(sql.formatted(conditions.sql()))
                .params(conditions.values())
                .query(ReturnWorkStore::waiting)
                .list();
    }

    /// Returns the person submitted, approved or accepted and that changed since that day.
    public List<Waiting> doneBy(int account, int icb, LocalDate since) {
        return jdbc.sql(DONE)
                .param("account", account)
                .param("icb", icb)
                .param("since", since)
                .query(ReturnWorkStore::waiting)
                .list();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getLong("id"),
                row.getInt("organisation"),
                row.getString("code"),
                row.getString("name"),
                row.getString("kind"),
                Period.parse(row.getString("period")),
                row.getObject("due_on", LocalDate.class),
                row.getString("state"),
                row.getObject("done_on", LocalDate.class),
                row.getInt("odd"));
    }
}
