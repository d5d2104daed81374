package uk.goldenthread.concerns.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.database.Conditions;

/// The inbox: signals of an ICB with their provider and its score, filtered, a page at a time.
@Repository
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
public class SignalList {
    private static final String FROM = """
            from pub_signal s
            join pub_organisation o on o.id = s.organisation
            left join pub_concern_score c on c.icb = s.icb and c.organisation = s.organisation
            where %s
            """;
    private static final String PAGE = """
            select s.id, o.code, o.name, s.organisation, s.rule, s.series, s.kpi, s.first_period, s.last_period, s.words,
                s.escalates, s.provisional, s.raised_on, s.state, s.triage, s.closed_how, s.closed_on,
                coalesce(c.score, 0) as score, coalesce(c.proposed, 'ROUTINE') as proposed
            """ + FROM + """
            order by case when :sort = 'score' then coalesce(c.score, 0) else 0 end desc,
                case when :sort = 'provider' then o.name else '' end,
                case when s.state = 'RAISED' and s.escalates then 0 else 1 end, s.raised_on, s.id
            limit :size offset :skip
            """;
    private static final String COUNT = "select count(*) " + FROM;

    private final JdbcClient jdbc;

    SignalList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is asked for.
    ///
    /// @param show `open`, `new`, `escalated`, `closed` or `all`
    /// @param sort `due`, `score` or `provider`
    /// @param overdueBy the last day on which a signal can have been raised to be overdue
    public record Filter(
            String show,
            @Nullable String rule,
            @Nullable String provider,
            @Nullable String kpi,
            String sort,
            LocalDate overdueBy) {}

    /// A line of the inbox.
    public record Line(
            long id,
            String code,
            String provider,
            int organisation,
            String rule,
            String series,
            @Nullable String kpi,
            String firstPeriod,
            String lastPeriod,
            String words,
            boolean escalates,
            boolean provisional,
            LocalDate raisedOn,
            String state,
            @Nullable String triage,
            @Nullable String closedHow,
            @Nullable LocalDate closedOn,
            int score,
            String proposed) {}

    public List<Line> page(int icb, Filter filter, int page, int size) {
        return with(PAGE, icb, filter)
                .param("sort", filter.sort())
                .param("size", size)
                .param("skip", (long) (page - 1) * size)
                .query(SignalList::line)
                .list();
    }

    public long count(int icb, Filter filter) {
        return with(COUNT, icb, filter).query((row, _) -> row.getLong(1)).single();
    }

    private JdbcClient.StatementSpec with(String sql, int icb, Filter filter) {
        var conditions = Conditions.of("s.icb = :icb", "icb", icb)
                .given("s.rule = :rule", "rule", filter.rule())
                .given("o.code = :provider", "provider", filter.provider())
                .given("s.kpi = :kpi", "kpi", filter.kpi());
        switch (filter.show()) {
            case "open" -> conditions.when(true, "s.state <> 'CLOSED'");
            case "new" -> conditions.when(true, "s.state = 'RAISED'");
            case "escalated" ->
                conditions.and(
                        "s.state = 'RAISED' and s.escalates and s.raised_on <= :overdueBy",
                        "overdueBy",
                        filter.overdueBy());
            case "closed" -> conditions.when(true, "s.state = 'CLOSED'");
            default -> {
                // every state
            }
        }
        return jdbc.sql(sql.formatted(conditions.sql())).params(conditions.values());
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getInt("organisation"),
                row.getString("rule"),
                row.getString("series"),
                row.getString("kpi"),
                row.getString("first_period"),
                row.getString("last_period"),
                row.getString("words"),
                row.getBoolean("escalates"),
                row.getBoolean("provisional"),
                row.getObject("raised_on", LocalDate.class),
                row.getString("state"),
                row.getString("triage"),
                row.getString("closed_how"),
                row.getObject("closed_on", LocalDate.class),
                row.getInt("score"),
                row.getString("proposed"));
    }
}
