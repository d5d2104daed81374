package uk.goldenthread.assessments.service;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.store.WorkStore;
import uk.goldenthread.assessments.store.WorkStore.Waiting;
import uk.goldenthread.notify.WorkItem;
import uk.goldenthread.notify.WorkSource;

/// What self-assessment asks of a provider's people: to answer, to confirm, to sign.
@Component
class AnsweringWork implements WorkSource {
    private static final int LATELY = 28;

    private final WorkStore store;
    private final AssessmentRules rules;

    AnsweringWork(WorkStore store, AssessmentRules rules) {
        this.store = store;
        this.rules = rules;
    }

    @Override
    public List<WorkItem> toDo(Actor actor) {
        var items = new ArrayList<WorkItem>();
        if (actor.reachesWholeIcb()) {
            return items;
        }
        if (actor.may(Permission.ASSESSMENT_SIGN_OFF)) {
            store.toSign(actor.icb(), actor.organisation(), actor.account())
                    .forEach(it -> items.add(item(
                            it, "Self-assessments to sign", "Sign ", "You were named to sign it for the board", true)));
        }
        if (actor.may(Permission.ASSESSMENT_ANSWER)) {
            store.parts(actor.icb(), actor.account())
                    .forEach(it -> items.add(item(
                            it,
                            "Self-assessments to answer",
                            "Answer your part of ",
                            "A colleague gave it to you",
                            true)));
            own(actor, List.of("RETURNED"))
                    .forEach(it -> items.add(
                            item(it, "Self-assessments given back", "Put right ", "The ICB gave it back", true)));
            own(actor, List.of("ISSUED", "IN_PROGRESS")).forEach(it -> items.add(toAnswer(it)));
        }
        return items;
    }

    private List<Waiting> own(Actor actor, List<String> states) {
        return store.own(actor.icb(), actor.organisation(), actor.account(), states, rules.today());
    }

    private static WorkItem toAnswer(Waiting it) {
        var why = it.toConfirm() == 0
                ? "You answer for your organisation"
                : it.toConfirm() == 1
                        ? "1 answer brought forward is to be confirmed"
                        : it.toConfirm() + " answers brought forward are to be confirmed";
        return item(it, "Self-assessments to answer", "Answer ", why, true);
    }

    @Override
    public List<WorkItem> waitingOnOthers(Actor actor) {
        if (actor.reachesWholeIcb() || !actor.may(Permission.ASSESSMENT_ANSWER)) {
            return List.of();
        }
        var items = new ArrayList<WorkItem>();
        own(actor, List.of("WITH_APPROVER"))
                .forEach(it -> items.add(item(it, "With who signs", "", "It waits to be signed for the board", true)));
        own(actor, List.of("SUBMITTED", "UNDER_REVIEW"))
                .forEach(it -> items.add(item(it, "With the ICB", "", "The ICB looks at it", false)));
        return items;
    }

    @Override
    public List<WorkItem> doneLately(Actor actor) {
        if (actor.reachesWholeIcb() || !actor.may(Permission.ASSESSMENT_VIEW)) {
            return List.of();
        }
        return store
                .doneBy(
                        actor.icb(),
                        actor.organisation(),
                        actor.account(),
                        rules.today().minusDays(LATELY))
                .stream()
                .map(it -> item(it, "Self-assessments", "", Words.state(it.state()), false))
                .toList();
    }

    private static WorkItem item(Waiting it, String kind, String what, String why, boolean dated) {
        java.time.@Nullable LocalDate by = dated ? it.dueOn() : null;
        return new WorkItem(kind, what + it.round(), it.name(), by, why, "/assessments/" + it.id());
    }
}
