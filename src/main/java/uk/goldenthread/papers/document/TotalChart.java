package uk.goldenthread.papers.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.goldenthread.kernel.spc.Direction;
import uk.goldenthread.kernel.spc.Series;
import uk.goldenthread.kernel.spc.Variation;
import uk.goldenthread.papers.model.PaperData.Measure;
import uk.goldenthread.papers.model.PaperData.Point;
import uk.goldenthread.shell.charts.Chart;
import uk.goldenthread.shell.charts.Signal;
import uk.goldenthread.shell.charts.SpcChart;
import uk.goldenthread.shell.charts.SpcSeries;
import uk.goldenthread.shell.charts.Unit;

/// The chart of a measure's total over all providers.
final class TotalChart {
    private TotalChart() {}

    /// Drawn from the periods that have a figure; none when there are fewer than two.
    static Optional<Chart> of(Measure measure) {
        var points = measure.series().stream()
                .filter(point -> point.figure().value() != null)
                .toList();
        return points.size() < 2 ? Optional.empty() : Optional.of(SpcChart.draw(series(measure, points)));
    }

    private static SpcSeries series(Measure measure, List<Point> points) {
        var values = points.stream().mapToDouble(TotalChart::value).toArray();
        var chart = Series.of(values).direction(direction(measure)).chart();
        var drawn = new ArrayList<SpcSeries.Point>();
        for (int index = 0; index < points.size(); index++) {
            var signal = chart.showsSignals() ? signal(chart.variation(index)) : Signal.COMMON_CAUSE;
            drawn.add(new SpcSeries.Point(
                    points.get(index).label(),
                    values[index],
                    signal,
                    signal == Signal.COMMON_CAUSE ? null : signal.words()));
        }
        var limits = chart.lastLimits();
        var withLimits = chart.showsSignals() && !Double.isNaN(limits.upper());
        var segment = new SpcSeries.Segment(
                0,
                points.size(),
                limits.mean(),
                withLimits ? limits.lower() : null,
                withLimits ? limits.upper() : null,
                null);
        return new SpcSeries(
                finding(measure, points, drawn.getLast().signal(), chart.showsSignals()),
                measure.name(),
                unit(measure),
                drawn,
                List.of(segment),
                measure.target() == null ? null : measure.target().doubleValue());
    }

    private static String finding(Measure measure, List<Point> points, Signal signal, boolean judged) {
        var last = points.getLast();
        var judgement = !judged
                ? "too few periods to judge"
                : switch (signal) {
                    case COMMON_CAUSE -> "within its usual range";
                    case IMPROVEMENT -> "an improvement on its usual range";
                    case CONCERN -> "a concern against its usual range";
                    case NEUTRAL -> "outside its usual range";
                };
        return "%s, all providers: %s in %s, %s"
                .formatted(measure.name(), last.figure().text(), last.label(), judgement);
    }

    private static double value(Point point) {
        return java.util.Objects.requireNonNull(point.figure().value()).doubleValue();
    }

    private static Direction direction(Measure measure) {
        return switch (measure.direction()) {
            case "+" -> Direction.HIGHER_IS_BETTER;
            case "-" -> Direction.LOWER_IS_BETTER;
            default -> Direction.NEUTRAL;
        };
    }

    private static Unit unit(Measure measure) {
        return switch (measure.unit()) {
            case "PERCENT" -> Unit.PERCENT;
            case "COUNT" -> Unit.COUNT;
            default -> Unit.NUMBER;
        };
    }

    private static Signal signal(Variation variation) {
        return switch (variation) {
            case COMMON_CAUSE -> Signal.COMMON_CAUSE;
            case IMPROVEMENT_HIGH, IMPROVEMENT_LOW -> Signal.IMPROVEMENT;
            case CONCERN_HIGH, CONCERN_LOW -> Signal.CONCERN;
            case NEUTRAL_HIGH, NEUTRAL_LOW -> Signal.NEUTRAL;
        };
    }
}
