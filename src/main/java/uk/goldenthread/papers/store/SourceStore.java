package uk.goldenthread.papers.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a paper reads of other modules, through their published views alone. Called inside a unit of work,
/// which says
/// whether the views mean the present or the past.
@Component
public class SourceStore {
    private static final String PROVIDERS = """
            select count(distinct organisation)
            from pub_provider
            where icb = :icb and valid_from <= :on and (valid_to is null or valid_to > :on)
            """;
    private static final String TOTALS = """
            select kpi, period_start, period, count(*) as answered, sum(numerator) as numerator,
                sum(denominator) as denominator, sum(value::numeric) as total, max(value::numeric) as most
            from pub_measure
            where icb = :icb and period_start between :from and :end and value is not null
            group by kpi, period_start, period
            order by kpi, period_start, period
            """;
    private static final String LATEST = """
            select distinct on (m.kpi, m.organisation)
                m.kpi, m.organisation, o.code, o.name, m.period_start, m.period, m.numerator, m.denominator,
                m.value::numeric as value, s.period_start as state_start, s.basis, s.variation, s.assurance,
                s.target::numeric as target
            from pub_measure m
            join pub_organisation o on o.id = m.organisation
            left join pub_series_state s on s.icb = m.icb and s.organisation = m.organisation and s.kpi = m.kpi
            where m.icb = :icb and m.period_start between :start and :end and m.value is not null
            order by m.kpi, m.organisation, m.period_start desc, m.period
            """;
    private static final String EARLIER = """
            select m.kpi, m.organisation, array_agg(m.value order by m.period_start, m.period) as points,
                array_agg(m.period_start order by m.period_start, m.period) as days,
                array(
                    select b.starts from pub_baseline b
                    where b.icb = :icb and b.organisation = m.organisation and b.kpi = m.kpi and b.starts <= :end
                    order by b.starts) as rebased
            from pub_measure m
            join pub_series_state s on s.icb = m.icb and s.organisation = m.organisation and s.kpi = m.kpi
            where m.icb = :icb and m.period_start <= :end and s.period_start > :end and m.value is not null
            group by m.kpi, m.organisation
            order by m.kpi, m.organisation
            """;
    private static final String LADDER = """
            select o.code, o.name, l.standing, l.since
            from pub_ladder l
            join pub_organisation o on o.id = l.organisation
            where l.icb = :icb and l.standing <> 'ROUTINE'
            order by o.code
            """;
    private static final String SIGNALS = """
            select count(*) as raised, count(*) filter (where state <> 'CLOSED') as open
            from pub_signal
            where icb = :icb and last_start between :start and :end
            """;

    private final JdbcClient jdbc;

    public SourceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// All providers' values of one measure and period together.
    public record Total(
            String kpi,
            LocalDate start,
            String period,
            int answered,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            BigDecimal sum,
            BigDecimal most) {}

    /// A provider's latest value within a paper's period, with what process control says of its series.
    public record Latest(
            String kpi,
            int organisation,
            String code,
            String name,
            LocalDate start,
            String period,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            BigDecimal value,
            @Nullable State state) {}

    /// What process control says.
    ///
    /// @param start the period it speaks of, which may be a later one than the paper's
    public record State(
            LocalDate start,
            String basis,
            String variation,
            @Nullable String assurance,
            @Nullable BigDecimal target) {}

    /// A series as it ended with the paper's period, where later values exist.
    ///
    /// @param days on which the periods of the values begin
    /// @param rebased days from which limits are worked out anew
    public record Earlier(
            String kpi, int organisation, List<Double> values, List<LocalDate> days, List<LocalDate> rebased) {
        /// The places of the values with which a new segment begins.
        public int[] segments() {
            return rebased.stream()
                    .mapToInt(day -> (int)
                            days.stream().filter(each -> each.isBefore(day)).count())
                    .filter(place -> place < values.size())
                    .toArray();
        }
    }

    /// A provider above routine oversight.
    public record Level(String code, String name, String level, LocalDate since) {}

    /// How many signals concern a period.
    public record SignalCounts(int raised, int open) {}

    public int providers(int icb, LocalDate on) {
        return jdbc.sql(PROVIDERS)
                .param("icb", icb)
                .param("on", on)
                .query(Integer.class)
                .single();
    }

    public List<Total> totals(int icb, LocalDate from, LocalDate end) {
        return jdbc.sql(TOTALS)
                .param("icb", icb)
                .param("from", from)
                .param("end", end)
                .query((row, _) -> new Total(
                        row.getString("kpi"),
                        row.getObject("period_start", LocalDate.class),
                        row.getString("period"),
                        row.getInt("answered"),
                        row.getBigDecimal("numerator"),
                        row.getBigDecimal("denominator"),
                        row.getBigDecimal("total"),
                        row.getBigDecimal("most")))
                .list();
    }

    public List<Latest> latest(int icb, LocalDate start, LocalDate end) {
        return jdbc.sql(LATEST)
                .param("icb", icb)
                .param("start", start)
                .param("end", end)
                .query((row, _) -> {
                    var stateStart = row.getObject("state_start", LocalDate.class);
                    var state = stateStart == null
                            ? null
                            : new State(
                                    stateStart,
                                    row.getString("basis"),
                                    row.getString("variation"),
                                    row.getString("assurance"),
                                    row.getBigDecimal("target"));
                    return new Latest(
                            row.getString("kpi"),
                            row.getInt("organisation"),
                            row.getString("code"),
                            row.getString("name"),
                            row.getObject("period_start", LocalDate.class),
                            row.getString("period"),
                            row.getBigDecimal("numerator"),
                            row.getBigDecimal("denominator"),
                            row.getBigDecimal("value"),
                            state);
                })
                .list();
    }

    /// Series that went on after the paper's period, cut off at its end.
    public List<Earlier> earlier(int icb, LocalDate end) {
        return jdbc.sql(EARLIER)
                .param("icb", icb)
                .param("end", end)
                .query((row, _) -> new Earlier(
                        row.getString("kpi"),
                        row.getInt("organisation"),
                        List.of((Double[]) row.getArray("points").getArray()),
                        days(row.getArray("days")),
                        days(row.getArray("rebased"))))
                .list();
    }

    private static List<LocalDate> days(java.sql.Array array) throws java.sql.SQLException {
        return Arrays.stream((java.sql.Date[]) array.getArray())
                .map(java.sql.Date::toLocalDate)
                .toList();
    }

    public List<Level> ladder(int icb) {
        return jdbc.sql(LADDER)
                .param("icb", icb)
                .query((row, _) -> new Level(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("standing"),
                        row.getObject("since", LocalDate.class)))
                .list();
    }

    public SignalCounts signals(int icb, LocalDate start, LocalDate end) {
        return jdbc.sql(SIGNALS)
                .param("icb", icb)
                .param("start", start)
                .param("end", end)
                .query((row, _) -> new SignalCounts(row.getInt("raised"), row.getInt("open")))
                .single();
    }
}
