package uk.goldenthread.returns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.thread.ThreadLink;
import uk.goldenthread.thread.ThreadNode;
import uk.goldenthread.thread.ThreadSource;
import uk.goldenthread.thread.ThreadStage;

/// Returns on the thread: each hangs on the measures that it answers. Downwards a measure leads to the latest return
/// alone; the others are on its own page.
@Component
class ReturnThread implements ThreadSource {
    private static final String KIND = "return";
    private static final Pattern ADDRESS = Pattern.compile("/returns/(\\d{1,18})");
    private static final String NODES = """
            select r.id, o.name, r.period, r.state, coalesce(r.accepted_at, r.approved_at, r.submitted_at) as at
            from data_return r
            join pub_organisation o on o.id = r.organisation
            where r.icb = :icb and r.id = any (string_to_array(:ids, ',')::bigint[])
            """;
    private static final String MEASURES_OF = """
            select l.kpi || ':' || o.code as series, l.return_id
            from return_line l
            join pub_organisation o on o.id = l.organisation
            where l.icb = :icb and l.return_id = any (string_to_array(:ids, ',')::bigint[])
            """;
    private static final String LATEST_OF = """
            select distinct on (o.id, asked.kpi) asked.kpi || ':' || o.code as series, l.return_id
            from unnest(string_to_array(:kpis, ','), string_to_array(:codes, ',')) as asked (kpi, code)
            join pub_organisation o on o.code = asked.code
            join return_line l on l.icb = :icb and l.organisation = o.id and l.kpi = asked.kpi
            join data_return r on r.id = l.return_id and r.submitted_at is not null
            order by o.id, asked.kpi, l.period_start desc, l.return_id desc
            """;

    private final JdbcClient jdbc;

    ReturnThread(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static List<String> numbers(Collection<Reference> of) {
        return of.stream()
                .filter(each -> each.kind().equals(KIND) && each.key().matches("\\d{1,18}"))
                .map(Reference::key)
                .toList();
    }

    @Override
    public List<ThreadNode> nodes(Actor actor, Collection<Reference> of) {
        var ids = numbers(of);
        return ids.isEmpty() || !actor.may(Permission.RETURN_VIEW)
                ? List.of()
                : jdbc.sql(NODES)
                        .param("icb", actor.icb())
                        .param("ids", String.join(",", ids))
                        .query(ReturnThread::node)
                        .list();
    }

    private static ThreadNode node(ResultSet row, int number) throws SQLException {
        var at = row.getTimestamp("at");
        return new ThreadNode(
                Reference.of(KIND, row.getLong("id")),
                ThreadStage.ANSWER,
                "%s: return for %s, %s"
                        .formatted(
                                row.getString("name"),
                                Period.parse(row.getString("period")).label(),
                                Words.state(row.getString("state"), true)),
                at == null ? null : London.dateOf(at.toInstant()),
                "/returns/" + row.getLong("id"));
    }

    @Override
    public List<ThreadLink> links(Actor actor, Collection<Reference> of) {
        if (!actor.may(Permission.RETURN_VIEW)) {
            return List.of();
        }
        var links = new java.util.ArrayList<ThreadLink>();
        var ids = numbers(of);
        if (!ids.isEmpty()) {
            links.addAll(jdbc.sql(MEASURES_OF)
                    .param("icb", actor.icb())
                    .param("ids", String.join(",", ids))
                    .query(ReturnThread::link)
                    .list());
        }
        var series = of.stream()
                .filter(each -> each.kind().equals("measure") && each.key().indexOf(':') > 0)
                .map(each -> each.key().split(":", 2))
                .toList();
        if (!series.isEmpty()) {
            links.addAll(jdbc.sql(LATEST_OF)
                    .param("icb", actor.icb())
                    .param(
                            "kpis",
                            String.join(
                                    ",", series.stream().map(each -> each[0]).toList()))
                    .param(
                            "codes",
                            String.join(
                                    ",", series.stream().map(each -> each[1]).toList()))
                    .query(ReturnThread::link)
                    .list());
        }
        return links;
    }

    private static ThreadLink link(ResultSet row, int number) throws SQLException {
        return new ThreadLink(
                new Reference("measure", row.getString("series")), Reference.of(KIND, row.getLong("return_id")));
    }

    @Override
    public Optional<Reference> at(String path) {
        return Optional.of(ADDRESS.matcher(path))
                .filter(Matcher::matches)
                .map(found -> new Reference(KIND, found.group(1)));
    }
}
