package uk.goldenthread.figures;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.figures.MeasureValue.Status;
import uk.goldenthread.figures.Measures.Slot;
import uk.goldenthread.kernel.calendar.Period;

/// The statements on `measure`.
record MeasureStore(JdbcClient jdbc) {
    private static final String UPSERT = """
            with given as (
                select * from unnest(:organisations::int[], :kpis::text[], :starts::date[], :periods::text[],
                    :numerators::numeric[], :denominators::numeric[], :amounts::double precision[], :statuses::text[],
                    :sources::text[], :versions::int[])
                as v (organisation, kpi, period_start, period, numerator, denominator, value, status, source, version)
            ), written as (
                insert into measure as m (icb, organisation, kpi, period_start, period, numerator, denominator, value,
                    status, source, definition_version)
                select :icb, organisation, kpi, period_start, period, numerator, denominator, value, status, source,
                    version
                from given
                on conflict (icb, organisation, kpi, period_start) do update
                set period = excluded.period, numerator = excluded.numerator, denominator = excluded.denominator,
                    value = excluded.value, status = excluded.status, source = excluded.source,
                    definition_version = excluded.definition_version,
                    revision = m.revision + case
                        when (m.numerator, m.denominator, m.value)
                            is distinct from (excluded.numerator, excluded.denominator, excluded.value) then 1
                        else 0 end
                where (m.period, m.numerator, m.denominator, m.value, m.status, m.definition_version)
                    is distinct from (excluded.period, excluded.numerator, excluded.denominator, excluded.value,
                        excluded.status, excluded.definition_version)
                returning m.organisation, m.kpi
            )
            select distinct organisation, kpi from written
            """;
    private static final String DELETE = """
            with gone as (
                delete from measure m
                using unnest(:organisations::int[], :kpis::text[], :starts::date[]) as v (organisation, kpi, start)
                where m.icb = :icb and m.organisation = v.organisation and m.kpi = v.kpi and m.period_start = v.start
                returning m.organisation, m.kpi
            )
            select distinct organisation, kpi from gone
            """;
    private static final String WHOLE = """
            select m.organisation, m.kpi,
                array_agg(m.period_start - date '1970-01-01' order by m.period_start) as days,
                array_agg(case when m.period like '%-Q_' then 3 when right(m.period, 2)::int <= 12 then 1 else 12 end
                    order by m.period_start) as months,
                array_agg(m.value order by m.period_start) as amounts,
                (array_agg(m.period order by m.period_start))[count(*)] as period,
                (array_agg(m.numerator order by m.period_start))[count(*)] as numerator,
                (array_agg(m.denominator order by m.period_start))[count(*)] as denominator,
                (array_agg(m.status order by m.period_start))[count(*)] as status
            from unnest(:organisations::int[], :kpis::text[]) as v (organisation, kpi)
            join measure m on m.icb = :icb and m.organisation = v.organisation and m.kpi = v.kpi
            group by m.organisation, m.kpi
            order by m.organisation, m.kpi
            """;
    private static final String POINTS = """
            select period, numerator, denominator, value, status, source, definition_version, revision
            from measure
            where icb = :icb and organisation = :organisation and kpi = :kpi
            order by period_start
            """;
    private static final String OF_KPI = """
            select organisation, period, numerator, denominator, value, status, source, definition_version, revision
            from measure
            where icb = :icb and kpi = :kpi and period_start = :start
            order by organisation
            """;
    private static final String PERIODS = """
            select distinct period, period_start
            from measure
            where icb = :icb and kpi = :kpi
            order by period_start desc, period
            """;
    private static final String CURRENT = """
            select m.organisation, m.kpi, m.period_start, m.period, m.numerator, m.denominator, m.value, m.status,
                m.source, m.definition_version, m.revision
            from unnest(:organisations::int[], :kpis::text[], :starts::date[]) as v (organisation, kpi, start)
            join measure m on m.icb = :icb and m.organisation = v.organisation and m.kpi = v.kpi
                and m.period_start = v.start
            order by m.organisation, m.kpi, m.period_start
            """;

    /// @return the series in which a row was written
    Set<SeriesKey> upsert(int icb, List<MeasureValue> values) {
        return Set.copyOf(jdbc.sql(UPSERT)
                .param("icb", icb)
                .param(
                        "organisations",
                        Columns.integers(values, value -> value.series().organisation()))
                .param("kpis", Columns.texts(values, value -> value.series().kpi()))
                .param("starts", Columns.texts(values, value -> value.period().start()))
                .param("periods", Columns.texts(values, value -> value.period().code()))
                .param("numerators", Columns.texts(values, value -> plain(value.numerator())))
                .param("denominators", Columns.texts(values, value -> plain(value.denominator())))
                .param("amounts", Columns.doubles(values, MeasureValue::value))
                .param("statuses", Columns.texts(values, MeasureValue::status))
                .param("sources", Columns.texts(values, MeasureValue::source))
                .param("versions", Columns.integers(values, MeasureValue::definitionVersion))
                .query((row, _) -> new SeriesKey(icb, row.getInt("organisation"), row.getString("kpi")))
                .list());
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    Set<SeriesKey> delete(int icb, List<Slot> slots) {
        return Set.copyOf(at(DELETE, icb, slots)
                .query((row, _) -> new SeriesKey(icb, row.getInt("organisation"), row.getString("kpi")))
                .list());
    }

    private JdbcClient.StatementSpec at(String sql, int icb, List<Slot> slots) {
        return jdbc.sql(sql)
                .param("icb", icb)
                .param(
                        "organisations",
                        Columns.integers(slots, slot -> slot.series().organisation()))
                .param("kpis", Columns.texts(slots, slot -> slot.series().kpi()))
                .param("starts", Columns.texts(slots, Slot::periodStart));
    }

    /// A whole series as two columns, with its last row: all that its state needs.
    record Whole(
            SeriesKey key,
            Timeline timeline,
            Period period,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            Status status) {
        SeriesState state(KpiDefinition definition, SpcReading reading) {
            var target = definition.target();
            return new SeriesState(
                    key,
                    period,
                    reading.chart().lastLimits().points(),
                    numerator,
                    denominator,
                    timeline.last(),
                    status,
                    target == null ? null : target.doubleValue(),
                    SpcReading.direction(definition.direction()),
                    reading.mean(),
                    reading.lower(),
                    reading.upper(),
                    reading.basis(),
                    reading.variation(),
                    reading.assurance());
        }
    }

    List<Whole> whole(int icb, Collection<SeriesKey> series) {
        var periods = new HashMap<String, Period>();
        return jdbc.sql(WHOLE)
                .param("icb", icb)
                .param("organisations", Columns.integers(series, SeriesKey::organisation))
                .param("kpis", Columns.texts(series, SeriesKey::kpi))
                .query((row, _) -> new Whole(
                        new SeriesKey(icb, row.getInt("organisation"), row.getString("kpi")),
                        Timeline.of(ints(row, "days"), ints(row, "months"), (@Nullable Double[])
                                row.getArray("amounts").getArray()),
                        periods.computeIfAbsent(row.getString("period"), Period::parse),
                        row.getBigDecimal("numerator"),
                        row.getBigDecimal("denominator"),
                        Status.valueOf(row.getString("status"))))
                .list();
    }

    private static int[] ints(ResultSet row, String column) throws SQLException {
        var boxed = (Integer[]) row.getArray(column).getArray();
        var plain = new int[boxed.length];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = boxed[i];
        }
        return plain;
    }

    List<MeasurePoint> points(SeriesKey key) {
        return jdbc.sql(POINTS)
                .param("icb", key.icb())
                .param("organisation", key.organisation())
                .param("kpi", key.kpi())
                .query((row, _) -> point(row))
                .list();
    }

    List<PeerValue> ofKpi(int icb, String kpi, LocalDate start) {
        return jdbc.sql(OF_KPI)
                .param("icb", icb)
                .param("kpi", kpi)
                .param("start", start)
                .query((row, _) -> new PeerValue(row.getInt("organisation"), point(row)))
                .list();
    }

    List<Period> periods(int icb, String kpi) {
        return jdbc.sql(PERIODS)
                .param("icb", icb)
                .param("kpi", kpi)
                .query((row, _) -> Period.parse(row.getString("period")))
                .list();
    }

    Map<Slot, MeasurePoint> current(int icb, List<Slot> slots) {
        var found = new HashMap<Slot, MeasurePoint>();
        at(CURRENT, icb, slots).query(row -> {
            var key = new SeriesKey(icb, row.getInt("organisation"), row.getString("kpi"));
            found.put(new Slot(key, row.getObject("period_start", LocalDate.class)), point(row));
        });
        return found;
    }

    static MeasurePoint point(ResultSet row) throws SQLException {
        return new MeasurePoint(
                Period.parse(row.getString("period")),
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"),
                row.getObject("value", Double.class),
                Status.valueOf(row.getString("status")),
                row.getString("source"),
                row.getInt("definition_version"),
                row.getInt("revision"));
    }
}
