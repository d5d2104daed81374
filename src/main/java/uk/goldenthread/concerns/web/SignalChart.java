package uk.goldenthread.concerns.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.figures.MeasureSeries;
import uk.goldenthread.figures.Measures;
import uk.goldenthread.figures.SeriesKey;
import uk.goldenthread.figures.SpcReading;
import uk.goldenthread.kernel.spc.Label;
import uk.goldenthread.shell.charts.Chart;
import uk.goldenthread.shell.charts.Signal;
import uk.goldenthread.shell.charts.SpcChart;
import uk.goldenthread.shell.charts.SpcSeries;
import uk.goldenthread.shell.charts.Unit;

/// Draws the series a signal is about. Called inside a unit of work.
@Component
class SignalChart {
    private final Measures measures;

    SignalChart(Measures measures) {
        this.measures = measures;
    }

    /// The chart; empty when nothing is recorded any more.
    Optional<Chart> draw(SeriesKey key, String finding) {
        var series = measures.series(key);
        return measures.reading(series).map(reading -> SpcChart.draw(drawn(series, reading, finding)));
    }

    private SpcSeries drawn(MeasureSeries series, SpcReading reading, String finding) {
        var definition = measures.definition(series);
        var points = new ArrayList<SpcSeries.Point>();
        var segments = new ArrayList<SpcSeries.Segment>();
        int from = 0;
        int segment = 0;
        for (int i = 0; i < reading.chart().size(); i++) {
            if (reading.chart().segment(i) != segment) {
                segments.add(segment(series, reading, segment, from, points.size()));
                segment = reading.chart().segment(i);
                from = points.size();
            }
            point(series, reading, i).ifPresent(points::add);
        }
        segments.add(segment(series, reading, segment, from, points.size()));
        var target = definition.target();
        return new SpcSeries(
                finding,
                definition.name(),
                unit(definition),
                points,
                segments.stream().filter(each -> each.to() > each.from()).toList(),
                target == null ? null : target.doubleValue());
    }

    private static Optional<SpcSeries.Point> point(MeasureSeries series, SpcReading reading, int index) {
        int origin = reading.origin().get(index);
        var value = origin < 0 ? null : series.points().get(origin).value();
        if (value == null) {
            return Optional.empty();
        }
        var period = series.points().get(origin).period().label();
        if (!reading.showsSignals() || reading.chart().label(index) == Label.COMMON_CAUSE) {
            return Optional.of(SpcSeries.Point.usual(period, value));
        }
        return Optional.of(new SpcSeries.Point(
                period, value, signal(reading, index), rule(reading.chart().label(index))));
    }

    private static Signal signal(SpcReading reading, int index) {
        return switch (reading.chart().variation(index)) {
            case COMMON_CAUSE -> Signal.COMMON_CAUSE;
            case IMPROVEMENT_HIGH, IMPROVEMENT_LOW -> Signal.IMPROVEMENT;
            case CONCERN_HIGH, CONCERN_LOW -> Signal.CONCERN;
            case NEUTRAL_HIGH, NEUTRAL_LOW -> Signal.NEUTRAL;
        };
    }

    private static @Nullable String rule(Label label) {
        return switch (label) {
            case COMMON_CAUSE -> null;
            case OUTSIDE -> "Outside the limits";
            case TREND -> "Seven points in a row in one direction";
            case TWO_OF_THREE -> "Two of three points near a limit";
            case RUN -> "Seven points in a row on one side of the mean";
        };
    }

    private static SpcSeries.Segment segment(MeasureSeries series, SpcReading reading, int number, int from, int to) {
        var limits = reading.chart().limits(number);
        var shown = reading.showsSignals() && !Double.isNaN(limits.lower());
        var reasons = List.copyOf(series.baselines());
        return new SpcSeries.Segment(
                from,
                to,
                limits.mean(),
                shown ? limits.lower() : null,
                shown ? limits.upper() : null,
                number == 0 || reasons.size() < number
                        ? null
                        : reasons.get(number - 1).reason());
    }

    private static Unit unit(KpiDefinition definition) {
        return switch (definition.unit()) {
            case PERCENT -> Unit.PERCENT;
            case COUNT, DAYS, YES_NO -> Unit.COUNT;
            case RATE -> Unit.NUMBER;
        };
    }
}
