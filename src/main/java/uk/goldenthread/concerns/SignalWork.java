package uk.goldenthread.concerns;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.concerns.store.WaitingStore;
import uk.goldenthread.concerns.store.WaitingStore.Line;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.kernel.clocks.Moment;
import uk.goldenthread.notify.WorkItem;
import uk.goldenthread.notify.WorkSource;
import uk.goldenthread.rulebook.Rules;

/// What early warning and the ladder put on people's Home.
@Component
class SignalWork implements WorkSource {
    private final WaitingStore store;
    private final ConcernSettings settings;
    private final Rules rules;
    private final Clock clock;

    SignalWork(WaitingStore store, ConcernSettings settings, Rules rules, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public List<WorkItem> toDo(Actor actor) {
        var items = new java.util.ArrayList<WorkItem>();
        if (actor.may(Permission.SIGNAL_ANSWER)) {
            store.questionsTo(actor.icb(), actor.organisation())
                    .forEach(line -> items.add(new WorkItem(
                            "Questions to answer",
                            line.words(),
                            actor.icbName(),
                            null,
                            "The ICB asks your organisation",
                            "/signals/questions")));
        }
        if (actor.may(Permission.SIGNAL_TRIAGE)) {
            store.raised(actor.icb())
                    .forEach(line -> items.add(item(line, "Signals to acknowledge", "You triage signals")));
        }
        if (actor.may(Permission.LADDER_MOVE_INTENSIVE)) {
            var today = London.dateOf(clock.instant());
            store.raisedBefore(actor.icb(), settings.overdueIfRaisedBy(today))
                    .forEach(line -> items.add(item(line, "Signals escalated", "Nobody acknowledged it in time")));
        }
        if (actor.may(Permission.LADDER_MOVE)) {
            store.proposals(actor.icb())
                    .forEach(line -> items.add(new WorkItem(
                            "Levels to decide",
                            "Move to " + word(line.words()) + " is proposed",
                            line.provider(),
                            null,
                            "You decide on levels",
                            ladder(line))));
        }
        return items.stream().limit(50).toList();
    }

    @Override
    public List<WorkItem> waitingOnOthers(Actor actor) {
        return store.askedBy(actor.icb(), actor.account()).stream()
                .map(line -> new WorkItem(
                        "Questions to providers",
                        line.words(),
                        line.provider(),
                        null,
                        "You asked on " + uk.goldenthread.shell.view.Dates.day(line.on()),
                        "/signals/" + line.id()))
                .toList();
    }

    @Override
    public List<WorkItem> doneLately(Actor actor) {
        return store.doneBy(actor.icb(), actor.account()).stream()
                .map(line -> new WorkItem(
                        "Signals", name(line), line.provider(), line.on(), "You acted on it", "/signals/" + line.id()))
                .toList();
    }

    private WorkItem item(Line line, String kind, String why) {
        var by = settings.acknowledgeClock(line.on())
                .dueAsOf(Moment.on(line.on()))
                .date();
        return new WorkItem(kind, name(line), line.provider(), by, why, "/signals/" + line.id());
    }

    private String name(Line line) {
        var kpi = line.kpi();
        return kpi == null
                ? line.words()
                : rules.now().kpis().find(kpi).map(KpiDefinition::name).orElse(kpi) + ". " + line.words();
    }

    private static String word(String level) {
        return level.charAt(0) + level.substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    private static String ladder(Line line) {
        return "/providers/" + line.code() + "/ladder";
    }
}
