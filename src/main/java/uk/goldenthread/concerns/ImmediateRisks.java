package uk.goldenthread.concerns;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.goldenthread.actions.ActionChanged;
import uk.goldenthread.concerns.model.Finding;
import uk.goldenthread.concerns.model.Matter;
import uk.goldenthread.concerns.model.Reconciliation.Found;
import uk.goldenthread.concerns.model.Reconciliation.Place;
import uk.goldenthread.concerns.store.ImmediateReading;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.shell.view.Dates;
import uk.goldenthread.visits.ImmediateRisk;

/// An immediate risk that a visit found is a signal in the transaction that records it (BR-LAD-6), and ends when the
/// finding is withdrawn or an action for it was verified.
@Component
public class ImmediateRisks {
    private final ImmediateReading reading;
    private final RaiseSignals signals;
    private final Clock clock;

    ImmediateRisks(ImmediateReading reading, RaiseSignals signals, Clock clock) {
        this.reading = reading;
        this.signals = signals;
        this.clock = clock;
    }

    @EventListener
    void on(ImmediateRisk event) {
        look(event.icb(), event.organisation());
    }

    @EventListener
    void on(ActionChanged event) {
        look(event.icb(), event.organisation());
    }

    private void look(int icb, int organisation) {
        var today = LocalDate.ofInstant(clock.instant(), Dates.LONDON);
        var places = new ArrayList<Place>();
        var found = new ArrayList<Found>();
        for (var risk : reading.of(icb, organisation)) {
            var series = Matter.IMMEDIATE.series(Long.toString(risk.finding()));
            places.add(new Place(organisation, series));
            if (risk.holds()) {
                var month = Period.parse(YearMonth.from(risk.toldOn()).toString());
                var words = "A visit found an immediate risk on %s, and told the provider's lead."
                        .formatted(Dates.day(risk.toldOn()));
                found.add(new Found(
                        organisation, new Finding(Finding.IMMEDIATE, series, null, month, month, words, true, false)));
            }
        }
        if (!places.isEmpty()) {
            signals.reconcile(icb, List.copyOf(places), found, Map.of(), today);
        }
    }
}
