package uk.goldenthread.papers.store;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The providers that a paper counts by their level of oversight, one by one, through the published views.
@Component
public class LadderSource {
    private static final String COUNTED = """
            select o.code, o.name, coalesce(l.standing, 'ROUTINE') as standing, l.since
            from pub_organisation o
            left join pub_ladder l on l.icb = :icb and l.organisation = o.id
            where o.id in (
                select p.organisation from pub_provider p
                where p.icb = :icb and p.valid_from <= :on and (p.valid_to is null or p.valid_to > :on))
            order by o.name, o.code
            """;

    private final JdbcClient jdbc;

    LadderSource(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A provider.
    ///
    /// @param standing a code of LADDER_LEVEL
    /// @param since null where it never left routine oversight
    public record Counted(
            String code,
            String name,
            String standing,
            @Nullable LocalDate since) {}

    /// Those the ICB assures on a day.
    public List<Counted> providers(int icb, LocalDate on) {
        return jdbc.sql(COUNTED)
                .param("icb", icb)
                .param("on", on)
                .query((row, _) -> new Counted(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("standing"),
                        row.getObject("since", LocalDate.class)))
                .list();
    }
}
