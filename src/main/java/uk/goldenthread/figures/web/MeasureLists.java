package uk.goldenthread.figures.web;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.database.Scope;
import uk.goldenthread.figures.Measures;
import uk.goldenthread.figures.SeriesState;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.spc.Assurance;
import uk.goldenthread.kernel.spc.Standing;
import uk.goldenthread.rulebook.Rules;
import uk.goldenthread.shell.charts.Signal;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;

/// The list of measures, in one statement. Called inside a unit of work.
@Component
class MeasureLists {
    private final Measures measures;
    private final Rules rules;

    MeasureLists(Measures measures, Rules rules) {
        this.measures = measures;
        this.rules = rules;
    }

    MeasuresPage all(Actor actor, String asAt) {
        var byKpi = measures.states(actor.icb()).stream()
                .collect(Collectors.groupingBy(each -> each.series().kpi()));
        var kpis = rules.now().kpis();
        var shown = kpis.definitions().stream()
                .map(KpiDefinition::code)
                .distinct()
                .filter(byKpi::containsKey)
                .flatMap(code -> kpis.find(code).stream())
                .toList();
        boolean own = actor.reach() == Scope.Reach.OWN;
        var rows = shown.stream()
                .map(definition -> own
                        ? ownRow(actor, definition, states(byKpi, definition).getFirst(), asAt)
                        : countRow(definition, states(byKpi, definition), asAt))
                .toList();
        return new MeasuresPage(state(rows.size(), own), own, own ? OWN_COLUMNS : COUNT_COLUMNS, rows);
    }

    private static List<SeriesState> states(Map<String, List<SeriesState>> byKpi, KpiDefinition definition) {
        return byKpi.getOrDefault(definition.code(), List.of());
    }

    private static String state(int measures, boolean own) {
        if (measures == 0) {
            return "Measures appear here once a return is submitted or figures are imported.";
        }
        var counted = measures == 1 ? "1 measure" : measures + " measures";
        return own
                ? counted + " of your organisation, each with how it stands now."
                : counted + ", each with how many providers stand how. Open one to compare providers.";
    }

    private static final List<Column> OWN_COLUMNS = List.of(
            Column.text("Measure"),
            Column.figures("Latest value"),
            Column.text("How it varies"),
            Column.text("Against target"),
            Column.text("Latest period"));
    private static final List<Column> COUNT_COLUMNS = List.of(
            Column.text("Measure"),
            Column.figures("Providers"),
            Column.figures("Concern"),
            Column.figures("Improving"),
            Column.figures("Usual"),
            Column.figures("Other change"),
            Column.figures("Too few points"),
            Column.figures("Will miss target"),
            Column.figures("May meet or miss"),
            Column.figures("Will meet target"),
            Column.text("Latest period"));

    private static List<Cell> ownRow(Actor actor, KpiDefinition definition, SeriesState state, String asAt) {
        var href = "/measures/%s/%s".formatted(definition.code(), actor.organisationCode());
        return List.of(
                Cell.naming(definition.name(), href + MeasureCells.carried(asAt, "?")),
                Cell.of(MeasureCells.latest(definition, state)),
                MeasureCells.variation(state),
                MeasureCells.assurance(state),
                Cell.of(MeasureCells.fresh(state)));
    }

    private static List<Cell> countRow(KpiDefinition definition, List<SeriesState> states, String asAt) {
        var signals = new EnumMap<Signal, Integer>(Signal.class);
        var assurances = new EnumMap<Assurance, Integer>(Assurance.class);
        int few = 0;
        for (var state : states) {
            if (state.basis() == Standing.LINE_ONLY) {
                few++;
            } else {
                signals.merge(MeasureCells.icon(state.variation()).signal(), 1, Integer::sum);
            }
            if (state.assurance() != null) {
                assurances.merge(state.assurance(), 1, Integer::sum);
            }
        }
        var latest = states.stream().map(SeriesState::period).max(Comparator.naturalOrder());
        var href = "/measures/" + definition.code();
        return List.of(
                Cell.naming(definition.name(), href + MeasureCells.carried(asAt, "?")),
                Cell.of(states.size()),
                count(signals.get(Signal.CONCERN), href + "?variation=concern", asAt),
                count(signals.get(Signal.IMPROVEMENT), href + "?variation=improvement", asAt),
                count(signals.get(Signal.COMMON_CAUSE), href + "?variation=common_cause", asAt),
                count(signals.get(Signal.NEUTRAL), href + "?variation=neutral", asAt),
                Cell.of(few),
                count(assurances.get(Assurance.FAIL), href + "?assurance=FAIL", asAt),
                count(assurances.get(Assurance.HIT_AND_MISS), href + "?assurance=HIT_AND_MISS", asAt),
                count(assurances.get(Assurance.PASS), href + "?assurance=PASS", asAt),
                Cell.of(latest.map(Period::label).orElse("")));
    }

    private static Cell count(@Nullable Integer number, String href, String asAt) {
        return number == null
                ? Cell.of(0)
                : Cell.link(Integer.toString(number), href + MeasureCells.carried(asAt, "&"));
    }
}
