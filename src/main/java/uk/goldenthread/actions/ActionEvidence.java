package uk.goldenthread.actions;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.actions.model.Action;
import uk.goldenthread.actions.model.ActionState;
import uk.goldenthread.actions.model.Proofs;
import uk.goldenthread.actions.model.States;
import uk.goldenthread.actions.store.ActionList;
import uk.goldenthread.evidence.Claim;
import uk.goldenthread.evidence.ClaimSource;
import uk.goldenthread.evidence.EvidenceItem;
import uk.goldenthread.evidence.EvidenceLibrary;
import uk.goldenthread.kernel.Reference;

/// The evidence of actions: what was given for one, and that actions take evidence until they end.
@Component
class ActionEvidence implements ClaimSource {
    private final EvidenceLibrary shelf;
    private final ActionList list;
    private final ActionRules rules;

    ActionEvidence(EvidenceLibrary shelf, ActionList list, ActionRules rules) {
        this.shelf = shelf;
        this.list = list;
        this.rules = rules;
    }

    static Reference reference(long id) {
        return Reference.of("action", id);
    }

    /// What was given for an action.
    List<EvidenceItem> items(Actor actor, long id) {
        var reference = reference(id);
        return shelf.of(actor, List.of(reference)).getOrDefault(reference, List.of());
    }

    /// What it shows today.
    Proofs proofs(Actor actor, Action action) {
        var items = items(actor, action.id()).stream()
                .filter(item -> !item.withdrawn())
                .map(item -> new Proofs.Item(
                        item.id(), item.number(), Proof.valueOf(item.kind().name()), item.validUntil()))
                .toList();
        return new Proofs(items, rules.today());
    }

    @Override
    public Set<String> kinds() {
        return Set.of("action");
    }

    @Override
    public List<Claim> find(Actor actor, Collection<Reference> of) {
        if (!actor.may(Permission.ACTION_VIEW)) {
            return List.of();
        }
        var ids = of.stream().map(Reference::id).toList();
        return list.ofNumbers(actor.icb(), ids).stream()
                .map(ActionEvidence::claim)
                .toList();
    }

    private static Claim claim(ActionList.Row row) {
        var open = !(row.state() instanceof ActionState.Closed || row.state() instanceof ActionState.Lapsed);
        return new Claim(
                reference(row.id()),
                row.organisation(),
                open
                        ? "Action: " + row.title()
                        : "The action is " + States.words(row.state()).toLowerCase(java.util.Locale.ROOT),
                "/actions/" + row.id(),
                open);
    }
}
