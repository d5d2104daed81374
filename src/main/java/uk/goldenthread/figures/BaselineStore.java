package uk.goldenthread.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The statements on `baseline`.
record BaselineStore(JdbcClient jdbc) {
    private static final String STARTS = """
            select b.organisation, b.kpi, b.starts
            from unnest(:organisations::int[], :kpis::text[]) as v (organisation, kpi)
            join baseline b on b.icb = :icb and b.organisation = v.organisation and b.kpi = v.kpi
            order by b.organisation, b.kpi, b.starts
            """;
    private static final String OF = """
            select id, starts, reason, approver, version
            from baseline
            where icb = :icb and organisation = :organisation and kpi = :kpi
            order by starts
            """;
    private static final String ADD = """
            insert into baseline (icb, organisation, kpi, starts, reason, approver)
            values (:icb, :organisation, :kpi, :starts, :reason, :approver)
            on conflict (icb, organisation, kpi, starts) do update
            set reason = excluded.reason, approver = excluded.approver, version = baseline.version + 1
            returning id
            """;
    private static final String REMOVE =
            "delete from baseline where icb = :icb and organisation = :organisation and kpi = :kpi and starts = :starts";

    Map<SeriesKey, List<LocalDate>> starts(int icb, Collection<SeriesKey> series) {
        var found = new HashMap<SeriesKey, List<LocalDate>>();
        jdbc.sql(STARTS)
                .param("icb", icb)
                .param("organisations", Columns.integers(series, SeriesKey::organisation))
                .param("kpis", Columns.texts(series, SeriesKey::kpi))
                .query(row -> {
                    var key = new SeriesKey(icb, row.getInt("organisation"), row.getString("kpi"));
                    found.computeIfAbsent(key, _ -> new ArrayList<>()).add(row.getObject("starts", LocalDate.class));
                });
        return found;
    }

    List<Baseline> of(SeriesKey key) {
        return jdbc.sql(OF)
                .param("icb", key.icb())
                .param("organisation", key.organisation())
                .param("kpi", key.kpi())
                .query((row, _) -> new Baseline(
                        row.getInt("id"),
                        key,
                        row.getObject("starts", LocalDate.class),
                        row.getString("reason"),
                        row.getInt("approver"),
                        row.getInt("version")))
                .list();
    }

    int add(SeriesKey key, LocalDate starts, String reason, int approver) {
        return jdbc.sql(ADD)
                .param("icb", key.icb())
                .param("organisation", key.organisation())
                .param("kpi", key.kpi())
                .param("starts", starts)
                .param("reason", reason)
                .param("approver", approver)
                .query((row, _) -> row.getInt("id"))
                .single();
    }

    int remove(SeriesKey key, LocalDate starts) {
        return jdbc.sql(REMOVE)
                .param("icb", key.icb())
                .param("organisation", key.organisation())
                .param("kpi", key.kpi())
                .param("starts", starts)
                .update();
    }
}
