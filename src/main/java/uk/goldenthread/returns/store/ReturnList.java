package uk.goldenthread.returns.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.kernel.calendar.Period;

/// Lists returns: one statement for the lines of a page, one for the counts. Called inside a unit of work.
@Component
public class ReturnList {
    private static final String WHERE = """
            from data_return r
            where r.icb = :icb
                and (:organisation::int is null or r.organisation = :organisation)
                and (:period::text is null or r.period = :period)
                and (:kind::text is null or r.kind = :kind)
            """;
    private static final String STATE = """
                and (:state::text is null or r.state = any (string_to_array(:state, ',')))
                and (not :late or (r.submitted_at is null and r.due_on < :today))
                and (not :locked or (r.state in ('NOT_STARTED', 'IN_PROGRESS', 'RETURNED') and r.due_on < :lockedBefore))
                and (not :changed or r.changed_since_approval)
            """;
    private static final String PAGE = """
            select r.id, o.code, o.name, r.kind, r.period, r.state, r.due_on, r.submitted_at, r.changed_since_approval,
                r.executive_approval, r.version
            from (select *
            """ + WHERE + STATE + """
                order by r.due_on desc, r.id desc limit :size offset :offset) r
            join pub_organisation o on o.id = r.organisation
            order by r.due_on desc, r.id desc
            """;
    private static final String SOONEST_FIRST = PAGE.replace(" desc", " asc");
    private static final String COUNTS = """
            select count(*) as total,
                count(*) filter (where r.state = 'ACCEPTED') as done,
                count(*) filter (where r.submitted_at is null and r.due_on < :today) as late,
                count(*) filter (where r.state in ('NOT_STARTED', 'IN_PROGRESS', 'RETURNED')
                    and r.due_on < :lockedBefore) as locked,
                count(*) filter (where r.changed_since_approval) as changed,
                count(*) filter (where r.state = 'SUBMITTED') as with_executive,
                count(*) filter (where r.state = 'APPROVED') as with_icb,
                count(*) filter (where true %s) as shown
            %s
            """.formatted(STATE, WHERE);
    private static final String PERIODS = """
            select distinct r.period, r.period_start, r.period_end
            from data_return r
            where r.icb = :icb and (:organisation::int is null or r.organisation = :organisation)
            order by r.period_start desc, r.period_end desc
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
            int version) {}

    /// How many there are of each sort, whatever state is filtered; `shown` is the filtered list's length.
    public record Counts(
            int total, int done, int late, int locked, int changed, int withExecutive, int withIcb, int shown) {}

    /// One page.
    ///
    /// @param page from 1
    public List<Row> page(Filter filter, boolean soonestFirst, int page, int size) {
        return jdbc.sql(soonestFirst ? SOONEST_FIRST : PAGE)
                .params(params(filter))
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
                        row.getInt("version")))
                .list();
    }

    /// The counts of the same list.
    public Counts counts(Filter filter) {
        return jdbc.sql(COUNTS)
                .params(params(filter))
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
        return jdbc.sql(PERIODS)
                .param("icb", icb)
                .param("organisation", organisation, java.sql.Types.INTEGER)
                .query((row, _) -> Period.parse(row.getString("period")))
                .list();
    }

    private static Map<String, Object> params(Filter filter) {
        var params = new java.util.HashMap<String, Object>();
        params.put("icb", filter.icb());
        params.put("organisation", typed(java.sql.Types.INTEGER, filter.organisation()));
        params.put("period", typed(java.sql.Types.VARCHAR, filter.period()));
        params.put("kind", typed(java.sql.Types.VARCHAR, filter.kind()));
        params.put("state", typed(java.sql.Types.VARCHAR, filter.state()));
        params.put("late", filter.late());
        params.put("locked", filter.locked());
        params.put("changed", filter.changed());
        params.put("today", filter.today());
        params.put("lockedBefore", filter.lockedBefore());
        return params;
    }

    private static Object typed(int type, @Nullable Object value) {
        return new org.springframework.jdbc.core.SqlParameterValue(type, value);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
