package uk.goldenthread.returns.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.database.Conditions;
import uk.goldenthread.kernel.calendar.Period;

/// Lists returns: one statement for the lines of a page, one for the counts. Called inside a unit of work.
@Component
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
public class ReturnList {
    private static final String UNLOCKABLE = "r.state in ('NOT_STARTED', 'IN_PROGRESS', 'RETURNED')";
    private static final String LATE = "r.submitted_at is null and r.due_on < :today";
    private static final String LOCKED = UNLOCKABLE + " and r.due_on < :lockedBefore";
    private static final String PAGE = """
            select r.id, o.code, o.name, r.kind, r.period, r.state, r.due_on, r.submitted_at, r.changed_since_approval,
                r.executive_approval, r.version, r.odd
            from (select * from data_return r where %s
                order by r.due_on desc, r.id desc limit :size offset :offset) r
            join pub_organisation o on o.id = r.organisation
            order by r.due_on desc, r.id desc
            """;
    private static final String SOONEST_FIRST = PAGE.replace(" desc", " asc");
    private static final String ODD_FIRST = PAGE.replace("order by ", "order by r.odd desc, ");
    /// The month and the quarter that ended last are due on one day, which is the last of all.
    private static final String LATEST = """
            select r.period, count(*) as total,
                count(*) filter (where r.state = 'ACCEPTED') as done,
                count(*) filter (where r.submitted_at is null and r.due_on < :today) as late,
                count(*) filter (where r.state = 'APPROVED') as with_icb
            from data_return r
            where %1$s and r.due_on = (select r.due_on from data_return r where %1$s order by r.due_on desc limit 1)
            group by r.period, r.period_start
            order by r.period_start desc, r.period
            """;
    private static final String COUNTS = """
            select count(*) as total,
                count(*) filter (where r.state = 'ACCEPTED') as done,
                count(*) filter (where %s) as late,
                count(*) filter (where %s) as locked,
                count(*) filter (where r.changed_since_approval) as changed,
                count(*) filter (where r.state = 'SUBMITTED') as with_executive,
                count(*) filter (where r.state = 'APPROVED') as with_icb,
                count(*) filter (where %s) as shown
            from data_return r
            where %s
            """;
    private static final String PERIODS_OF_ONE = """
            select distinct r.period, r.period_start, r.period_end
            from data_return r
            where r.icb = :icb and r.organisation = :organisation
            order by r.period_start desc, r.period_end desc
            """;

    /// Goes from period to period by the index, not through every return.
    private static final String PERIODS = """
            with recursive found as (
                (select r.period, r.period_start, r.period_end
                from data_return r
                where r.icb = :icb
                order by r.period_start desc, r.period_end desc
                limit 1)
                union all
                select next.period, next.period_start, next.period_end
                from found, lateral (
                    select r.period, r.period_start, r.period_end
                    from data_return r
                    where r.icb = :icb and (r.period_start, r.period_end) < (found.period_start, found.period_end)
                    order by r.period_start desc, r.period_end desc
                    limit 1) next)
            select period from found
            """;

    private final JdbcClient jdbc;

    public ReturnList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is listed; null means any.
    ///
    /// @param state names of states, parted by commas
    /// @param today late means due before it
    /// @param lockedBefore locked means due before it
    public record Filter(
            int icb,
            @Nullable Integer organisation,
            @Nullable String period,
            @Nullable String kind,
            @Nullable String state,
            boolean late,
            boolean locked,
            boolean changed,
            LocalDate today,
            LocalDate lockedBefore) {}

    /// A line of the list.
    ///
    /// @param odd how many figures were worth a second look when it was last submitted
    public record Row(
            long id,
            String code,
            String name,
            String kind,
            Period period,
            String state,
            LocalDate dueOn,
            @Nullable Instant submittedAt,
            boolean changedSinceApproval,
            boolean executiveApproval,
            int version,
            int odd) {}

    /// How many there are of each sort, whatever state is filtered; `shown` is the filtered list's length.
    public record Counts(
            int total, int done, int late, int locked, int changed, int withExecutive, int withIcb, int shown) {

        /// Where only the list's length is asked for.
        public static Counts of(int shown) {
            return new Counts(0, 0, 0, 0, 0, 0, 0, shown);
        }
    }

    /// The order of a list.
    public enum Order {
        /// Due last comes first.
        LATEST(PAGE),
        /// Due first comes first.
        SOONEST(SOONEST_FIRST),
        /// The most figures worth a second look come first.
        ODDEST(ODD_FIRST);

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    /// How the returns of one period stand.
    ///
    /// @param withIcb how many wait for the ICB
    public record Standing(Period period, int total, int done, int late, int withIcb) {}

    /// How the returns of the month and the quarter stand that ended last.
    public List<Standing> latest(int icb, @Nullable Integer organisation, LocalDate today) {
        var own = Conditions.of("r.icb = :icb", "icb", icb)
                .given("r.organisation = :organisation", "organisation", organisation);
        return jdbc.sql(LATEST.formatted(own.sql()))
                .params(own.values())
                .param("today", today)
                .query((row, _) -> new Standing(
                        Period.parse(row.getString("period")),
                        row.getInt("total"),
                        row.getInt("done"),
                        row.getInt("late"),
                        row.getInt("with_icb")))
                .list();
    }

    /// One page.
    ///
    /// @param page from 1
    public List<Row> page(Filter filter, Order order, int page, int size) {
        var conditions = marked(filter, of(filter));
        return jdbc.sql(order.sql.formatted(conditions.sql()))
                .params(conditions.values())
                .param("size", size)
                .param("offset", (page - 1) * size)
                .query((row, _) -> new Row(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("kind"),
                        Period.parse(row.getString("period")),
                        row.getString("state"),
                        row.getObject("due_on", LocalDate.class),
                        instant(row.getTimestamp("submitted_at")),
                        row.getBoolean("changed_since_approval"),
                        row.getBoolean("executive_approval"),
                        row.getInt("version"),
                        row.getInt("odd")))
                .list();
    }

    /// How many the same list has.
    public int shown(Filter filter) {
        var conditions = marked(filter, of(filter));
        return jdbc.sql("select count(*) from data_return r where " + conditions.sql())
                .params(conditions.values())
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /// The counts of the same list.
    public Counts counts(Filter filter) {
        var all = of(filter);
        var shown = marked(filter, new Conditions());
        return jdbc.sql(COUNTS.formatted(LATE, LOCKED, shown.sql(), all.sql()))
                .params(shown.values())
                .params(all.value("today", filter.today())
                        .value("lockedBefore", filter.lockedBefore())
                        .values())
                .query((row, _) -> new Counts(
                        row.getInt("total"),
                        row.getInt("done"),
                        row.getInt("late"),
                        row.getInt("locked"),
                        row.getInt("changed"),
                        row.getInt("with_executive"),
                        row.getInt("with_icb"),
                        row.getInt("shown")))
                .single();
    }

    /// The periods for which there are returns, latest first.
    public List<Period> periods(int icb, @Nullable Integer organisation) {
        var statement = organisation == null
                ? jdbc.sql(PERIODS)
                : jdbc.sql(PERIODS_OF_ONE).param("organisation", organisation);
        return statement
                .param("icb", icb)
                .query((row, _) -> Period.parse(row.getString("period")))
                .list();
    }

    private static Conditions of(Filter filter) {
        return Conditions.of("r.icb = :icb", "icb", filter.icb())
                .given("r.organisation = :organisation", "organisation", filter.organisation())
                .given("r.period = :period", "period", filter.period())
                .given("r.kind = :kind", "kind", filter.kind());
    }

    private static Conditions marked(Filter filter, Conditions conditions) {
        conditions
                .given(inState(filter.state()), "state", filter.state())
                .when(filter.changed(), "r.changed_since_approval");
        if (filter.late()) {
            conditions.and(LATE, "today", filter.today());
        }
        if (filter.locked()) {
            conditions.and(LOCKED, "lockedBefore", filter.lockedBefore());
        }
        return conditions;
    }

    /// One state is found by the index; of several, which are few rows, each is looked at.
    private static String inState(@Nullable String states) {
        return states == null || states.indexOf(',') < 0
                ? "r.state = :state"
                : "r.state = any (string_to_array(:state, ','))";
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
