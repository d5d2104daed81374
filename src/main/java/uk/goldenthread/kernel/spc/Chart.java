package uk.goldenthread.kernel.spc;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// An XmR chart: limits a segment, label and side a point, and the two icons. Labels are those of the national method
/// for any number of points; whether they may be used is a judgement of its own ([#standing]).
public final class Chart {
    private final Series series;
    private final Limits[] limits;
    private final byte[] codes;

    Chart(Series series) {
        this.series = series;
        this.limits = new Limits[series.segments()];
        this.codes = new byte[series.size()];
        for (int segment = 0; segment < limits.length; segment++) {
            int from = series.startOf(segment);
            int to = series.endOf(segment);
            int basisTo = series.fixAfter() == 0 ? to : Math.min(to, from + series.fixAfter());
            limits[segment] = Limits.of(series.values(), from, to, basisTo, series.screensOutliers());
            Signals.write(series.values(), from, to, limits[segment], codes);
        }
    }

    /// What it was drawn from.
    public Series series() {
        return series;
    }

    /// How many points it has.
    public int size() {
        return codes.length;
    }

    /// How many segments it has.
    public int segments() {
        return limits.length;
    }

    /// The segment of a point, from 0.
    public int segment(int point) {
        int segment = limits.length - 1;
        while (point < series.startOf(segment)) {
            segment--;
        }
        return segment;
    }

    /// The limits of a segment.
    public Limits limits(int segment) {
        return limits[segment];
    }

    /// The limits of the last segment: those that the next point will be judged by.
    public Limits lastLimits() {
        return limits[limits.length - 1];
    }

    /// What a point shows.
    public Label label(int point) {
        return Signals.LABELS[codes[point]];
    }

    /// Which way a point's signal points.
    public Side side(int point) {
        return Signals.sideOf(codes[point]);
    }

    /// 1 when a point lies above its mean, -1 below, 0 on it or without a value.
    public int relativeToMean(int point) {
        return Signals.side(series.value(point), limits[segment(point)].mean());
    }

    /// Whether a point lies beyond a near limit and within the process limit.
    public boolean isCloseToLimit(int point) {
        return Signals.isClose(series.value(point), limits[segment(point)]);
    }

    /// What a point says about the measure, given its direction.
    public Variation variation(int point) {
        return Variation.of(side(point), series.direction());
    }

    /// The variation icon: what the last point says, and it alone.
    public Variation variation() {
        return variation(codes.length - 1);
    }

    /// The assurance icon from the last segment's limits and the target; empty without a target or a direction.
    public Optional<Assurance> assurance() {
        double target = series.target();
        if (Double.isNaN(target) || series.direction() == Direction.NEUTRAL) {
            return Optional.empty();
        }
        boolean higherIsBetter = series.direction() == Direction.HIGHER_IS_BETTER;
        if (target > lastLimits().upper()) {
            return Optional.of(higherIsBetter ? Assurance.FAIL : Assurance.PASS);
        }
        if (target < lastLimits().lower()) {
            return Optional.of(higherIsBetter ? Assurance.PASS : Assurance.FAIL);
        }
        return Optional.of(Assurance.HIT_AND_MISS);
    }

    /// How far the signals of the last segment may be used.
    public Standing standing() {
        return Standing.of(lastLimits().points());
    }

    /// Whether the last point's signal may be shown: not before the segment has 8 points.
    public boolean showsSignals() {
        return standing() != Standing.LINE_ONLY;
    }

    /// Whether the last point's signal may start an escalation: not before the segment has 12 points.
    public boolean escalates() {
        return standing() == Standing.FULL && label(codes.length - 1) != Label.COMMON_CAUSE;
    }

    /// What a reader must be told.
    public Set<Caution> cautions() {
        var cautions = EnumSet.noneOf(Caution.class);
        switch (standing()) {
            case LINE_ONLY -> cautions.add(Caution.LINE_ONLY);
            case TRIAL -> cautions.add(Caution.TRIAL_LIMITS);
            case FULL -> {}
        }
        for (int segment = 0; segment < limits.length - 1; segment++) {
            if (limits[segment].points() < Standing.FULL_FROM) {
                cautions.add(Caution.SHORT_EARLIER_SEGMENT);
            }
        }
        if (Double.isNaN(lastLimits().upper())) {
            cautions.add(Caution.NO_LIMITS);
        }
        if (lastLimits().movingRange() == 0 && lastLimits().mean() == series.target()) {
            cautions.add(Caution.EXACTLY_ON_TARGET);
        }
        return cautions;
    }
}
