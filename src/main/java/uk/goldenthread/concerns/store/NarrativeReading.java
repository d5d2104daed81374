package uk.goldenthread.concerns.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.figures.SeriesKey;

/// Reads which figures of returns came without words, from what the returns module publishes.
@Repository
public class NarrativeReading {
    private static final String WORDLESS = """
            select organisation, kpi, period
            from (
                select distinct on (l.organisation, l.kpi) l.organisation, l.kpi, l.period, l.narrative
                from jsonb_to_recordset(cast(:wanted as jsonb)) as w(organisation int, kpi text)
                join pub_return_line l on l.icb = :icb and l.organisation = w.organisation and l.kpi = w.kpi
                where l.value is not null or l.numerator is not null
                order by l.organisation, l.kpi, l.period_start desc) latest
            where coalesce(btrim(narrative), '') = ''
            order by organisation, kpi
            """;
    private static final String OF_RETURN = """
            select organisation, kpi from pub_return_line where icb = :icb and return_id = :id order by organisation, kpi
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    NarrativeReading(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Of these series, those whose latest figure in a return has no words, with that figure's period.
    public Map<SeriesKey, String> wordless(int icb, Collection<SeriesKey> wanted) {
        var found = new HashMap<SeriesKey, String>();
        jdbc.sql(WORDLESS)
                .param("icb", icb)
                .param("wanted", json.writeValueAsString(wanted))
                .query(row -> {
                    found.put(
                            new SeriesKey(icb, row.getInt("organisation"), row.getString("kpi")),
                            row.getString("period"));
                });
        return found;
    }

    /// The series that a return gives figures for.
    public Set<SeriesKey> ofReturn(int icb, long id) {
        return Set.copyOf(jdbc.sql(OF_RETURN)
                .param("icb", icb)
                .param("id", id)
                .query((row, _) -> new SeriesKey(icb, row.getInt("organisation"), row.getString("kpi")))
                .list());
    }
}
