package uk.goldenthread.concerns;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.goldenthread.actions.ActionChanged;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.concerns.model.OwedRule.Owed;
import uk.goldenthread.concerns.model.Reconciliation.Found;
import uk.goldenthread.concerns.model.Reconciliation.Place;
import uk.goldenthread.concerns.store.OwedReading;
import uk.goldenthread.concerns.store.OwedReading.Waiting;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.notify.DailyJob;
import uk.goldenthread.rulebook.Rules;
import uk.goldenthread.shell.view.Dates;

/// What providers owe and have not done (W08): looked at once a day for every provider of an ICB, and for one provider
/// as soon as it answers.
@Component
class OwedLook implements DailyJob {
    private final UnitOfWork work;
    private final OwedReading owed;
    private final RaiseSignals signals;
    private final ConcernSettings settings;
    private final Rules rules;
    private final Clock clock;

    OwedLook(
            UnitOfWork work,
            OwedReading owed,
            RaiseSignals signals,
            ConcernSettings settings,
            Rules rules,
            Clock clock) {
        this.work = work;
        this.owed = owed;
        this.signals = signals;
        this.settings = settings;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "concerns.owedLook";
    }

    @Override
    public void run(int icb, LocalDate today) {
        work.write(Scope.jobFor(icb), () -> {
            look(icb, null, today);
            return true;
        });
    }

    /// Looks at what one provider owes, or at what every one does.
    void look(int icb, @Nullable Integer organisation, LocalDate today) {
        var rule = settings.owed(today);
        var book = rules.now();
        var places = new ArrayList<Place>();
        var found = new ArrayList<Found>();
        for (var waiting : owed.questions(icb, organisation, today.minusDays(rule.days()))) {
            places.add(new Place(waiting.organisation(), waiting.series()));
            if (!waiting.moot()) {
                rule.finding(owed(waiting, book), today)
                        .ifPresent(finding -> found.add(new Found(waiting.organisation(), finding)));
            }
        }
        for (var action : owed.actions(icb, organisation, today.minusDays(rule.days()))) {
            places.add(new Place(action.organisation(), action.series()));
            rule.finding(owed(action), today)
                    .ifPresent(finding -> found.add(new Found(action.organisation(), finding)));
        }
        if (!places.isEmpty()) {
            signals.reconcile(icb, places, found, Map.of(), today);
        }
    }

    /// An action moved on: what was long overdue may be so no more.
    @EventListener
    void on(ActionChanged changed) {
        look(changed.icb(), changed.organisation(), LocalDate.ofInstant(clock.instant(), Dates.LONDON));
    }

    private static Owed owed(OwedReading.OwedAction action) {
        return new Owed(
                action.matter(),
                null,
                "The evidence for the action “%s”".formatted(action.title()),
                action.due(),
                action.high(),
                action.doneOn());
    }

    private Owed owed(Waiting waiting, RuleBook book) {
        var kpi = waiting.kpi();
        var priority = kpi != null
                && book.kpis().find(kpi).map(KpiDefinition::priority).orElse(false);
        return new Owed(
                waiting.matter(),
                kpi,
                "The answer to “%s”".formatted(waiting.question()),
                settings.answerDue(waiting.askedOn()),
                priority,
                waiting.answeredOn());
    }
}
