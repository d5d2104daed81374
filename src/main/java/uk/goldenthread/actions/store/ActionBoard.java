package uk.goldenthread.actions.store;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.database.Conditions;

/// How many actions there are of each age, by organisation, owner or theme. Called inside a unit of
/// work.
@Repository
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
public class ActionBoard {
    private static final String COUNTS = """
            select %1$s as key, %2$s as name,
                count(*) filter (where %3$s) as overdue_long,
                count(*) filter (where %4$s) as overdue_lately,
                count(*) filter (where %5$s) as due_soon,
                count(*) filter (where %6$s) as due_later,
                count(*) filter (where a.state = 'EVIDENCE_SUBMITTED') as with_icb,
                count(*) filter (where a.state = 'ASSURED') as verified
            from action a
            join pub_organisation o on o.id = a.organisation
            where %7$s and a.state in ('PROPOSED', 'OPEN', 'IN_PROGRESS', 'EVIDENCE_SUBMITTED', 'RETURNED', 'ASSURED')
            group by 1, 2
            order by overdue_long desc, overdue_lately desc, due_soon desc, name, key
            limit 300
            """;

    private final JdbcClient jdbc;

    ActionBoard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What a line of the board stands for.
    public enum By {
        ORGANISATION("o.code", "o.name"),
        OWNER("coalesce(a.owner, 0)::text", "a.owner_name"),
        THEME("a.theme", "a.theme");

        private final String key;
        private final String name;

        By(String key, String name) {
            this.key = key;
            this.name = name;
        }
    }

    /// One line: how many actions of each age.
    ///
    /// @param key a register code, an account's number (0 for nobody) or a theme's code
    public record Line(
            String key,
            String name,
            int overdueLong,
            int overdueLately,
            int dueSoon,
            int dueLater,
            int withIcb,
            int verified) {
        /// All of them.
        public int total() {
            return overdueLong + overdueLately + dueSoon + dueLater + withIcb + verified;
        }
    }

    /// The lines, most overdue first, at most 300.
    ///
    /// @param organisation null for all of the ICB's
    public List<Line> lines(By by, int icb, @Nullable Integer organisation, LocalDate today) {
        var where = Conditions.of("a.icb = :icb", "icb", icb)
                .given("a.organisation = :organisation", "organisation", organisation)
                .value("today", today);
        var sql = COUNTS.formatted(
                by.key,
                by.name,
                ActionList.OVERDUE_LONG,
                ActionList.OVERDUE_LATELY,
                ActionList.DUE_SOON,
                ActionList.DUE_LATER,
                where.sql());
        return jdbc.sql(sql)
                .params(where.values())
                .query((row, _) -> new Line(
                        row.getString("key"),
                        row.getString("name"),
                        row.getInt("overdue_long"),
                        row.getInt("overdue_lately"),
                        row.getInt("due_soon"),
                        row.getInt("due_later"),
                        row.getInt("with_icb"),
                        row.getInt("verified")))
                .list();
    }
}
