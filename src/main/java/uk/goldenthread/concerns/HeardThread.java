package uk.goldenthread.concerns;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.Frameworks;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.concerns.model.CrossCheck;
import uk.goldenthread.concerns.model.HeardRule;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.thread.ThreadLink;
import uk.goldenthread.thread.ThreadNode;
import uk.goldenthread.thread.ThreadSource;

/// Hangs what is heard on the requirements whose claims its theme tests (`catalogue/cross-checks.yaml`),
/// and the signals of W13 and W10 on the remarks, ratings and notices that raised them. The things
/// themselves are told by others.
@Component
class HeardThread implements ThreadSource {
    private static final String REMARKS = """
            select i.id, l.requirement
            from jsonb_to_recordset(cast(:lines as jsonb)) as l(requirement text, theme text)
            join pub_intelligence i on i.icb = :icb and i.theme = l.theme
            where i.id = any (:remarks::bigint[])
                or l.requirement = any (:requirements::text[]) and i.closed_on is null
            order by i.heard_on desc, i.id desc, l.requirement
            limit 200
            """;
    /// A signal keeps the months of the first and the last fact that raised it. Downwards only to those
    /// that still stand.
    private static final String SIGNALS = """
            select s.id as signal, f.kind, f.id as fact
            from signal s
            join (
                select icb, organisation, 'intelligence' as kind, id, heard_on as day
                from pub_intelligence where icb = :icb and not praises and closed_on is null
                union all
                select icb, organisation, 'regulator-rating', id, published_on from pub_regulator_rating where icb = :icb
                union all
                select icb, organisation, 'regulator-notice', id, published_on from pub_regulator_notice where icb = :icb) f
                on f.icb = s.icb and f.organisation = s.organisation
                and f.day >= s.first_start and f.day < s.last_start + interval '1 month'
                and case f.kind
                    when 'intelligence' then s.rule = :heard
                    when 'regulator-rating' then s.series in ('REGULATOR-RATING', 'REGULATOR-SAFE')
                    else s.series = 'REGULATOR-NOTICE-' || f.id end
            where s.icb = :icb
                and (s.id = any (:signals::bigint[])
                    or f.kind || '/' || f.id = any (:facts::text[]) and s.holds and s.state <> 'CLOSED')
            order by s.id desc, f.kind, f.id desc
            limit 200
            """;

    private final JdbcClient jdbc;
    private final String lines;

    HeardThread(JdbcClient jdbc, JsonMapper json, CrossChecks checks, Frameworks frameworks) {
        this.jdbc = jdbc;
        this.lines = json.writeValueAsString(checks.all().stream()
                .flatMap(check -> lines(check, frameworks))
                .distinct()
                .toList());
    }

    private static Stream<Map<String, String>> lines(CrossCheck check, Frameworks frameworks) {
        return check.lines().entrySet().stream()
                .flatMap(entry -> frameworks.find(entry.getKey()).stream()
                        .flatMap(edition -> entry.getValue().stream().map(line -> name(edition, line))))
                .flatMap(requirement ->
                        check.themes().stream().map(theme -> Map.of("requirement", requirement, "theme", theme)));
    }

    /// The key of a line on the thread, where an edition has a hyphen for the stroke.
    private static String name(FrameworkEdition edition, String line) {
        return "%s:%s:%s".formatted(edition.code(), edition.edition().replace('/', '-'), line);
    }

    @Override
    public List<ThreadNode> nodes(Actor actor, Collection<Reference> of) {
        return List.of();
    }

    @Override
    public List<ThreadLink> links(Actor actor, Collection<Reference> of) {
        var links = new ArrayList<ThreadLink>();
        remarks(actor, of, links);
        signals(actor, of, links);
        return links;
    }

    private void remarks(Actor actor, Collection<Reference> of, List<ThreadLink> links) {
        var remarks = ClaimThread.keys(of, "intelligence");
        var requirements = of.stream()
                .filter(each -> each.kind().equals("requirement"))
                .map(Reference::key)
                .toArray(String[]::new);
        if ((remarks.length == 0 && requirements.length == 0) || !actor.may(Permission.INTELLIGENCE_VIEW)) {
            return;
        }
        jdbc.sql(REMARKS)
                .param("icb", actor.icb())
                .param("lines", lines)
                .param("remarks", remarks)
                .param("requirements", requirements)
                .query(row -> {
                    links.add(new ThreadLink(
                            new Reference("requirement", row.getString("requirement")),
                            Reference.of("intelligence", row.getLong("id"))));
                });
    }

    private void signals(Actor actor, Collection<Reference> of, List<ThreadLink> links) {
        var signals = ClaimThread.keys(of, "signal");
        var facts = of.stream()
                .filter(each ->
                        each.kind().equals("intelligence") || each.kind().startsWith("regulator-"))
                .map(Reference::toString)
                .toArray(String[]::new);
        if ((signals.length == 0 && facts.length == 0) || !SignalThread.may(actor)) {
            return;
        }
        jdbc.sql(SIGNALS)
                .param("icb", actor.icb())
                .param("heard", HeardRule.CODE)
                .param("signals", signals)
                .param("facts", facts)
                .query(row -> {
                    links.add(new ThreadLink(
                            Reference.of(row.getString("kind"), row.getLong("fact")),
                            Reference.of("signal", row.getLong("signal"))));
                });
    }
}
