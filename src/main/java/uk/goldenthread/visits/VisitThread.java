package uk.goldenthread.visits;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.evidence.Claim;
import uk.goldenthread.evidence.ClaimSource;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.thread.ThreadLink;
import uk.goldenthread.thread.ThreadNode;
import uk.goldenthread.thread.ThreadSource;
import uk.goldenthread.thread.ThreadStage;
import uk.goldenthread.visits.model.Line;
import uk.goldenthread.visits.model.Visit;
import uk.goldenthread.visits.model.VisitStates;
import uk.goldenthread.visits.store.AuditStore;
import uk.goldenthread.visits.store.AuditStore.Audit;
import uk.goldenthread.visits.store.FindingStore;
import uk.goldenthread.visits.store.FindingStore.Finding;
import uk.goldenthread.visits.store.VisitStore;

/// What visits and audits found, on the thread and as things that evidence may support and actions are
/// proposed for. Each hangs on the line of a framework whose claim it puts to the test. A visit stands on
/// the thread only where the thread is followed from it: from elsewhere its single findings do, so that
/// what it found besides stays out.
@Component
class VisitThread implements ThreadSource, ClaimSource {
    private static final String VISIT = "visit";
    private static final String FINDING = "finding";
    private static final String AUDIT = "audit";
    private static final Pattern ADDRESS = Pattern.compile("/(visit|audit)s/(\\d{1,18})");
    private static final Pattern LINE = Pattern.compile("[^:]+:[^:]+:[^:]+");
    private static final int SHOWN = 120;

    private final VisitStore visits;
    private final FindingStore findings;
    private final AuditStore audits;

    VisitThread(VisitStore visits, FindingStore findings, AuditStore audits) {
        this.visits = visits;
        this.findings = findings;
        this.audits = audits;
    }

    @Override
    public List<ThreadNode> nodes(Actor actor, Collection<Reference> of) {
        var nodes = new ArrayList<ThreadNode>();
        if (actor.may(Permission.VISIT_VIEW)) {
            visits(actor, of).forEach(visit -> nodes.add(node(visit)));
            findings(actor, of, nodes);
            audits(actor, of).forEach(audit -> nodes.add(node(audit)));
        }
        return nodes;
    }

    private void findings(Actor actor, Collection<Reference> of, List<ThreadNode> nodes) {
        var found = findings(actor, of);
        if (found.isEmpty()) {
            return;
        }
        var numbers = found.stream().map(Finding::visit).distinct().toList();
        var whose =
                visits.ofNumbers(actor.icb(), numbers).stream().collect(Collectors.toMap(Visit::id, visit -> visit));
        for (var finding : found) {
            var visit = whose.get(finding.visit());
            if (visit != null) {
                nodes.add(node(finding, visit));
            }
        }
    }

    private static ThreadNode node(Visit visit) {
        return new ThreadNode(
                Reference.of(VISIT, visit.id()),
                ThreadStage.FINDING,
                "Visit to %s: %s (%s)"
                        .formatted(
                                visit.organisationName(),
                                cut(visit.purpose()),
                                VisitStates.words(visit.state()).toLowerCase(Locale.UK)),
                visit.day(),
                "/visits/" + visit.id());
    }

    private static ThreadNode node(Finding finding, Visit visit) {
        return new ThreadNode(
                Reference.of(FINDING, finding.id()),
                ThreadStage.FINDING,
                "A visit to %s found: %s (%s)%s"
                        .formatted(
                                visit.organisationName(),
                                cut(finding.words()),
                                finding.grade().words().toLowerCase(Locale.UK),
                                finding.stands() ? "" : ", withdrawn"),
                visit.day(),
                "/visits/%d#finding-%d".formatted(visit.id(), finding.id()));
    }

    private static ThreadNode node(Audit audit) {
        return new ThreadNode(
                Reference.of(AUDIT, audit.id()),
                ThreadStage.FINDING,
                "%s audited: %s (%d of %d met the standard)"
                        .formatted(
                                audit.organisationName(),
                                cut(audit.said().title()),
                                audit.said().met(),
                                audit.said().sample()),
                audit.sharedOn(),
                "/audits/" + audit.id());
    }

    /// What a finding or an audit asked for is told by the register of actions.
    @Override
    public List<ThreadLink> links(Actor actor, Collection<Reference> of) {
        var links = new ArrayList<ThreadLink>();
        if (!actor.may(Permission.VISIT_VIEW)) {
            return links;
        }
        var lines = of.stream()
                .filter(each -> each.kind().equals("requirement")
                        && LINE.matcher(each.key()).matches())
                .map(each -> Line.parse(each.key()))
                .toList();
        if (!lines.isEmpty()) {
            findings.on(actor.icb(), lines).forEach(each -> links.add(link(each.line(), FINDING, each.id())));
            audits.on(actor.icb(), lines).forEach(each -> links.add(link(each.line(), AUDIT, each.id())));
        }
        findings(actor, of).forEach(finding -> hangsOn(finding.line(), FINDING, finding.id(), links));
        ofVisits(actor, numbers(of, VISIT), links);
        chained(actor, of).forEach(audit -> {
            hangsOn(audit.line(), AUDIT, audit.id(), links);
            var repeats = audit.details().reAudits();
            if (repeats != null) {
                links.add(new ThreadLink(Reference.of(AUDIT, repeats), Reference.of(AUDIT, audit.id())));
            }
        });
        return links;
    }

    private void ofVisits(Actor actor, Collection<Long> asked, List<ThreadLink> links) {
        if (asked.isEmpty()) {
            return;
        }
        visits.following(actor.icb(), asked)
                .forEach(each ->
                        links.add(new ThreadLink(Reference.of(VISIT, each.first()), Reference.of(VISIT, each.next()))));
        var seen = new HashSet<ThreadLink>();
        findings.ofVisits(actor.icb(), asked).stream().filter(Finding::stands).forEach(finding -> {
            var visit = Reference.of(VISIT, finding.visit());
            links.add(new ThreadLink(visit, Reference.of(FINDING, finding.id())));
            var line = finding.line();
            if (line != null && seen.add(new ThreadLink(line.reference(), visit))) {
                links.add(new ThreadLink(line.reference(), visit));
            }
        });
    }

    private static void hangsOn(@Nullable Line line, String kind, long id, List<ThreadLink> links) {
        if (line != null) {
            links.add(link(line, kind, id));
        }
    }

    private static ThreadLink link(Line line, String kind, long id) {
        return new ThreadLink(line.reference(), Reference.of(kind, id));
    }

    @Override
    public Optional<Reference> at(String path) {
        return Optional.of(ADDRESS.matcher(path))
                .filter(Matcher::matches)
                .map(found -> new Reference(found.group(1), found.group(2)));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(FINDING, AUDIT);
    }

    @Override
    public List<Claim> find(Actor actor, Collection<Reference> of) {
        var claims = new ArrayList<Claim>();
        if (actor.may(Permission.VISIT_VIEW)) {
            findings(actor, of)
                    .forEach(each -> claims.add(new Claim(
                            Reference.of(FINDING, each.id()),
                            each.organisation(),
                            "Finding of a visit: " + cut(each.words()),
                            "/visits/" + each.visit(),
                            each.stands())));
            audits(actor, of)
                    .forEach(each -> claims.add(new Claim(
                            Reference.of(AUDIT, each.id()),
                            each.details().organisation(),
                            "Audit: " + each.said().title(),
                            "/audits/" + each.id(),
                            true)));
        }
        return claims;
    }

    private List<Visit> visits(Actor actor, Collection<Reference> of) {
        var ids = numbers(of, VISIT);
        return ids.isEmpty() ? List.of() : visits.ofNumbers(actor.icb(), ids);
    }

    private List<Finding> findings(Actor actor, Collection<Reference> of) {
        var ids = numbers(of, FINDING);
        return ids.isEmpty() ? List.of() : findings.ofNumbers(actor.icb(), ids);
    }

    private List<Audit> audits(Actor actor, Collection<Reference> of) {
        return chained(actor, of).stream()
                .filter(audit -> of.contains(Reference.of(AUDIT, audit.id())))
                .toList();
    }

    /// These audits, and those that repeat them.
    private List<Audit> chained(Actor actor, Collection<Reference> of) {
        var ids = numbers(of, AUDIT);
        return ids.isEmpty() ? List.of() : audits.withRepeats(actor.icb(), ids);
    }

    private static List<Long> numbers(Collection<Reference> of, String kind) {
        return of.stream()
                .filter(each -> each.kind().equals(kind))
                .map(Reference::id)
                .toList();
    }

    private static String cut(String words) {
        return words.length() <= SHOWN ? words : words.substring(0, SHOWN).strip() + "…";
    }
}
