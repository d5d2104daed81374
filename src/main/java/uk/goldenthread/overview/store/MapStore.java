package uk.goldenthread.overview.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// SQL of the assurance map: one statement, one row a provider, its series folded into one text.
@Repository
public class MapStore {
    private static final String MAP = """
            select p.organisation, p.code, p.name, p.kind, coalesce(l.standing, 'ROUTINE') as standing, c.score, s.series
            from pub_provider p
            left join (
                select organisation, string_agg(
                    kpi || ' ' || variation || ' ' || coalesce(assurance, '-') || ' ' || basis || ' '
                        || (period_start - date '2000-01-01') || case when value is null then ' -' else ' +' end, ',') as series
                from pub_series_state
                where icb = :icb
                group by organisation) s on s.organisation = p.organisation
            left join pub_ladder l on l.icb = p.icb and l.organisation = p.organisation
            left join pub_concern_score c on c.icb = p.icb and c.organisation = p.organisation
            where p.icb = :icb and p.valid_from <= :on and (p.valid_to is null or p.valid_to > :on)
            order by p.name, p.organisation
            """;

    private final JdbcClient jdbc;

    MapStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A provider with all its series.
    ///
    /// @param standing its level on the ladder, or `RQR`
    /// @param score the composite score; null where none was worked out
    /// @param series "KPI VARIATION ASSURANCE BASIS DAYS +", parted by commas, `DAYS` from 2000 to the
    ///     period's start and `-` for the sign where the period has no value; null where it has no series
    public record Row(
            int organisation,
            String code,
            String name,
            String kind,
            String standing,
            @Nullable Integer score,
            @Nullable String series) {}

    /// What the ICB assures on that day, with the newest state of each series, by name.
    public List<Row> rows(int icb, LocalDate on) {
        return jdbc.sql(MAP)
                .param("icb", icb)
                .param("on", on)
                .query(MapStore::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getInt("organisation"),
                row.getString("code"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("standing"),
                row.getObject("score", Integer.class),
                row.getString("series"));
    }
}
