package uk.goldenthread.concerns.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.goldenthread.figures.Measures;
import uk.goldenthread.figures.SeriesDrawing;
import uk.goldenthread.figures.SeriesKey;
import uk.goldenthread.shell.charts.Chart;
import uk.goldenthread.shell.charts.SpcChart;

/// Draws the series a signal is about, under what the signal found. Called inside a unit of work.
@Component
class SignalChart {
    private final Measures measures;

    SignalChart(Measures measures) {
        this.measures = measures;
    }

    /// The chart; empty when nothing is recorded any more.
    Optional<Chart> draw(SeriesKey key, String finding) {
        var series = measures.series(key);
        return measures.reading(series)
                .flatMap(reading -> SeriesDrawing.titled(finding, measures.definition(series), series, reading))
                .map(SpcChart::draw);
    }
}
