package uk.goldenthread.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.kernel.spc.Limits;
import uk.goldenthread.kernel.spc.Standing;
import uk.goldenthread.kernel.spc.Variation;
import uk.goldenthread.shell.charts.Chart;
import uk.goldenthread.shell.charts.Signal;
import uk.goldenthread.shell.charts.SpcChart;
import uk.goldenthread.shell.charts.SpcSeries;
import uk.goldenthread.shell.charts.Unit;

/// Turns a series and what process control says of it into what is drawn. Points without a value are left
/// out of the drawing; limits and signals appear only as far as they may be used.
public final class SeriesDrawing {
    private SeriesDrawing() {}

    /// The chart of a series; empty when no point has a value.
    ///
    /// @param organisation whose it is, for the title
    public static Optional<Chart> chart(
            KpiDefinition definition, String organisation, MeasureSeries series, SpcReading reading) {
        return drawn(definition, organisation, series, reading).map(SpcChart::draw);
    }

    /// The series as it is drawn, for a chart or a sparkline; empty when no point has a value.
    public static Optional<SpcSeries> drawn(
            KpiDefinition definition, String organisation, MeasureSeries series, SpcReading reading) {
        var finding = MeasureWords.finding(definition.name(), organisation, series, reading);
        return titled(finding, definition, series, reading);
    }

    /// The same under a title of the caller's, such as what a signal found.
    public static Optional<SpcSeries> titled(
            String title, KpiDefinition definition, MeasureSeries series, SpcReading reading) {
        var chart = reading.chart();
        var points = new ArrayList<SpcSeries.Point>();
        var segments = new ArrayList<SpcSeries.Segment>();
        int from = 0;
        for (int i = 0; i < chart.size(); i++) {
            int origin = reading.origin().get(i);
            if (origin >= 0 && !Double.isNaN(chart.series().value(i))) {
                points.add(point(series.points().get(origin), reading, i));
            }
            boolean ends = i + 1 == chart.size() || chart.segment(i + 1) != chart.segment(i);
            if (ends && points.size() > from) {
                if (reading.charted()) {
                    segments.add(segment(series, reading, i, from, points.size()));
                }
                from = points.size();
            }
        }
        if (points.isEmpty()) {
            return Optional.empty();
        }
        var target = definition.target();
        return Optional.of(new SpcSeries(
                title,
                definition.name(),
                unit(definition),
                points,
                segments,
                target == null ? null : target.doubleValue()));
    }

    private static SpcSeries.Point point(MeasurePoint point, SpcReading reading, int at) {
        var value = java.util.Objects.requireNonNull(point.value());
        if (!signalsShown(reading, at)) {
            return SpcSeries.Point.usual(point.period().label(), value);
        }
        return new SpcSeries.Point(
                point.period().label(), value, signal(reading.chart().variation(at)), rule(reading, at));
    }

    /// Whether a point's segment is long enough for its signals to be shown.
    public static boolean signalsShown(SpcReading reading, int at) {
        var chart = reading.chart();
        return reading.charted() && Standing.of(chart.limits(chart.segment(at)).points()) != Standing.LINE_ONLY;
    }

    /// Why a point is a signal; null when it is none or may not be shown.
    public static @Nullable String rule(SpcReading reading, int at) {
        return signalsShown(reading, at)
                ? MeasureWords.rule(reading.chart().label(at), reading.chart().side(at))
                : null;
    }

    static Signal signal(Variation variation) {
        return switch (variation) {
            case COMMON_CAUSE -> Signal.COMMON_CAUSE;
            case IMPROVEMENT_HIGH, IMPROVEMENT_LOW -> Signal.IMPROVEMENT;
            case CONCERN_HIGH, CONCERN_LOW -> Signal.CONCERN;
            case NEUTRAL_HIGH, NEUTRAL_LOW -> Signal.NEUTRAL;
        };
    }

    private static SpcSeries.Segment segment(MeasureSeries series, SpcReading reading, int last, int from, int to) {
        var chart = reading.chart();
        int number = chart.segment(last);
        Limits limits = chart.limits(number);
        boolean shown = Standing.of(limits.points()) != Standing.LINE_ONLY;
        return new SpcSeries.Segment(
                from,
                to,
                limits.mean(),
                shown ? known(limits.lower()) : null,
                shown ? known(limits.upper()) : null,
                number == 0 ? null : reason(series, reading, number));
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /// The reason of the baseline that begins a segment: the latest that starts on or before its first
    /// recorded point.
    private static @Nullable String reason(MeasureSeries series, SpcReading reading, int segment) {
        var chart = reading.chart();
        for (int i = 0; i < chart.size(); i++) {
            int origin = reading.origin().get(i);
            if (chart.segment(i) == segment && origin >= 0) {
                var start = series.points().get(origin).period().start();
                return series.baselines().stream()
                        .filter(baseline -> !baseline.starts().isAfter(start))
                        .map(Baseline::reason)
                        .reduce((_, later) -> later)
                        .orElse(null);
            }
        }
        return null;
    }

    static Unit unit(KpiDefinition definition) {
        return switch (definition.unit()) {
            case PERCENT -> Unit.PERCENT;
            case COUNT, DAYS, YES_NO -> Unit.COUNT;
            case RATE -> Unit.NUMBER;
        };
    }

    /// What a reader of the chart must be told, in sentences (7.2, points 4, 12 and 14).
    ///
    /// @param weakMean mean of a count below which limits are weak
    public static List<String> cautions(
            KpiDefinition definition, MeasureSeries series, SpcReading reading, double weakMean) {
        var words = new ArrayList<String>();
        if (!reading.charted()) {
            words.add("Limits make no sense for this measure, so the chart is a plain line.");
            return words;
        }
        for (var caution : reading.chart().cautions()) {
            words.add(
                    switch (caution) {
                        case LINE_ONLY -> "Fewer than 8 points: the line is shown without limits or signals.";
                        case TRIAL_LIMITS ->
                            "Trial limits: fewer than 12 points, so each new point still moves them. Signals are shown but start no escalation.";
                        case SHORT_EARLIER_SEGMENT ->
                            "An earlier stretch has fewer than 12 points; its limits are trial limits.";
                        case NO_LIMITS -> "A single point has no limits.";
                        case EXACTLY_ON_TARGET -> "The values do not vary and lie exactly on the target.";
                    });
        }
        var mean = reading.mean();
        if (definition.unit() == KpiDefinition.Unit.COUNT && mean != null && mean < weakMean) {
            words.add("Few events: limits of this kind are weak where the mean is below %s."
                    .formatted(java.math.BigDecimal.valueOf(weakMean)
                            .stripTrailingZeros()
                            .toPlainString()));
        }
        boolean small = series.points().stream().anyMatch(SeriesDrawing::hasSmallDenominator);
        if (definition.unit().isRatio() && small) {
            words.add("Some denominators are below 10: limits of this kind are weak for small numbers.");
        }
        if (reading.chart().series().screensOutliers()) {
            words.add("Extreme jumps between neighbouring points are left out when the limits are worked out.");
        }
        return words;
    }

    private static boolean hasSmallDenominator(MeasurePoint point) {
        var denominator = point.denominator();
        return denominator != null && denominator.signum() > 0 && denominator.intValue() < 10;
    }
}
