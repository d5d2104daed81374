package uk.goldenthread.concerns;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.goldenthread.concerns.model.Reconciliation;
import uk.goldenthread.concerns.model.Reconciliation.Found;
import uk.goldenthread.concerns.model.Reconciliation.Place;
import uk.goldenthread.concerns.store.HoldingStore;
import uk.goldenthread.concerns.store.NarrativeReading;
import uk.goldenthread.concerns.store.SeriesStore;
import uk.goldenthread.figures.SeriesChanged;
import uk.goldenthread.figures.SeriesKey;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.returns.LineRestated;
import uk.goldenthread.returns.ReturnSubmitted;

/// Raises, updates and ends signals when figures change, in the transaction that changed them. Works
/// from what is stored,
/// not from the event, so that hearing one twice changes nothing.
@Component
class RaiseSignals {
    private final SeriesStore series;
    private final NarrativeReading narratives;
    private final HoldingStore holdings;
    private final SeriesFindings findings;
    private final Scores scores;
    private final Ledger ledger;
    private final Clock clock;

    RaiseSignals(
            SeriesStore series,
            NarrativeReading narratives,
            HoldingStore holdings,
            SeriesFindings findings,
            Scores scores,
            Ledger ledger,
            Clock clock) {
        this.series = series;
        this.narratives = narratives;
        this.holdings = holdings;
        this.findings = findings;
        this.scores = scores;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Words may come, or be missing, where the figure itself stays.
    @EventListener
    void on(ReturnSubmitted event) {
        on(new SeriesChanged(event.icb(), narratives.ofReturn(event.icb(), event.returnId())));
    }

    @EventListener
    void on(LineRestated event) {
        on(new SeriesChanged(event.icb(), Set.of(new SeriesKey(event.icb(), event.organisation(), event.kpi()))));
    }

    @EventListener
    void on(SeriesChanged event) {
        if (event.series().isEmpty()) {
            return;
        }
        var today = London.dateOf(clock.instant());
        var found = new ArrayList<Found>();
        var latest = new HashMap<Place, Period>();
        var wordless = findings.looksForWords(today)
                ? narratives.wordless(event.icb(), event.series())
                : Map.<SeriesKey, String>of();
        for (var stored : series.read(event.icb(), event.series())) {
            latest.put(new Place(stored.organisation(), stored.kpi()), SeriesFindings.latest(stored));
            var key = new SeriesKey(event.icb(), stored.organisation(), stored.kpi());
            findings.of(stored, wordless.get(key), today)
                    .forEach(finding -> found.add(new Found(stored.organisation(), finding)));
        }
        var places = event.series().stream().map(RaiseSignals::place).toList();
        reconcile(event.icb(), places, found, latest, today);
    }

    private static Place place(SeriesKey key) {
        return new Place(key.organisation(), key.kpi());
    }

    /// Makes the signals of these places those that were found, with the scores that follow.
    void reconcile(int icb, Collection<Place> places, List<Found> found, Map<Place, Period> latest, LocalDate today) {
        store(icb, Reconciliation.of(holdings.held(icb, places), found, latest), today);
    }

    /// Makes the signals of these rules those that were found, of one provider or of every one, with the scores that
    /// follow.
    void reconcile(int icb, @Nullable Integer organisation, Set<String> rules, List<Found> found, LocalDate today) {
        store(icb, Reconciliation.of(holdings.heldBy(icb, organisation, rules), found, Map.of()), today);
    }

    private void store(int icb, Reconciliation changes, LocalDate today) {
        var applied = holdings.apply(icb, changes, today);
        if (!applied.changedAnything()) {
            return;
        }
        scores.bringUpToDate(icb, changes.organisations(), today);
        ledger.record(
                "SIGNALS_UPDATED",
                "signals/" + icb,
                Map.of("raised", applied.raised(), "ended", applied.ended(), "updated", applied.updated()));
    }
}
