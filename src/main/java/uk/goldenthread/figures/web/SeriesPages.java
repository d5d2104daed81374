package uk.goldenthread.figures.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Names;
import uk.goldenthread.access.Permission;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.figures.Baseline;
import uk.goldenthread.figures.FigureRequest;
import uk.goldenthread.figures.MeasurePoint;
import uk.goldenthread.figures.MeasureSeries;
import uk.goldenthread.figures.MeasureWords;
import uk.goldenthread.figures.Measures;
import uk.goldenthread.figures.SeriesDrawing;
import uk.goldenthread.figures.SeriesKey;
import uk.goldenthread.figures.Sources;
import uk.goldenthread.figures.SpcReading;
import uk.goldenthread.kernel.spc.Limits;
import uk.goldenthread.organisations.Organisation;
import uk.goldenthread.rulebook.Rules;
import uk.goldenthread.shell.charts.Icons;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.view.Dates;

/// The page of one provider's series. Called inside a unit of work, after the access policy was asked.
@Component
class SeriesPages {
    private static final List<Column> COLUMNS = List.of(
            Column.text("Period"),
            Column.figures("Value"),
            Column.figures("Numerator"),
            Column.figures("Denominator"),
            Column.figures("Mean"),
            Column.figures("Lower limit"),
            Column.figures("Upper limit"),
            Column.text("What it tells"),
            Column.text("Status"),
            Column.text("Came from"));

    private final Measures measures;
    private final Rules rules;
    private final AccessPolicy policy;
    private final Names names;

    SeriesPages(Measures measures, Rules rules, AccessPolicy policy, Names names) {
        this.measures = measures;
        this.rules = rules;
        this.policy = policy;
        this.names = names;
    }

    /// @param carried the page's asAt, to carry along; empty for the present
    record Whose(Actor actor, KpiDefinition definition, Organisation organisation, String carried) {
        Whose judgedBy(KpiDefinition rule) {
            return new Whose(actor, rule, organisation, carried);
        }
    }

    /// The rebase form as it was filled in.
    record Typed(String starts, String reason, FieldErrors errors) {
        static final Typed NOTHING = new Typed("", "", FieldErrors.NONE);
    }

    SeriesPage page(Whose asked, boolean past, Typed typed) {
        var key = new SeriesKey(
                asked.actor().icb(),
                asked.organisation().id(),
                asked.definition().code());
        var series = measures.series(key);
        var whose = asked.judgedBy(measures.definition(series));
        var reading = measures.reading(series).orElse(null);
        boolean mayRebase = !past
                && whose.definition().spcEnabled()
                && policy.allows(whose.actor(), Permission.BASELINE_SET, Resource.of(key.icb(), key.organisation()));
        var assurance = reading == null ? null : reading.assurance();
        return new SeriesPage(
                head(whose, series, reading),
                reading == null
                        ? null
                        : SeriesDrawing.chart(
                                        whose.definition(), whose.organisation().name(), series, reading)
                                .orElse(null),
                reading == null ? Icons.Variation.COMMON_CAUSE : MeasureCells.icon(reading.variation()),
                assurance == null ? null : MeasureCells.icon(assurance),
                reading == null
                        ? List.of()
                        : SeriesDrawing.cautions(whose.definition(), series, reading, weakMean(series)),
                COLUMNS,
                reading == null ? List.of() : rows(whose, series, reading),
                baselines(series),
                mayRebase && series.points().size() > 1 ? rebase(series, typed) : null);
    }

    private double weakMean(MeasureSeries series) {
        var latest = series.points().getLast().period();
        return rules.now().settings(latest.end()).decimal("SPC.weak_mean").doubleValue();
    }

    private static SeriesPage.Head head(Whose whose, MeasureSeries series, @Nullable SpcReading reading) {
        var definition = whose.definition();
        var state = reading == null
                ? "Nothing is recorded for this measure yet. Values appear here once a return is submitted."
                : MeasureWords.finding(definition.name(), whose.organisation().name(), series, reading) + "."
                        + provisional(series.points().getLast());
        return new SeriesPage.Head(
                definition.code(),
                definition.name(),
                whose.organisation().code(),
                whose.organisation().name(),
                state,
                definition.denominator() == null
                        ? definition.numerator()
                        : definition.numerator() + ", out of " + definition.denominator(),
                MeasureCells.carried(whose.carried(), "?"),
                whose.actor().may(Permission.FIGURE_COMPARE));
    }

    private static String provisional(MeasurePoint last) {
        return switch (last.status()) {
            case PROVISIONAL -> " The latest value is provisional.";
            case RESTATED -> " The latest value was restated.";
            case FINAL -> "";
        };
    }

    /// Newest first.
    private static List<List<Cell>> rows(Whose whose, MeasureSeries series, SpcReading reading) {
        var rows = new ArrayList<List<Cell>>();
        for (int i = reading.chart().size() - 1; i >= 0; i--) {
            int origin = reading.origin().get(i);
            if (origin >= 0) {
                rows.add(row(whose, series.points().get(origin), reading, i));
            }
        }
        return rows;
    }

    private static List<Cell> row(Whose whose, MeasurePoint point, SpcReading reading, int at) {
        var definition = whose.definition();
        boolean shown = SeriesDrawing.signalsShown(reading, at);
        Limits limits = reading.chart().limits(reading.chart().segment(at));
        var rule = SeriesDrawing.rule(reading, at);
        var figure = new FigureRequest(
                "measure",
                Map.of(
                        "kpi", definition.code(),
                        "organisation", whose.organisation().code(),
                        "period", point.period().code(),
                        "asAt", whose.carried()));
        return List.of(
                Cell.naming(point.period().label()),
                Cell.link(MeasureWords.value(definition, point.value()), figure.address()),
                Cell.of(MeasureWords.number(point.numerator())),
                Cell.of(MeasureWords.number(point.denominator())),
                Cell.of(reading.charted() ? limit(definition, limits.mean()) : ""),
                Cell.of(shown ? limit(definition, limits.lower()) : ""),
                Cell.of(shown ? limit(definition, limits.upper()) : ""),
                Cell.of(rule != null ? rule : shown ? "Usual variation" : ""),
                Cell.of(status(point)),
                Cell.link(Sources.words(point.source()), Sources.href(point.source())));
    }

    private static String status(MeasurePoint point) {
        var word =
                switch (point.status()) {
                    case PROVISIONAL -> "Provisional";
                    case FINAL -> "Final";
                    case RESTATED -> "Restated";
                };
        return point.revised() ? "%s, changed %s".formatted(word, times(point.revision() - 1)) : word;
    }

    private static String times(int changes) {
        return changes == 1 ? "once" : changes + " times";
    }

    /// Unclipped, as it was worked out.
    private static String limit(KpiDefinition definition, double limit) {
        return Double.isNaN(limit) ? "" : MeasureWords.value(definition, limit);
    }

    private List<SeriesPage.BaselineLine> baselines(MeasureSeries series) {
        var who = names.of(series.baselines().stream()
                .map(each -> Integer.toString(each.approver()))
                .toList());
        return series.baselines().stream()
                .map(each -> new SeriesPage.BaselineLine(
                        period(series, each),
                        each.starts().toString(),
                        each.reason(),
                        who.getOrDefault(Integer.toString(each.approver()), "someone outside your organisation")))
                .toList();
    }

    private static String period(MeasureSeries series, Baseline baseline) {
        return series.points().stream()
                .filter(point -> point.period().start().equals(baseline.starts()))
                .map(point -> point.period().label())
                .findFirst()
                .orElse(Dates.day(baseline.starts()));
    }

    private static SeriesPage.Rebase rebase(MeasureSeries series, Typed typed) {
        var periods = new ArrayList<Option>(List.of(Option.of("", "Choose a period")));
        series.points()
                .reversed()
                .forEach(point -> periods.add(Option.of(
                        point.period().start().toString(), point.period().label())));
        return new SeriesPage.Rebase(periods, typed.starts(), typed.reason(), typed.errors());
    }
}
