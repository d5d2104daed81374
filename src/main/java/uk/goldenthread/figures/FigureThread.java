package uk.goldenthread.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.rulebook.Rules;
import uk.goldenthread.thread.DutyThread;
import uk.goldenthread.thread.ThreadLink;
import uk.goldenthread.thread.ThreadNode;
import uk.goldenthread.thread.ThreadSource;
import uk.goldenthread.thread.ThreadStage;

/// Measures on the thread: `measure/K03` is what all providers answer, `measure/K03:RXX` is one provider's series. Each
/// hangs on the duties that it shows.
@Component
class FigureThread implements ThreadSource {
    private static final String KIND = "measure";
    private static final Pattern ADDRESS = Pattern.compile("/measures/([A-Za-z0-9-]+)(?:/([A-Za-z0-9]+))?");
    private static final String SERIES = """
            select distinct asked.kpi, o.code, o.name, s.period, s.value
            from unnest(string_to_array(:kpis, ','), string_to_array(:codes, ',')) as asked (kpi, code)
            join pub_provider o on o.icb = :icb and o.code = asked.code and (o.organisation = :own or :all)
            left join series_state s on s.icb = :icb and s.organisation = o.organisation and s.kpi = asked.kpi
            """;

    private final JdbcClient jdbc;
    private final Rules rules;
    private final DutyThread duties;

    FigureThread(JdbcClient jdbc, Rules rules, DutyThread duties) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.duties = duties;
    }

    @Override
    public List<ThreadNode> nodes(Actor actor, Collection<Reference> of) {
        var keys = of.stream()
                .filter(each -> each.kind().equals(KIND))
                .map(Reference::key)
                .toList();
        if (keys.isEmpty() || !actor.may(Permission.FIGURE_VIEW)) {
            return List.of();
        }
        var nodes = new ArrayList<ThreadNode>();
        keys.stream()
                .flatMap(key -> rules.now().kpis().find(key).stream())
                .map(FigureThread::ofAll)
                .forEach(nodes::add);
        var series = keys.stream().filter(key -> key.indexOf(':') > 0).toList();
        if (!series.isEmpty()) {
            nodes.addAll(ofOne(actor, series));
        }
        return nodes;
    }

    private static ThreadNode ofAll(KpiDefinition definition) {
        return new ThreadNode(
                new Reference(KIND, definition.code()),
                ThreadStage.ANSWER,
                "%s %s, as providers give it".formatted(definition.code(), definition.name()),
                null,
                "/measures/" + definition.code());
    }

    private List<ThreadNode> ofOne(Actor actor, List<String> keys) {
        return jdbc
                .sql(SERIES)
                .param("icb", actor.icb())
                .param("own", actor.organisation())
                .param("all", actor.reachesWholeIcb())
                .param(
                        "kpis",
                        String.join(
                                ",",
                                keys.stream().map(key -> key.split(":", 2)[0]).toList()))
                .param(
                        "codes",
                        String.join(
                                ",",
                                keys.stream().map(key -> key.split(":", 2)[1]).toList()))
                .query((row, _) -> ofOne(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<ThreadNode> ofOne(ResultSet row) throws SQLException {
        var kpi = row.getString("kpi");
        var period = row.getString("period") == null ? null : Period.parse(row.getString("period"));
        var value = row.getDouble("value");
        var known = period == null
                ? rules.now().kpis().find(kpi)
                : rules.now().kpis().on(kpi, period.end());
        var code = row.getString("code");
        var name = row.getString("name");
        return known.map(definition -> new ThreadNode(
                new Reference(KIND, kpi + ":" + code),
                ThreadStage.ANSWER,
                "%s: %s, %s"
                        .formatted(
                                name,
                                definition.name(),
                                period == null
                                        ? "not given yet"
                                        : MeasureWords.value(definition, value) + " in " + period.label()),
                period == null ? null : period.end(),
                "/measures/%s/%s".formatted(kpi, code)));
    }

    @Override
    public List<ThreadLink> links(Actor actor, Collection<Reference> of) {
        if (!actor.may(Permission.FIGURE_VIEW)) {
            return List.of();
        }
        var links = new ArrayList<ThreadLink>();
        for (var definition : rules.now().kpis().definitions()) {
            var measure = new Reference(KIND, definition.code());
            definition.requirements().stream()
                    .map(duties::requirement)
                    .filter(duty -> of.contains(duty) || of.contains(measure))
                    .map(duty -> new ThreadLink(duty, measure))
                    .forEach(links::add);
        }
        of.stream().flatMap(FigureThread::toAll).forEach(links::add);
        return links;
    }

    private static Stream<ThreadLink> toAll(Reference series) {
        int between = series.key().indexOf(':');
        return series.kind().equals(KIND) && between > 0
                ? Stream.of(new ThreadLink(new Reference(KIND, series.key().substring(0, between)), series))
                : Stream.empty();
    }

    @Override
    public Optional<Reference> at(String path) {
        return Optional.of(ADDRESS.matcher(path))
                .filter(Matcher::matches)
                .map(found -> new Reference(
                        KIND, found.group(2) == null ? found.group(1) : found.group(1) + ":" + found.group(2)));
    }
}
