package uk.goldenthread.concerns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
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
import uk.goldenthread.thread.ThreadLink;
import uk.goldenthread.thread.ThreadNode;
import uk.goldenthread.thread.ThreadSource;
import uk.goldenthread.thread.ThreadStage;

/// Signals on the thread: each hangs on the series that raised it. Downwards a measure leads to those that still stand.
@Component
class SignalThread implements ThreadSource {
    private static final String KIND = "signal";
    private static final Pattern ADDRESS = Pattern.compile("/signals/(\\d{1,18})");
    private static final String NODES = """
            select s.id, o.name, s.words, s.state, s.raised_on
            from signal s
            join pub_organisation o on o.id = s.organisation
            where s.icb = :icb and s.id = any (string_to_array(:ids, ',')::bigint[])
            """;
    private static final String LINKS = """
            select s.id, s.kpi, o.code
            from signal s
            join pub_organisation o on o.id = s.organisation
            where s.icb = :icb and s.kpi is not null
                and (s.id = any (string_to_array(:ids, ',')::bigint[])
                    or s.holds and s.state <> 'CLOSED' and (s.kpi = any (string_to_array(:kpis, ','))
                        or s.kpi || ':' || o.code = any (string_to_array(:kpis, ','))))
            order by s.raised_on desc, s.id desc
            limit 100
            """;

    private final JdbcClient jdbc;

    SignalThread(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Whoever knows a provider's level knows what it rests on; the signal's own page is for those who deal with it.
    static boolean may(Actor actor) {
        return actor.may(Permission.SIGNAL_VIEW) || actor.may(Permission.LADDER_VIEW);
    }

    private static String keys(Collection<Reference> of, String kind, String shape) {
        return String.join(
                ",",
                of.stream()
                        .filter(each -> each.kind().equals(kind) && each.key().matches(shape))
                        .map(Reference::key)
                        .toList());
    }

    @Override
    public List<ThreadNode> nodes(Actor actor, Collection<Reference> of) {
        var ids = keys(of, KIND, "\\d{1,18}");
        return ids.isEmpty() || !may(actor)
                ? List.of()
                : jdbc.sql(NODES)
                        .param("icb", actor.icb())
                        .param("ids", ids)
                        .query((row, _) -> node(actor, row))
                        .list();
    }

    private static ThreadNode node(Actor actor, ResultSet row) throws SQLException {
        var how =
                switch (row.getString("state")) {
                    case "RAISED" -> "not yet acknowledged";
                    case "CLOSED" -> "closed";
                    default -> "being followed up";
                };
        return new ThreadNode(
                Reference.of(KIND, row.getLong("id")),
                ThreadStage.FINDING,
                "%s: %s (%s)".formatted(row.getString("name"), row.getString("words"), how),
                row.getObject("raised_on", LocalDate.class),
                actor.may(Permission.SIGNAL_VIEW) && actor.reachesWholeIcb() ? "/signals/" + row.getLong("id") : null);
    }

    @Override
    public List<ThreadLink> links(Actor actor, Collection<Reference> of) {
        var ids = keys(of, KIND, "\\d{1,18}");
        var measures = keys(of, "measure", "[^,]+");
        if ((ids.isEmpty() && measures.isEmpty()) || !may(actor)) {
            return List.of();
        }
        var links = new ArrayList<ThreadLink>();
        jdbc.sql(LINKS)
                .param("icb", actor.icb())
                .param("ids", ids)
                .param("kpis", measures)
                .query(row -> {
                    var kpi = row.getString("kpi");
                    var series = new Reference("measure", kpi + ":" + row.getString("code"));
                    links.add(new ThreadLink(series, Reference.of(KIND, row.getLong("id"))));
                    links.add(new ThreadLink(new Reference("measure", kpi), series));
                });
        return links;
    }

    @Override
    public Optional<Reference> at(String path) {
        return Optional.of(ADDRESS.matcher(path))
                .filter(Matcher::matches)
                .map(found -> new Reference(KIND, found.group(1)));
    }
}
