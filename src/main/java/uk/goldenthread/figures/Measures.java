package uk.goldenthread.figures;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.rulebook.Rules;

/// Every provider's measure series: records values and keeps what process control says of them true in
/// the same transaction; reads them back. Each method runs inside the caller's unit of work, and its
/// number of statements does not grow with the number of values.
@Service
public class Measures {
    private final MeasureStore measures;
    private final StateStore states;
    private final BaselineStore baselines;
    private final Rules rules;
    private final ApplicationEventPublisher events;

    public Measures(JdbcClient jdbc, Rules rules, ApplicationEventPublisher events) {
        this.measures = new MeasureStore(jdbc);
        this.states = new StateStore(jdbc);
        this.baselines = new BaselineStore(jdbc);
        this.rules = rules;
        this.events = events;
    }

    /// Records values, in the caller's write unit. A value that is the same as before writes nothing; one
    /// that differs gets the next revision. Where one call names a period twice, the later value holds.
    /// The state of every series that changed is worked out anew and [SeriesChanged] is published for
    /// them.
    ///
    /// @return the series in which something changed
    /// @throws IllegalArgumentException when a value belongs to another ICB or to a measure the catalogue
    ///     does not have
    public Set<SeriesKey> record(int icb, Collection<MeasureValue> values) {
        if (values.isEmpty()) {
            return Set.of();
        }
        var distinct = new LinkedHashMap<Slot, MeasureValue>();
        var known = new HashSet<String>();
        for (var value : values) {
            if (value.series().icb() != icb) {
                throw new IllegalArgumentException("%s is not of ICB %d".formatted(value.series(), icb));
            }
            if (known.add(value.series().kpi())) {
                definition(value.series().kpi(), value.period());
            }
            distinct.put(new Slot(value.series(), value.period().start()), value);
        }
        var changed = measures.upsert(icb, List.copyOf(distinct.values()));
        return afterChange(icb, changed);
    }

    /// Takes values back that should never have been recorded, in the caller's write unit: for undoing an
    /// import. Their past stays in the history.
    ///
    /// @return the series in which something changed
    public Set<SeriesKey> withdraw(int icb, Collection<Slot> slots) {
        return slots.isEmpty() ? Set.of() : afterChange(icb, measures.delete(icb, List.copyOf(slots)));
    }

    /// Where one value stands.
    public record Slot(SeriesKey series, LocalDate periodStart) {}

    private Set<SeriesKey> afterChange(int icb, Set<SeriesKey> changed) {
        if (changed.isEmpty()) {
            return changed;
        }
        recalculate(icb, changed);
        events.publishEvent(new SeriesChanged(icb, changed));
        return changed;
    }

    /// Works out the state of these series from their values and baselines; writes only what differs.
    void recalculate(int icb, Set<SeriesKey> series) {
        var worked = judged(icb, series, rules.now());
        var left = new HashSet<>(series);
        worked.forEach(state -> left.remove(state.series()));
        if (!worked.isEmpty()) {
            states.upsert(icb, worked);
        }
        if (!left.isEmpty()) {
            states.delete(icb, left);
        }
    }

    /// The state of these series under these rules, worked out from their values and baselines and not stored.
    List<SeriesState> judged(int icb, Set<SeriesKey> series, RuleBook book) {
        var starts = baselines.starts(icb, series);
        return measures.whole(icb, series).stream()
                .map(whole -> state(whole, starts.getOrDefault(whole.key(), List.of()), book))
                .toList();
    }

    /// Works out the state of these series again because their rules changed, and says so.
    void rejudge(int icb, Set<SeriesKey> series) {
        afterChange(icb, series);
    }

    private static SeriesState state(MeasureStore.Whole whole, List<LocalDate> starts, RuleBook book) {
        var definition = definition(book, whole.key().kpi(), whole.period());
        return whole.state(
                definition, SpcReading.of(whole.timeline(), definition, screens(book, whole.period()), starts));
    }

    /// The definition of a measure by which a period is judged: the ICB's own where it made one.
    ///
    /// @throws IllegalArgumentException when the catalogue has none
    public KpiDefinition definition(String kpi, Period period) {
        return definition(rules.now(), kpi, period);
    }

    /// The definition by which a series is judged: that of its latest period.
    ///
    /// @throws IllegalArgumentException when the catalogue has none
    public KpiDefinition definition(MeasureSeries series) {
        var kpi = series.key().kpi();
        return series.points().isEmpty()
                ? rules.now().kpis().find(kpi).orElseThrow(() -> unknown(kpi))
                : definition(kpi, series.points().getLast().period());
    }

    private static KpiDefinition definition(RuleBook book, String kpi, Period period) {
        return book.kpis().on(kpi, period.end()).orElseThrow(() -> unknown(kpi));
    }

    private static IllegalArgumentException unknown(String kpi) {
        return new IllegalArgumentException("no measure " + kpi);
    }

    private static boolean screens(RuleBook book, Period period) {
        return book.settings(period.end()).on("SPC.screen_outliers");
    }

    /// One series with its baselines; without points when nothing is recorded for it or the actor may not
    /// see it.
    public MeasureSeries series(SeriesKey key) {
        return new MeasureSeries(key, measures.points(key), baselines.of(key));
    }

    /// What process control says of a series, worked out from its values as the running unit of work sees
    /// them; empty when there are none.
    public Optional<SpcReading> reading(MeasureSeries series) {
        if (series.points().isEmpty()) {
            return Optional.empty();
        }
        var latest = series.points().getLast().period();
        return Optional.of(series.reading(definition(series), screens(rules.now(), latest)));
    }

    /// Where one series stands; empty when nothing is recorded for it or the actor may not see it.
    public Optional<SeriesState> state(SeriesKey key) {
        return states.of(key);
    }

    /// Where every series of the ICB stands that the actor may see, by organisation and measure: one
    /// statement.
    public List<SeriesState> states(int icb) {
        return states.all(icb);
    }

    /// Where every provider's series of one measure stands.
    public List<SeriesState> statesOf(int icb, String kpi) {
        return states.ofKpi(icb, kpi);
    }

    /// Every provider's value of one measure in the period that starts on that day.
    public List<PeerValue> ofKpi(int icb, String kpi, LocalDate periodStart) {
        return measures.ofKpi(icb, kpi, periodStart);
    }

    /// The periods for which any provider gave this measure, newest first.
    public List<Period> periodsOf(int icb, String kpi) {
        return measures.periods(icb, kpi);
    }

    /// The current values at these places.
    public Map<Slot, MeasurePoint> current(int icb, Collection<Slot> slots) {
        return slots.isEmpty() ? Map.of() : measures.current(icb, List.copyOf(slots));
    }
}
