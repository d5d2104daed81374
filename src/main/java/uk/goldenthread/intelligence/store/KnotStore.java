package uk.goldenthread.intelligence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// SQL of what the golden thread tells of remarks, ratings and warning notices: one statement, however much
/// is asked.
@Repository
public class KnotStore {
    private static final String KNOTS = """
            with asked as (select o.id from pub_organisation o where o.code = any (:providers::text[]))
            select k.kind, k.id, o.code, o.name, k.day, k.first, k.second, k.flag, k.ended
            from (
                select 'intelligence' as kind, i.id, i.organisation, i.heard_on as day, i.source as first, i.words as second,
                    i.praises as flag, i.closed_on as ended
                from intelligence i
                where i.icb = :icb and (i.id = any (:remarks::bigint[]) or i.closed_on is null and i.organisation = any (array(select id from asked)))
                union all
                select 'regulator-rating', r.id, r.organisation, r.published_on, r.overall, r.safe, false, null
                from regulator_rating r
                where r.icb = :icb and (r.id = any (:ratings::bigint[]) or r.organisation = any (array(select id from asked)))
                union all
                select 'regulator-notice', n.id, n.organisation, n.published_on, null, n.about, false, n.lifted_on
                from regulator_notice n
                where n.icb = :icb and (n.id = any (:notices::bigint[]) or n.lifted_on is null and n.organisation = any (array(select id from asked)))) k
            join pub_organisation o on o.id = k.organisation
            order by k.day desc, k.kind, k.id desc
            limit 200
            """;

    private final JdbcClient jdbc;

    KnotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is asked for.
    ///
    /// @param providers the codes of providers of whom all that counts today is wanted
    public record Asked(
            Collection<Long> remarks,
            Collection<Long> ratings,
            Collection<Long> notices,
            Collection<String> providers) {
        /// Whether nothing here is of this module.
        public boolean isEmpty() {
            return remarks.isEmpty() && ratings.isEmpty() && notices.isEmpty() && providers.isEmpty();
        }
    }

    /// One of them.
    ///
    /// @param kind `intelligence`, `regulator-rating` or `regulator-notice`
    /// @param first where it was heard, or the rating overall
    /// @param second what was said, the rating of safety, or what the notice is about
    /// @param praises of a remark
    /// @param ended when it was held to count no more, or lifted
    public record Knot(
            String kind,
            long id,
            String provider,
            String name,
            LocalDate day,
            @Nullable String first,
            @Nullable String second,
            boolean praises,
            @Nullable LocalDate ended) {}

    /// What is asked for, as far as row-level security lets this person see it, the newest first.
    public List<Knot> knots(int icb, Asked asked) {
        return jdbc.sql(KNOTS)
                .param("icb", icb)
                .param("remarks", asked.remarks().toArray(Long[]::new))
                .param("ratings", asked.ratings().toArray(Long[]::new))
                .param("notices", asked.notices().toArray(Long[]::new))
                .param("providers", asked.providers().toArray(String[]::new))
                .query(KnotStore::knot)
                .list();
    }

    private static Knot knot(ResultSet row, int number) throws SQLException {
        return new Knot(
                row.getString("kind"),
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getObject("day", LocalDate.class),
                row.getString("first"),
                row.getString("second"),
                row.getBoolean("flag"),
                row.getObject("ended", LocalDate.class));
    }
}
