package uk.goldenthread.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.notify.WorkItem;
import uk.goldenthread.notify.WorkSource;
import uk.goldenthread.returns.store.ReturnWorkStore;
import uk.goldenthread.returns.store.ReturnWorkStore.Waiting;
import uk.goldenthread.shell.view.Dates;

/// What returns ask of a person: to enter, to approve, to accept, to chase.
@Component
class ReturnsWork implements WorkSource {
    private static final int LATELY = 28;
    private static final int MOST = 50;

    private final ReturnWorkStore store;
    private final ReturnRules rules;

    ReturnsWork(ReturnWorkStore store, ReturnRules rules) {
        this.store = store;
        this.rules = rules;
    }

    @Override
    public List<WorkItem> toDo(Actor actor) {
        var items = new ArrayList<WorkItem>();
        var own = actor.reachesWholeIcb() ? null : Integer.valueOf(actor.organisation());
        if (actor.may(Permission.RETURN_ENTER)) {
            add(
                    items,
                    actor,
                    "NOT_STARTED,IN_PROGRESS,RETURNED",
                    own,
                    it -> it.state().equals("RETURNED")
                            ? item(
                                    it,
                                    "Returns handed back",
                                    "Put right the return for ",
                                    "It came back with questions")
                            : item(
                                    it,
                                    "Returns to enter",
                                    "Enter the return for ",
                                    "You enter your organisation's returns"));
        }
        if (actor.may(Permission.RETURN_EXECUTIVE_APPROVE)) {
            add(
                    items,
                    actor,
                    "SUBMITTED",
                    own,
                    it -> item(it, "Returns to approve", "Approve the return for ", "You are the executive lead"));
        }
        if (actor.may(Permission.RETURN_ACCEPT)) {
            store.toReview(actor.icb()).stream().map(ReturnsWork::toReview).forEach(items::add);
        }
        items.addAll(toChase(actor));
        return items.stream().limit(MOST).toList();
    }

    /// The due date was the provider's; whoever reviews wants to know since when it waits, and what is odd about it.
    private static WorkItem toReview(Waiting it) {
        var cameIn = it.doneOn() == null ? "" : ", in since " + Dates.day(it.doneOn());
        var why = it.odd() == 0
                ? "You accept returns for the ICB"
                : it.odd() == 1 ? "1 figure to look at" : it.odd() + " figures to look at";
        return new WorkItem(
                "Returns to accept",
                "Review the return for " + it.period().label() + cameIn,
                it.name(),
                null,
                why,
                "/returns/" + it.id());
    }

    private List<WorkItem> toChase(Actor actor) {
        if (!actor.may(Permission.RETURN_QUERY) || actor.may(Permission.RETURN_ENTER)) {
            return List.of();
        }
        return store.unsubmittedDueBefore(actor.icb(), rules.today()).stream()
                .collect(Collectors.groupingBy(Waiting::organisation, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(ReturnsWork::chasing)
                .limit(MOST)
                .toList();
    }

    /// Whoever owes several is rung up once.
    private static WorkItem chasing(List<Waiting> owed) {
        var longest = owed.getFirst();
        var one = item(longest, "Late returns", "Chase the return for ", "You chase returns for the ICB");
        return owed.size() == 1
                ? one
                : new WorkItem(
                        one.kind(),
                        "Chase %d returns, the first for %s"
                                .formatted(owed.size(), longest.period().label()),
                        one.forWhom(),
                        one.by(),
                        one.why(),
                        "/returns?mark=late&organisation=" + longest.code());
    }

    @Override
    public List<WorkItem> waitingOnOthers(Actor actor) {
        var items = new ArrayList<WorkItem>();
        var own = actor.reachesWholeIcb() ? null : Integer.valueOf(actor.organisation());
        if (actor.may(Permission.RETURN_ENTER)) {
            add(
                    items,
                    actor,
                    "SUBMITTED",
                    own,
                    it -> item(it, "With your executive", "Return for ", "Your executive lead approves it"));
            add(items, actor, "APPROVED", own, it -> item(it, "With the ICB", "Return for ", "The ICB reviews it"));
        }
        if (actor.may(Permission.RETURN_ACCEPT)) {
            add(
                    items,
                    actor,
                    "RETURNED",
                    own,
                    it -> item(it, "Queried", "Return for ", "The provider answers the ICB's questions"));
        }
        return items;
    }

    @Override
    public List<WorkItem> doneLately(Actor actor) {
        if (!actor.may(Permission.RETURN_VIEW)) {
            return List.of();
        }
        return store.doneBy(actor.account(), actor.icb(), rules.today().minusDays(LATELY)).stream()
                .map(it -> item(it, "Returns", "Return for ", Words.state(it.state(), true), it.doneOn()))
                .toList();
    }

    private void add(
            List<WorkItem> items,
            Actor actor,
            String states,
            @Nullable Integer organisation,
            Function<Waiting, WorkItem> item) {
        store.in(states, actor.icb(), organisation).stream().map(item).forEach(items::add);
    }

    private static WorkItem item(Waiting it, String kind, String what, String why) {
        return item(it, kind, what, why, it.dueOn());
    }

    private static WorkItem item(Waiting it, String kind, String what, String why, @Nullable LocalDate by) {
        return new WorkItem(kind, what + it.period().label(), it.name(), by, why, "/returns/" + it.id());
    }
}
