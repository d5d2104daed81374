package uk.goldenthread.assessments.service;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.store.CycleStore;
import uk.goldenthread.notify.WorkItem;
import uk.goldenthread.notify.WorkSource;
import uk.goldenthread.shell.view.Dates;

/// Calls for the next round before the longest time between two has passed (BR-ASM-10), on the Home of whoever runs
/// rounds.
@Component
class CycleWork implements WorkSource {
    private final CycleStore store;
    private final AssessmentRules rules;
    private final Editions editions;

    CycleWork(CycleStore store, AssessmentRules rules, Editions editions) {
        this.store = store;
        this.rules = rules;
        this.editions = editions;
    }

    @Override
    public List<WorkItem> toDo(Actor actor) {
        if (!actor.may(Permission.ROUND_MANAGE) || !actor.reachesWholeIcb()) {
            return List.of();
        }
        var cycle = rules.cycle();
        var owed = store.owed(actor.icb(), cycle.alert(), rules.today());
        if (owed.isEmpty()) {
            return List.of();
        }
        var book = editions.book(actor.icb());
        return owed.stream()
                .map(each -> new WorkItem(
                        "Rounds to prepare",
                        "Ask again: "
                                + book.find(each.framework())
                                        .map(edition -> edition.name())
                                        .orElse(each.framework()),
                        each.organisations() == 1 ? "1 organisation" : each.organisations() + " organisations",
                        each.since().plusMonths(cycle.most()),
                        "Agreed on %s and not asked since".formatted(Dates.day(each.since())),
                        "/assessments/rounds/new"))
                .toList();
    }

    @Override
    public List<WorkItem> waitingOnOthers(Actor actor) {
        return List.of();
    }

    @Override
    public List<WorkItem> doneLately(Actor actor) {
        return List.of();
    }
}
