package uk.goldenthread.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import uk.goldenthread.catalogue.KpiCatalogue;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.catalogue.Settings;
import uk.goldenthread.kernel.calendar.Period;

/// Every provider's measure series: records values and keeps what process control says of them true in
/// the same transaction; reads them back. Each method runs inside the caller's unit of work, and its
/// number of statements does not grow with the number of values.
@Service
public class Measures {
    private final MeasureStore measures;
    private final StateStore states;
    private final BaselineStore baselines;
    private final KpiCatalogue kpis;
    private final Settings settings;
    private final ApplicationEventPublisher events;

    public Measures(JdbcClient jdbc, KpiCatalogue kpis, Settings settings, ApplicationEventPublisher events) {
        this.measures = new MeasureStore(jdbc);
        this.states = new StateStore(jdbc);
        this.baselines = new BaselineStore(jdbc);
        this.kpis = kpis;
        this.settings = settings;
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
        var known = new HashMap<String, KpiDefinition>();
        for (var value : values) {
            if (value.series().icb() != icb) {
                throw new IllegalArgumentException("%s is not of ICB %d".formatted(value.series(), icb));
            }
            known.computeIfAbsent(value.series().kpi(), this::definition);
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
        var known = new HashMap<String, KpiDefinition>();
        var starts = baselines.starts(icb, series);
        var worked = new ArrayList<SeriesState>(series.size());
        boolean screen = settings.on("SPC.screen_outliers");
        var left = new java.util.HashSet<>(series);
        for (var whole : measures.whole(icb, series)) {
            var definition = known.computeIfAbsent(whole.key().kpi(), this::definition);
            var reading =
                    SpcReading.of(whole.timeline(), definition, screen, starts.getOrDefault(whole.key(), List.of()));
            worked.add(whole.state(definition, reading));
            left.remove(whole.key());
        }
        if (!worked.isEmpty()) {
            states.upsert(icb, worked);
        }
        if (!left.isEmpty()) {
            states.delete(icb, left);
        }
    }

    /// The definition of a measure: of several versions, the latest.
    ///
    /// @throws IllegalArgumentException when the catalogue has none
    public KpiDefinition definition(String kpi) {
        return kpis.find(kpi).orElseThrow(() -> new IllegalArgumentException("no measure " + kpi));
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
        return Optional.of(series.reading(definition(series.key().kpi()), settings.on("SPC.screen_outliers")));
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
