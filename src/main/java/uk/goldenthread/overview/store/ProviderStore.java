package uk.goldenthread.overview.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.database.Conditions;

/// SQL of the provider list and of all that is known of one provider. Its number of statements does not grow with what
/// they find.
@Repository
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
public class ProviderStore {
    /// Where a provider may stand on the ladder, from the least to the most.
    public static final List<String> LEVELS = List.of("ROUTINE", "WATCH", "ENHANCED", "INTENSIVE", "RQR");

    private static final String PROVIDERS = """
            select p.organisation, p.code, p.name, p.kind, coalesce(l.standing, 'ROUTINE') as standing, l.since,
                l.exit_criteria, c.score, coalesce(c.open_signals, 0) as open_signals, coalesce(r.late, 0) as late,
                coalesce(r.worst, 0) as days_late
            from pub_provider p
            left join pub_ladder l on l.icb = p.icb and l.organisation = p.organisation
            left join pub_concern_score c on c.icb = p.icb and c.organisation = p.organisation
            left join (
                select organisation, count(*) as late, max(:on - due_on) as worst
                from pub_return
                where icb = :icb and submitted_at is null and due_on < :on
                group by organisation) r on r.organisation = p.organisation
            where %s
            order by %s
            """;
    private static final String BY_NAME = "p.name, p.organisation";
    private static final String BY_CONCERN = """
            array_position(:levels::text[], coalesce(l.standing, 'ROUTINE')) desc,
                coalesce(c.score, 0) desc, coalesce(c.open_signals, 0) desc, p.name, p.organisation
            """;
    private static final String ASSURED = """
            select distinct p.organisation, p.code, p.name
            from pub_provider p
            where p.icb = :icb and p.code = any (:codes::text[])
            order by p.code, p.organisation
            """;
    private static final String SERIES = """
            select s.kpi, s.period_start, s.period, s.value, s.status, s.target, s.mean, s.lower_limit, s.upper_limit,
                s.basis, s.variation, s.assurance, m.trail
            from pub_series_state s
            left join (
                select kpi, string_agg(value::text, ' ' order by period_start) as trail
                from (
                    select kpi, period_start, value,
                        row_number() over (partition by kpi order by period_start desc) as back
                    from pub_measure
                    where icb = :icb and organisation = :organisation and value is not null) newest
                where back <= 24
                group by kpi) m on m.kpi = s.kpi
            where s.icb = :icb and s.organisation = :organisation
            order by s.kpi
            """;
    private static final String RETURNS = """
            select id, period, state, due_on, submitted_at, days_late
            from pub_return
            where icb = :icb and organisation = :organisation and period_end >= :since
            order by period_start desc, id desc
            limit 32
            """;
    private static final String SIGNALS = """
            select id, kpi, words, raised_on, provisional, state
            from pub_signal
            where icb = :icb and organisation = :organisation and state <> 'CLOSED'
            order by raised_on desc, id desc
            limit 200
            """;
    private static final String MOVES = """
            select id, from_level, to_level, decision, cause, coalesce(decided_on, proposed_on) as moved_on
            from pub_ladder_move
            where icb = :icb and organisation = :organisation and decision <> 'DECLINED'
            order by id desc
            limit 12
            """;
    private static final String POSTS = """
            select id, role, person, email, telephone
            from pub_post_holder
            where icb = :icb and organisation = :organisation
                and valid_from <= :on and (valid_to is null or valid_to > :on)
            order by role, person, id
            """;

    private final JdbcClient jdbc;

    ProviderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What the list goes by: names; or concern, which is the level that a person decided, then the score, then how
    /// many
    /// signals are open.
    public enum Order {
        NAME(BY_NAME),
        CONCERN(BY_CONCERN);

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    /// A provider as the list shows it.
    ///
    /// @param signals early-warning signals that are not closed
    /// @param late returns that are due and not here
    /// @param daysLate how long the oldest of them is overdue
    public record Provider(
            int organisation,
            String code,
            String name,
            String kind,
            String standing,
            @Nullable LocalDate since,
            @Nullable String exitCriteria,
            @Nullable Integer score,
            int signals,
            int late,
            int daysLate) {}

    /// A provider's names.
    public record Named(int organisation, String code, String name) {}

    /// Those of these codes that the ICB assures or assured.
    public List<Named> assured(int icb, Collection<String> codes) {
        return jdbc.sql(ASSURED)
                .param("icb", icb)
                .param("codes", codes.toArray(String[]::new))
                .query((row, _) -> new Named(row.getInt("organisation"), row.getString("code"), row.getString("name")))
                .list();
    }

    /// A measure's newest state, with its last values, oldest first, parted by spaces.
    public record Series(
            String kpi,
            LocalDate periodStart,
            String period,
            @Nullable Double value,
            String status,
            @Nullable Double target,
            @Nullable Double mean,
            @Nullable Double lower,
            @Nullable Double upper,
            String basis,
            String variation,
            @Nullable String assurance,
            @Nullable String trail) {}

    /// A return of the last two years.
    public record Return(
            long id,
            String period,
            String state,
            LocalDate due,
            @Nullable Instant submitted,
            int daysLate) {}

    /// A signal that is not closed.
    ///
    /// @param kpi the measure; null for one about returns
    public record Signal(
            long id, @Nullable String kpi, String words, LocalDate raised, boolean provisional, String state) {}

    /// A move on the ladder, made or proposed.
    public record Move(String from, String to, String decision, String cause, LocalDate on) {}

    /// Who holds a post there now.
    public record Post(
            String role,
            String person,
            @Nullable String email,
            @Nullable String telephone) {}

    public List<Provider> providers(int icb, LocalDate on, Order order) {
        return providers(icb, on, null, order);
    }

    public Optional<Provider> provider(int icb, String code, LocalDate on) {
        return providers(icb, on, code, Order.NAME).stream().findFirst();
    }

    private List<Provider> providers(int icb, LocalDate on, @Nullable String code, Order order) {
        var conditions = Conditions.of("p.icb = :icb", "icb", icb)
                .and("p.valid_from <= :on and (p.valid_to is null or p.valid_to > :on)", "on", on)
                .given("p.code = :code", "code", code)
                .value("levels", LEVELS.toArray(String[]::new));
        return jdbc.sql(PROVIDERS.formatted(conditions.sql(), order.sql))
                .params(conditions.values())
                .query((row, _) -> new Provider(
                        row.getInt("organisation"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getString("standing"),
                        row.getObject("since", LocalDate.class),
                        row.getString("exit_criteria"),
                        row.getObject("score", Integer.class),
                        row.getInt("open_signals"),
                        row.getInt("late"),
                        row.getInt("days_late")))
                .list();
    }

    public List<Series> series(int icb, int organisation) {
        return of(SERIES, icb, organisation).query(ProviderStore::aSeries).list();
    }

    private static Series aSeries(ResultSet row, int number) throws SQLException {
        return new Series(
                row.getString("kpi"),
                row.getObject("period_start", LocalDate.class),
                row.getString("period"),
                row.getObject("value", Double.class),
                row.getString("status"),
                row.getObject("target", Double.class),
                row.getObject("mean", Double.class),
                row.getObject("lower_limit", Double.class),
                row.getObject("upper_limit", Double.class),
                row.getString("basis"),
                row.getString("variation"),
                row.getString("assurance"),
                row.getString("trail"));
    }

    public List<Return> returns(int icb, int organisation, LocalDate since) {
        return of(RETURNS, icb, organisation)
                .param("since", since)
                .query((row, _) -> new Return(
                        row.getLong("id"),
                        row.getString("period"),
                        row.getString("state"),
                        row.getObject("due_on", LocalDate.class),
                        row.getTimestamp("submitted_at") == null
                                ? null
                                : row.getTimestamp("submitted_at").toInstant(),
                        row.getInt("days_late")))
                .list();
    }

    public List<Signal> signals(int icb, int organisation) {
        return of(SIGNALS, icb, organisation)
                .query((row, _) -> new Signal(
                        row.getLong("id"),
                        row.getString("kpi"),
                        row.getString("words"),
                        row.getObject("raised_on", LocalDate.class),
                        row.getBoolean("provisional"),
                        row.getString("state")))
                .list();
    }

    public List<Move> moves(int icb, int organisation) {
        return of(MOVES, icb, organisation)
                .query((row, _) -> new Move(
                        row.getString("from_level"),
                        row.getString("to_level"),
                        row.getString("decision"),
                        row.getString("cause"),
                        row.getObject("moved_on", LocalDate.class)))
                .list();
    }

    public List<Post> posts(int icb, int organisation, LocalDate on) {
        return of(POSTS, icb, organisation)
                .param("on", on)
                .query((row, _) -> new Post(
                        row.getString("role"),
                        row.getString("person"),
                        row.getString("email"),
                        row.getString("telephone")))
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, int icb, int organisation) {
        return jdbc.sql(sql).param("icb", icb).param("organisation", organisation);
    }
}
