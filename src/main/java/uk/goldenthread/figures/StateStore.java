package uk.goldenthread.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.figures.MeasureValue.Status;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.spc.Assurance;
import uk.goldenthread.kernel.spc.Direction;
import uk.goldenthread.kernel.spc.Standing;
import uk.goldenthread.kernel.spc.Variation;

/// The statements on `series_state`.
record StateStore(JdbcClient jdbc) {
    private static final String UPSERT = """
            insert into series_state as s (icb, organisation, kpi, period_start, period, points, numerator, denominator,
                value, status, target, direction, mean, lower_limit, upper_limit, basis, variation, assurance)
            select :icb, v.*
            from unnest(:organisations::int[], :kpis::text[], :starts::date[], :periods::text[], :points::int[],
                :numerators::numeric[], :denominators::numeric[], :amounts::double precision[], :statuses::text[],
                :targets::double precision[], :directions::text[], :means::double precision[],
                :lowers::double precision[], :uppers::double precision[], :bases::text[], :variations::text[],
                :assurances::text[]) as v
            on conflict (icb, organisation, kpi) do update
            set period_start = excluded.period_start, period = excluded.period, points = excluded.points,
                numerator = excluded.numerator, denominator = excluded.denominator, value = excluded.value,
                status = excluded.status, target = excluded.target, direction = excluded.direction,
                mean = excluded.mean, lower_limit = excluded.lower_limit, upper_limit = excluded.upper_limit,
                basis = excluded.basis, variation = excluded.variation, assurance = excluded.assurance
            where (s.period_start, s.period, s.points, s.numerator, s.denominator, s.value, s.status, s.target,
                    s.direction, s.mean, s.lower_limit, s.upper_limit, s.basis, s.variation, s.assurance)
                is distinct from (excluded.period_start, excluded.period, excluded.points, excluded.numerator,
                    excluded.denominator, excluded.value, excluded.status, excluded.target, excluded.direction,
                    excluded.mean, excluded.lower_limit, excluded.upper_limit, excluded.basis, excluded.variation,
                    excluded.assurance)
            """;
    private static final String DELETE = """
            delete from series_state s
            using unnest(:organisations::int[], :kpis::text[]) as v (organisation, kpi)
            where s.icb = :icb and s.organisation = v.organisation and s.kpi = v.kpi
            """;
    private static final String COLUMNS = """
            select icb, organisation, kpi, period, points, numerator, denominator, value, status, target, direction,
                mean, lower_limit, upper_limit, basis, variation, assurance
            from series_state
            """;
    private static final String OF = COLUMNS + "where icb = :icb and organisation = :organisation and kpi = :kpi";
    private static final String ALL = COLUMNS + "where icb = :icb order by organisation, kpi";
    private static final String OF_KPI = COLUMNS + "where icb = :icb and kpi = :kpi order by organisation";

    void upsert(int icb, List<SeriesState> states) {
        jdbc.sql(UPSERT)
                .param("icb", icb)
                .param(
                        "organisations",
                        Columns.integers(states, state -> state.series().organisation()))
                .param("kpis", Columns.texts(states, state -> state.series().kpi()))
                .param("starts", Columns.texts(states, state -> state.period().start()))
                .param("periods", Columns.texts(states, state -> state.period().code()))
                .param("points", Columns.integers(states, SeriesState::points))
                .param("numerators", Columns.texts(states, SeriesState::numerator))
                .param("denominators", Columns.texts(states, SeriesState::denominator))
                .param("amounts", Columns.doubles(states, SeriesState::value))
                .param("statuses", Columns.texts(states, SeriesState::status))
                .param("targets", Columns.doubles(states, SeriesState::target))
                .param(
                        "directions",
                        Columns.texts(states, state -> state.direction().code()))
                .param("means", Columns.doubles(states, SeriesState::mean))
                .param("lowers", Columns.doubles(states, SeriesState::lowerLimit))
                .param("uppers", Columns.doubles(states, SeriesState::upperLimit))
                .param("bases", Columns.texts(states, SeriesState::basis))
                .param("variations", Columns.texts(states, SeriesState::variation))
                .param("assurances", Columns.texts(states, SeriesState::assurance))
                .update();
    }

    void delete(int icb, Set<SeriesKey> series) {
        jdbc.sql(DELETE)
                .param("icb", icb)
                .param("organisations", Columns.integers(series, SeriesKey::organisation))
                .param("kpis", Columns.texts(series, SeriesKey::kpi))
                .update();
    }

    Optional<SeriesState> of(SeriesKey key) {
        return jdbc.sql(OF)
                .param("icb", key.icb())
                .param("organisation", key.organisation())
                .param("kpi", key.kpi())
                .query((row, _) -> state(row))
                .optional();
    }

    List<SeriesState> all(int icb) {
        return jdbc.sql(ALL).param("icb", icb).query((row, _) -> state(row)).list();
    }

    List<SeriesState> ofKpi(int icb, String kpi) {
        return jdbc.sql(OF_KPI)
                .param("icb", icb)
                .param("kpi", kpi)
                .query((row, _) -> state(row))
                .list();
    }

    private static SeriesState state(ResultSet row) throws SQLException {
        var assurance = row.getString("assurance");
        return new SeriesState(
                new SeriesKey(row.getInt("icb"), row.getInt("organisation"), row.getString("kpi")),
                Period.parse(row.getString("period")),
                row.getInt("points"),
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"),
                row.getObject("value", Double.class),
                Status.valueOf(row.getString("status")),
                row.getObject("target", Double.class),
                Direction.find(row.getString("direction")).orElseThrow(),
                row.getObject("mean", Double.class),
                row.getObject("lower_limit", Double.class),
                row.getObject("upper_limit", Double.class),
                Standing.valueOf(row.getString("basis")),
                Variation.valueOf(row.getString("variation")),
                assurance == null ? null : Assurance.valueOf(assurance));
    }
}
