package uk.goldenthread.figures;

import java.util.List;
import uk.goldenthread.catalogue.KpiDefinition;

/// Everything recorded for one series, in the order of its periods, with the changes of process known for
/// it.
public record MeasureSeries(SeriesKey key, List<MeasurePoint> points, List<Baseline> baselines) {
    public MeasureSeries {
        points = List.copyOf(points);
        baselines = List.copyOf(baselines);
    }

    /// What statistical process control says of it under this definition.
    ///
    /// @param screenOutliers whether extreme moving ranges are left out of the limits
    /// @throws IllegalStateException when there are no points
    public SpcReading reading(KpiDefinition definition, boolean screenOutliers) {
        if (points.isEmpty()) {
            throw new IllegalStateException("nothing is recorded for " + key);
        }
        return SpcReading.of(
                Timeline.of(points),
                definition,
                screenOutliers,
                baselines.stream().map(Baseline::starts).toList());
    }
}
