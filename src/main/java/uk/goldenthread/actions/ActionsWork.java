package uk.goldenthread.actions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.actions.store.ActionWorkStore;
import uk.goldenthread.actions.store.ActionWorkStore.Waiting;
import uk.goldenthread.notify.WorkItem;
import uk.goldenthread.notify.WorkSource;
import uk.goldenthread.shell.view.Dates;

/// What actions ask of a person: to answer, to carry out, to verify, to look again, to decide on a
/// later date.
@Component
class ActionsWork implements WorkSource {
    private static final int LATELY = 28;
    private static final int MOST = 50;

    private final ActionWorkStore store;
    private final ActionRules rules;

    ActionsWork(ActionWorkStore store, ActionRules rules) {
        this.store = store;
        this.rules = rules;
    }

    @Override
    public List<WorkItem> toDo(Actor actor) {
        var items = new ArrayList<WorkItem>();
        if (actor.may(Permission.ACTION_WORK)) {
            store.in("PROPOSED", actor.icb(), actor.organisation())
                    .forEach(it -> items.add(item(
                            it,
                            "Actions to answer",
                            "Accept or decline: ",
                            rules.acceptBy(ActionRules.day(it.proposedAt())),
                            "The ICB asks your organisation")));
            store.ownedBy(actor.icb(), actor.account())
                    .forEach(it -> items.add(
                            it.state().equals("RETURNED")
                                    ? item(
                                            it,
                                            "Actions sent back",
                                            "Give more evidence: ",
                                            it.due(),
                                            "It was not enough")
                                    : item(it, "Your actions", "", it.due(), "You own it")));
        }
        if (actor.may(Permission.ACTION_ASSURE)) {
            store.in("EVIDENCE_SUBMITTED", actor.icb(), null)
                    .forEach(
                            it -> items.add(item(it, "Actions to verify", "Verify: ", null, "You verify for the ICB")));
            store.checkDue(actor.icb(), rules.today())
                    .forEach(it -> items.add(
                            item(it, "Does it hold?", "Look again: ", it.embedCheckOn(), "You verify for the ICB")));
        }
        items.addAll(forDecision(actor));
        if (actor.may(Permission.ACTION_PROPOSE)) {
            store.in("REJECTED", actor.icb(), null)
                    .forEach(it -> items.add(item(
                            it, "Actions declined", "Ask again or let lapse: ", null, "The organisation declined it")));
        }
        return items.stream().limit(MOST).toList();
    }

    private List<WorkItem> forDecision(Actor actor) {
        var items = new ArrayList<WorkItem>();
        var free = rules.limits().extensions();
        if (actor.may(Permission.ACTION_EXTEND)) {
            var chair = actor.may(Permission.ACTION_CLOSE);
            store.laterAsked(actor.icb(), chair ? free : 0, chair ? Integer.MAX_VALUE : free)
                    .forEach(it -> items.add(item(
                            it,
                            "Later dates to decide",
                            "Until %s? ".formatted(Dates.day(it.due())),
                            null,
                            chair ? "Its date moved %d times already".formatted(free) : "You decide on later dates")));
        }
        if (actor.may(Permission.ACTION_CLOSE)) {
            store.in("EMBEDDED", actor.icb(), null)
                    .forEach(it -> items.add(
                            item(it, "For the committee", "Judge the effect: ", null, "The committee judges it")));
            store.in("EVALUATED", actor.icb(), null)
                    .forEach(
                            it -> items.add(item(it, "For the committee", "Close: ", null, "The committee closes it")));
        }
        return items;
    }

    @Override
    public List<WorkItem> waitingOnOthers(Actor actor) {
        var items = new ArrayList<WorkItem>();
        if (actor.may(Permission.ACTION_WORK)) {
            store.in("EVIDENCE_SUBMITTED", actor.icb(), actor.organisation())
                    .forEach(it -> items.add(item(it, "With the ICB", "", null, "The ICB verifies it")));
        }
        if (actor.may(Permission.ACTION_ASSURE)) {
            store.highOverdue(actor.icb(), rules.today())
                    .forEach(it -> items.add(item(it, "Overdue, high priority", "", it.due(), "The provider owes it")));
        }
        return items.stream().limit(MOST).toList();
    }

    @Override
    public List<WorkItem> doneLately(Actor actor) {
        if (!actor.may(Permission.ACTION_VIEW)) {
            return List.of();
        }
        var since = rules.today().minusDays(LATELY).atStartOfDay(Dates.LONDON).toInstant();
        return store.doneBy(actor.account(), actor.icb(), since).stream()
                .sorted(java.util.Comparator.comparing(ActionWorkStore.Done::at).reversed())
                .map(it -> new WorkItem(
                        "Actions",
                        it.title(),
                        it.name(),
                        ActionRules.day(it.at()),
                        StepWords.of(it.step()),
                        "/actions/" + it.id()))
                .toList();
    }

    private static WorkItem item(Waiting it, String kind, String what, @Nullable LocalDate by, String why) {
        return new WorkItem(kind, what + it.title(), it.name(), by, why, "/actions/" + it.id());
    }
}
