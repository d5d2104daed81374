package uk.goldenthread.concerns.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.figures.SeriesKey;

/// Reads whole series with their chart's state, many at once.
@Repository
public class SeriesStore {
    private static final String SERIES = """
            select m.organisation, m.kpi, m.period, m.numerator, m.denominator, m.value, m.status = 'PROVISIONAL' as provisional,
                s.target, s.direction, s.points, s.basis, s.variation, s.assurance, s.mean, s.lower_limit, s.upper_limit
            from jsonb_to_recordset(cast(:wanted as jsonb)) as w(organisation int, kpi text)
            join pub_series_state s on s.icb = :icb and s.organisation = w.organisation and s.kpi = w.kpi
            join pub_measure m on m.icb = :icb and m.organisation = w.organisation and m.kpi = w.kpi
            where m.value is not null
            order by m.organisation, m.kpi, m.period_start
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SeriesStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// A value as it is stored.
    public record Value(
            String period,
            double value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            boolean provisional) {}

    /// A series with its chart's state.
    ///
    /// @param points how many points the state rests on
    public record Stored(
            int organisation,
            String kpi,
            @Nullable BigDecimal target,
            String direction,
            int points,
            String basis,
            String variation,
            @Nullable String assurance,
            @Nullable Double mean,
            @Nullable Double lower,
            @Nullable Double upper,
            List<Value> values) {}

    /// The wanted series that have values, in one statement.
    public List<Stored> read(int icb, Collection<SeriesKey> wanted) {
        var found = new LinkedHashMap<SeriesKey, Stored>();
        jdbc.sql(SERIES)
                .param("icb", icb)
                .param("wanted", json.writeValueAsString(wanted))
                .query(row -> {
                    var key = new SeriesKey(icb, row.getInt("organisation"), row.getString("kpi"));
                    var series = found.get(key);
                    if (series == null) {
                        series = state(row);
                        found.put(key, series);
                    }
                    series.values.add(value(row));
                });
        return List.copyOf(found.values());
    }

    private static Stored state(ResultSet row) throws SQLException {
        return new Stored(
                row.getInt("organisation"),
                row.getString("kpi"),
                row.getBigDecimal("target"),
                row.getString("direction"),
                row.getInt("points"),
                row.getString("basis"),
                row.getString("variation"),
                row.getString("assurance"),
                row.getObject("mean", Double.class),
                row.getObject("lower_limit", Double.class),
                row.getObject("upper_limit", Double.class),
                new ArrayList<>());
    }

    private static Value value(ResultSet row) throws SQLException {
        return new Value(
                row.getString("period"),
                row.getDouble("value"),
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"),
                row.getBoolean("provisional"));
    }
}
