package uk.goldenthread.figures;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.kernel.spc.Assurance;
import uk.goldenthread.kernel.spc.Chart;
import uk.goldenthread.kernel.spc.Direction;
import uk.goldenthread.kernel.spc.Series;
import uk.goldenthread.kernel.spc.Standing;
import uk.goldenthread.kernel.spc.Variation;

/// A series judged by statistical process control as far as it may be: with fewer than 8 points, or where
/// the definition wants no chart, it has neither signals nor limits (BR-SPC-14).
///
/// @param chart every point judged by the national method
/// @param origin which recorded point each point of the chart is, or -1 for a period for which nothing
///     was given
/// @param charted whether the measure is one for which limits make sense
public record SpcReading(Chart chart, List<Integer> origin, boolean charted) {
    public SpcReading {
        origin = List.copyOf(origin);
    }

    static SpcReading of(
            Timeline timeline, KpiDefinition definition, boolean screenOutliers, List<LocalDate> baselines) {
        var target = definition.target();
        var chart = Series.of(timeline.values())
                .direction(direction(definition.direction()))
                .target(target == null ? Double.NaN : target.doubleValue())
                .screenOutliers(screenOutliers)
                .rebasedAt(timeline.startsAt(baselines))
                .chart();
        return new SpcReading(chart, timeline.origin(), definition.spcEnabled());
    }

    static Direction direction(KpiDefinition.Direction direction) {
        return switch (direction) {
            case HIGHER -> Direction.HIGHER_IS_BETTER;
            case LOWER -> Direction.LOWER_IS_BETTER;
            case NEUTRAL -> Direction.NEUTRAL;
        };
    }

    /// How far it may be used.
    public Standing basis() {
        return charted ? chart.standing() : Standing.LINE_ONLY;
    }

    /// Whether limits, signals and icons are shown at all.
    public boolean showsSignals() {
        return basis() != Standing.LINE_ONLY;
    }

    /// The variation icon; common cause while signals may not be shown.
    public Variation variation() {
        return showsSignals() ? chart.variation() : Variation.COMMON_CAUSE;
    }

    /// The assurance icon; null without a target or direction, and while limits may not be shown.
    public @Nullable Assurance assurance() {
        return showsSignals() ? chart.assurance().orElse(null) : null;
    }

    /// The mean of the last segment; null when it has no values.
    public @Nullable Double mean() {
        return known(chart.lastLimits().mean());
    }

    /// The lower limit of the last segment, unclipped; null while limits may not be shown.
    public @Nullable Double lower() {
        return showsSignals() ? known(chart.lastLimits().lower()) : null;
    }

    /// The upper limit of the last segment, unclipped; null while limits may not be shown.
    public @Nullable Double upper() {
        return showsSignals() ? known(chart.lastLimits().upper()) : null;
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
