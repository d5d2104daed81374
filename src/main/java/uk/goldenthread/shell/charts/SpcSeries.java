package uk.goldenthread.shell.charts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A measure over time with its process limits, as it was worked out elsewhere.
///
/// @param finding what it shows: "Level 3 training at Alder Trust fell below its usual range in May"
/// @param measure the measure's name, for the axis
/// @param target null where there is none
public record SpcSeries(
        String finding,
        String measure,
        Unit unit,
        List<Point> points,
        List<Segment> segments,
        @Nullable Double target) {
    public SpcSeries {
        points = List.copyOf(points);
        segments = List.copyOf(segments);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a chart needs at least one point");
        }
        for (var segment : segments) {
            if (segment.from() < 0 || segment.to() > points.size() || segment.from() >= segment.to()) {
                throw new IllegalArgumentException(
                        "segment %s does not fit %d points".formatted(segment, points.size()));
            }
        }
    }

    /// One period's value.
    ///
    /// @param period as shown: "May 2026"
    /// @param rule why it is a signal, in words; null where it is none
    public record Point(
            String period,
            double value,
            Signal signal,
            @Nullable String rule) {
        public static Point usual(String period, double value) {
            return new Point(period, value, Signal.COMMON_CAUSE, null);
        }
    }

    /// A stretch of points with its own limits.
    ///
    /// @param from the first point, from 0
    /// @param to the point after the last
    /// @param lower null, with `upper`, where there are too few points for limits
    /// @param rebased why the limits were worked out anew from here; null for the first stretch
    public record Segment(
            int from,
            int to,
            double mean,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable String rebased) {
        /// Fewer points than this and the limits are only a trial: shown, and said to be so.
        public static final int SETTLED = 12;

        public boolean trial() {
            return to - from < SETTLED;
        }
    }
}
