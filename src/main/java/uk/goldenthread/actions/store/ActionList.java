package uk.goldenthread.actions.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.actions.model.ActionState;
import uk.goldenthread.actions.model.States;
import uk.goldenthread.database.Conditions;
import uk.goldenthread.kernel.Reference;

/// Lists actions: one statement for a page and its total. Called inside a unit of work.
@Repository
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
public class ActionList {
    static final String OWED = "a.state in ('PROPOSED', 'OPEN', 'IN_PROGRESS', 'RETURNED')";
    private static final String OVERDUE = OWED + " and a.due_on < :today";
    static final String OVERDUE_LONG = OWED + " and a.due_on < cast(:today as date) - 30";
    static final String OVERDUE_LATELY = OWED + " and a.due_on < :today and a.due_on >= cast(:today as date) - 30";
    static final String DUE_SOON = OWED + " and a.due_on >= :today and a.due_on <= cast(:today as date) + 30";
    static final String DUE_LATER = OWED + " and a.due_on > cast(:today as date) + 30";
    private static final String STALLED =
            "a.state in ('OPEN', 'IN_PROGRESS', 'RETURNED') and a.updated_at < :stalledBefore";
    private static final String CHECK = "a.state = 'ASSURED' and a.embed_check_on <= :today";
    private static final String FROM = """
            exists (select 1 from action_source s where s.action = a.id and s.icb = a.icb and s.subject like :from)
            """;
    private static final String ROW = """
            a.id, a.organisation, o.code, o.name, a.title, a.theme, a.priority, a.critical, a.owner, a.owner_name, a.state,
            a.due_on, a.original_due_on, a.extensions, a.updated_at, a.embed_check_on, a.every_months, a.version
            """;
    private static final String PAGE = """
            select %1$s, (select count(*) from action a where %2$s) as total
            from (select a.id from action a where %4$s order by %3$s limit :size offset :offset) found
            join action a on a.id = found.id and a.icb = :icb
            join pub_organisation o on o.id = a.organisation
            order by %3$s
            """;
    private static final String COUNT = "select count(*) from action a where %s";
    private static final String OF_SOURCES = """
            select s.subject, %s
            from action_source s
            join action a on a.id = s.action and a.icb = s.icb
            join pub_organisation o on o.id = a.organisation
            where s.icb = :icb and s.subject = any (:subjects)
            order by s.subject, a.due_on, a.id
            """.formatted(ROW);
    private static final String OF_NUMBERS = """
            select %s
            from action a
            join pub_organisation o on o.id = a.organisation
            where a.icb = :icb and a.id = any (:ids)
            order by a.id
            """.formatted(ROW);

    private static final String LINKS = """
            select s.action, s.subject
            from action_source s
            where s.icb = :icb and s.subject = any (:subjects)
            union
            select s.action, s.subject
            from action_source s
            where s.icb = :icb and s.action = any (:ids)
            order by action, subject
            """;

    private final JdbcClient jdbc;

    ActionList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What a list may be narrowed to besides its filters.
    public enum Mark {
        /// Past its date and not delivered.
        OVERDUE,
        /// The same, for more than 30 days.
        OVERDUE_LONG,
        /// The same, for at most 30 days.
        OVERDUE_LATELY,
        /// Due today or within 30 days.
        DUE_SOON,
        /// Due after more than 30 days.
        DUE_LATER,
        /// Nothing was said of it for long.
        STALLED,
        /// The day of its embed check has come.
        CHECK
    }

    /// The order of a list.
    public enum Order {
        SOONEST("a.due_on, a.id", "(a.due_on, a.id) > (:afterDue, :afterId)"),
        LATEST("a.due_on desc, a.id desc", "(a.due_on, a.id) < (:afterDue, :afterId)"),
        UPDATED("a.updated_at desc, a.id desc", null);

        private final String clause;
        private final @Nullable String after;

        Order(String clause, @Nullable String after) {
            this.clause = clause;
            this.after = after;
        }

        /// Whether a page of this order can begin after the line that ended the one before.
        public boolean goesOn() {
            return after != null;
        }
    }

    /// The line that ended a page.
    public record After(LocalDate due, long id) {}

    /// Where a page begins: after the line that ended the one before, where that is known, which costs the
    /// same however far it lies and neither repeats nor leaves out a line when others were added meanwhile;
    /// else counted off.
    ///
    /// @param page from 1
    /// @param after null to count the lines of the pages before
    public record Start(int page, @Nullable After after) {}

    /// What is listed; null means any.
    ///
    /// @param from kind of what asked for it, as `answer`
    /// @param today overdue means due before it
    /// @param stalledBefore stalled means that nothing was said since then
    public record Filter(
            int icb,
            @Nullable Integer organisation,
            @Nullable Integer owner,
            @Nullable String state,
            @Nullable String theme,
            @Nullable String priority,
            @Nullable String from,
            @Nullable Mark mark,
            LocalDate today,
            Instant stalledBefore) {}

    /// A line of the list.
    public record Row(
            long id,
            int organisation,
            String code,
            String name,
            String title,
            String theme,
            String priority,
            boolean critical,
            @Nullable Integer owner,
            String ownerName,
            ActionState state,
            LocalDate due,
            LocalDate originalDue,
            int extensions,
            Instant updatedAt,
            @Nullable LocalDate embedCheckOn,
            @Nullable Integer everyMonths,
            int version) {}

    /// A page and how many there are in all.
    public record Page(List<Row> rows, long total) {}

    /// A row with what asked for it.
    public record OfSource(Reference source, Row row) {}

    /// One page.
    public Page page(Filter filter, Order order, Start start, int size) {
        var where = where(filter);
        var counted = where.sql();
        var after = start.page() > 1 && order.goesOn() ? start.after() : null;
        var beyond = order.after;
        if (after != null && beyond != null) {
            where.and(beyond, "afterDue", after.due()).value("afterId", after.id());
        }
        var total = new long[1];
        var rows = jdbc.sql(PAGE.formatted(ROW, counted, order.clause, where.sql()))
                .params(where.values())
                .param("size", size)
                .param("offset", after == null ? (start.page() - 1L) * size : 0L)
                .query((row, number) -> {
                    total[0] = row.getLong("total");
                    return row(row, number);
                })
                .list();
        return new Page(rows, rows.isEmpty() && start.page() > 1 ? count(filter) : total[0]);
    }

    /// How many the same list has.
    public long count(Filter filter) {
        var where = where(filter);
        return jdbc.sql(COUNT.formatted(where.sql()))
                .params(where.values())
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /// Actions that any of these things asked for.
    public List<OfSource> ofSources(int icb, Collection<Reference> subjects) {
        return jdbc.sql(OF_SOURCES)
                .param("icb", icb)
                .param("subjects", subjects.stream().map(Reference::toString).toArray(String[]::new))
                .query((row, number) -> new OfSource(Reference.parse(row.getString("subject")), row(row, number)))
                .list();
    }

    /// Those of these numbers that the running unit of work may see.
    public List<Row> ofNumbers(int icb, Collection<Long> ids) {
        return jdbc.sql(OF_NUMBERS)
                .param("icb", icb)
                .param("ids", ids.toArray(Long[]::new))
                .query(ActionList::row)
                .list();
    }

    /// A thing and an action that it asked for.
    public record Link(Reference source, long action) {}

    /// Every link to or from these things, which may be actions or what asked for them.
    public List<Link> links(int icb, Collection<Reference> of) {
        var ids = of.stream()
                .filter(each -> each.kind().equals("action"))
                .map(Reference::id)
                .toArray(Long[]::new);
        return jdbc.sql(LINKS)
                .param("icb", icb)
                .param("subjects", of.stream().map(Reference::toString).toArray(String[]::new))
                .param("ids", ids)
                .query((row, _) -> new Link(Reference.parse(row.getString("subject")), row.getLong("action")))
                .list();
    }

    static Conditions where(Filter filter) {
        var where = Conditions.of("a.icb = :icb", "icb", filter.icb())
                .given("a.organisation = :organisation", "organisation", filter.organisation())
                .given("a.owner = :owner", "owner", filter.owner())
                .given("a.state = :state", "state", filter.state())
                .given("a.theme = :theme", "theme", filter.theme())
                .given("a.priority = :priority", "priority", filter.priority());
        if (filter.from() != null) {
            where.and(FROM, "from", filter.from() + "/%");
        }
        return switch (filter.mark()) {
            case OVERDUE -> where.and(OVERDUE, "today", filter.today());
            case OVERDUE_LONG -> where.and(OVERDUE_LONG, "today", filter.today());
            case OVERDUE_LATELY -> where.and(OVERDUE_LATELY, "today", filter.today());
            case DUE_SOON -> where.and(DUE_SOON, "today", filter.today());
            case DUE_LATER -> where.and(DUE_LATER, "today", filter.today());
            case STALLED -> where.and(STALLED, "stalledBefore", java.sql.Timestamp.from(filter.stalledBefore()));
            case CHECK -> where.and(CHECK, "today", filter.today());
            case null -> where;
        };
    }

    static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getInt("organisation"),
                row.getString("code"),
                row.getString("name"),
                row.getString("title"),
                row.getString("theme"),
                row.getString("priority"),
                row.getBoolean("critical"),
                row.getObject("owner", Integer.class),
                row.getString("owner_name"),
                States.named(row.getString("state")),
                row.getObject("due_on", LocalDate.class),
                row.getObject("original_due_on", LocalDate.class),
                row.getInt("extensions"),
                row.getTimestamp("updated_at").toInstant(),
                row.getObject("embed_check_on", LocalDate.class),
                row.getObject("every_months", Integer.class),
                row.getInt("version"));
    }
}
