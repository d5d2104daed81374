package uk.goldenthread.actions;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.actions.model.States;
import uk.goldenthread.actions.store.ActionList;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.shell.view.Dates;
import uk.goldenthread.thread.ThreadLink;
import uk.goldenthread.thread.ThreadNode;
import uk.goldenthread.thread.ThreadSource;
import uk.goldenthread.thread.ThreadStage;

/// Actions on the thread: what asked for each, and how it stands.
@Component
class ActionThread implements ThreadSource {
    private final ActionList list;
    private final ActionRules rules;

    ActionThread(ActionList list, ActionRules rules) {
        this.list = list;
        this.rules = rules;
    }

    @Override
    public List<ThreadNode> nodes(Actor actor, Collection<Reference> of) {
        var ids = of.stream()
                .filter(each -> each.kind().equals("action"))
                .map(Reference::id)
                .toList();
        if (ids.isEmpty() || !actor.may(Permission.ACTION_VIEW)) {
            return List.of();
        }
        return list.ofNumbers(actor.icb(), ids).stream().map(this::node).toList();
    }

    private ThreadNode node(ActionList.Row row) {
        var standing = rules.standing(row, rules.today());
        var how = standing.overdue()
                ? "overdue since " + Dates.day(row.due())
                : "%s, due %s"
                        .formatted(States.words(row.state()).toLowerCase(java.util.Locale.ROOT), Dates.day(row.due()));
        return new ThreadNode(
                ActionEvidence.reference(row.id()),
                ThreadStage.ACTION,
                "%s: %s (%s)".formatted(row.name(), row.title(), how),
                ActionRules.day(row.updatedAt()),
                "/actions/" + row.id());
    }

    @Override
    public List<ThreadLink> links(Actor actor, Collection<Reference> of) {
        if (of.isEmpty() || !actor.may(Permission.ACTION_VIEW)) {
            return List.of();
        }
        return list.links(actor.icb(), of).stream()
                .map(link -> new ThreadLink(link.source(), ActionEvidence.reference(link.action())))
                .toList();
    }
}
