package uk.goldenthread.concerns;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.goldenthread.concerns.model.Reconciliation.Found;
import uk.goldenthread.concerns.model.Reconciliation.Place;
import uk.goldenthread.concerns.store.ReturnsReading;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.calendar.WorkingDays;
import uk.goldenthread.notify.DailyJob;
import uk.goldenthread.returns.ReturnSubmitted;

/// Lateness and silence: looked at once a day for every provider of an ICB, and for one provider as
/// soon as
/// its return comes.
@Component
class DailyLook implements DailyJob {
    private final UnitOfWork work;
    private final ReturnsReading returns;
    private final RaiseSignals signals;
    private final ConcernSettings settings;
    private final WorkingDays calendar;
    private final Clock clock;

    DailyLook(
            UnitOfWork work,
            ReturnsReading returns,
            RaiseSignals signals,
            ConcernSettings settings,
            WorkingDays calendar,
            Clock clock) {
        this.work = work;
        this.returns = returns;
        this.signals = signals;
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "concerns.dailyLook";
    }

    @Override
    public void run(int icb, LocalDate today) {
        work.write(Scope.jobFor(icb), () -> {
            look(icb, null, today);
            return true;
        });
    }

    @EventListener
    void on(ReturnSubmitted event) {
        look(event.icb(), event.organisation(), London.dateOf(clock.instant()));
    }

    /// Looks at one provider's returns, or at every one's.
    void look(int icb, @Nullable Integer organisation, LocalDate today) {
        var found = new ArrayList<Found>();
        var latest = new HashMap<Place, Period>();
        var rules = settings.returns(today);
        var due = returns.dueBefore(icb, organisation, today);
        due.forEach((place, expected) -> {
            latest.put(place, expected.getLast().period());
            rules.findings(place.series(), expected, today, calendar)
                    .forEach(finding -> found.add(new Found(place.organisation(), finding)));
        });
        signals.reconcile(icb, due.keySet(), found, latest, today);
    }
}
