package uk.goldenthread.visits;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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
import uk.goldenthread.visits.store.VisitStore;

/// Findings of visits on the thread, and as things that evidence may support and actions are
/// proposed for.
@Component
class VisitThread implements ThreadSource, ClaimSource {
    private static final int SHOWN = 120;

    private final VisitStore store;

    VisitThread(VisitStore store) {
        this.store = store;
    }

    @Override
    public List<ThreadNode> nodes(Actor actor, Collection<Reference> of) {
        return findings(actor, of).stream()
                .map(each -> {
                    var told = each.toldAt();
                    return new ThreadNode(
                            Reference.of("finding", each.id()),
                            ThreadStage.FINDING,
                            "A visit found: %s (%s)%s"
                                    .formatted(
                                            cut(each.words()),
                                            each.grade().words().toLowerCase(java.util.Locale.ROOT),
                                            each.stands() ? "" : ", withdrawn"),
                            told == null
                                    ? null
                                    : java.time.LocalDate.ofInstant(told, uk.goldenthread.shell.view.Dates.LONDON),
                            "/visits/" + each.visit());
                })
                .toList();
    }

    /// What a finding asked for is told by the register of actions.
    @Override
    public List<ThreadLink> links(Actor actor, Collection<Reference> of) {
        return new ArrayList<>();
    }

    @Override
    public Set<String> kinds() {
        return Set.of("finding");
    }

    @Override
    public List<Claim> find(Actor actor, Collection<Reference> of) {
        return findings(actor, of).stream()
                .map(each -> new Claim(
                        Reference.of("finding", each.id()),
                        each.organisation(),
                        "Finding of a visit: " + cut(each.words()),
                        "/visits/" + each.visit(),
                        each.stands()))
                .toList();
    }

    private List<VisitStore.Finding> findings(Actor actor, Collection<Reference> of) {
        var ids = of.stream()
                .filter(each -> each.kind().equals("finding"))
                .map(Reference::id)
                .toList();
        return ids.isEmpty() || !actor.may(Permission.VISIT_VIEW) ? List.of() : store.findings(actor.icb(), ids);
    }

    private static String cut(String words) {
        return words.length() <= SHOWN ? words : words.substring(0, SHOWN).strip() + "…";
    }
}
