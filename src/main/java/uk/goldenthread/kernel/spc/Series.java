package uk.goldenthread.kernel.spc;

import java.util.Arrays;

/// Values of one measure in the order of their periods, and how they are to be read. NaN stands for a period without a
/// value: it moves no limit and breaks every run.
public final class Series {
    static final int SHORTEST_FIXED_BASIS = 12;

    private final double[] values;
    private final Direction direction;
    private final double target;
    private final boolean screenOutliers;
    private final int fixAfter;
    private final int[] segmentStarts;

    private Series(
            double[] values,
            Direction direction,
            double target,
            boolean screenOutliers,
            int fixAfter,
            int[] segmentStarts) {
        this.values = values;
        this.direction = direction;
        this.target = target;
        this.screenOutliers = screenOutliers;
        this.fixAfter = fixAfter;
        this.segmentStarts = segmentStarts;
    }

    /// These values, neutral, without a target, with outlying moving ranges screened, limits from every point, and in
    /// one segment. The array is copied.
    ///
    /// @throws IllegalArgumentException when there are no values or one is infinite
    public static Series of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a series needs at least one value");
        }
        for (double value : values) {
            if (Double.isInfinite(value)) {
                throw new IllegalArgumentException("a value cannot be infinite");
            }
        }
        return new Series(values.clone(), Direction.NEUTRAL, Double.NaN, true, 0, new int[] {0});
    }

    /// The same with this direction.
    public Series direction(Direction wanted) {
        return new Series(values, wanted, target, screenOutliers, fixAfter, segmentStarts);
    }

    /// The same with this target, in the unit of the values; NaN for none.
    public Series target(double wanted) {
        return new Series(values, direction, wanted, screenOutliers, fixAfter, segmentStarts);
    }

    /// The same with outlying moving ranges screened out once, or not: the national spreadsheet does not.
    public Series screenOutliers(boolean wanted) {
        return new Series(values, direction, target, wanted, fixAfter, segmentStarts);
    }

    /// The same with limits fixed on the first `points` of each segment; 0 for every point.
    ///
    /// @throws IllegalArgumentException when it is between 1 and 11
    public Series fixAfter(int points) {
        if (points != 0 && points < SHORTEST_FIXED_BASIS) {
            throw new IllegalArgumentException("limits can be fixed after 12 points or more, not " + points);
        }
        return new Series(values, direction, target, screenOutliers, points, segmentStarts);
    }

    /// The same with a new segment beginning at each of these indices; 0 always begins one.
    ///
    /// @throws IllegalArgumentException when an index is not in the series
    public Series rebasedAt(int... indices) {
        var starts = new int[indices.length + 1];
        System.arraycopy(indices, 0, starts, 1, indices.length);
        starts = Arrays.stream(starts).sorted().distinct().toArray();
        if (starts[0] < 0 || starts[starts.length - 1] >= values.length) {
            throw new IllegalArgumentException("a segment must begin at a point of the series");
        }
        return new Series(values, direction, target, screenOutliers, fixAfter, starts);
    }

    /// The chart of this series: deterministic, so that working it out again changes nothing.
    public Chart chart() {
        return new Chart(this);
    }

    /// How many points it has, those without a value included.
    public int size() {
        return values.length;
    }

    /// The value of a point; NaN when it has none.
    public double value(int point) {
        return values[point];
    }

    /// Which way the measure should go.
    public Direction direction() {
        return direction;
    }

    /// The target; NaN when there is none.
    public double target() {
        return target;
    }

    /// Whether outlying moving ranges are screened out, which a chart must say.
    public boolean screensOutliers() {
        return screenOutliers;
    }

    /// On how many points of each segment the limits are fixed; 0 for all.
    public int fixAfter() {
        return fixAfter;
    }

    int segments() {
        return segmentStarts.length;
    }

    int startOf(int segment) {
        return segmentStarts[segment];
    }

    int endOf(int segment) {
        return segment + 1 < segmentStarts.length ? segmentStarts[segment + 1] : values.length;
    }

    double[] values() {
        return values;
    }
}
