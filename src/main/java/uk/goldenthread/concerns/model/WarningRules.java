package uk.goldenthread.concerns.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import uk.goldenthread.kernel.spc.Direction;

/// The warnings for series too short for statistical limits (`domain` rules W01 to W03). Each looks at
/// the latest points and
/// holds only while they show it; a gap or a value too small to judge ends a run.
///
/// W04 is [ReturnRules], W05 [PostRule], W06 and W07 [AssessmentRules], W08 [OwedRule], W09 and W11 [CountRules], W10
/// [RegulatorRule], W12 [NarrativeRule], W13 [HeardRule].
public record WarningRules(Falling falling, BelowTarget below, FarBelow farBelow) {

    /// W01: so many periods in a row each worse by so many percentage points. Percentages only.
    public record Falling(boolean active, int falls, BigDecimal points) {}

    /// W02: a target missed so many periods in a row.
    public record BelowTarget(boolean active, int periods) {}

    /// W03: a target missed by so many percentage points once. Percentages only.
    public record FarBelow(boolean active, BigDecimal points) {}

    /// What the rules find at the end of a series.
    ///
    /// @param points in the order of their periods
    public List<Finding> findings(Figure figure, List<Point> points) {
        var found = new ArrayList<Finding>();
        if (points.isEmpty() || figure.direction() == Direction.NEUTRAL) {
            return found;
        }
        if (falling.active && figure.percent()) {
            falls(figure, points, found);
        }
        if (figure.isJudged()) {
            if (below.active) {
                misses(figure, points, found);
            }
            if (farBelow.active && figure.percent()) {
                farMisses(figure, points, found);
            }
        }
        return found;
    }

    private void falls(Figure figure, List<Point> points, List<Finding> found) {
        BiPredicate<Point, Point> worse = (before, after) -> before.judged()
                && after.judged()
                && after.follows(before)
                && figure.worsening(before, after).isAtLeast(falling.points);
        int start = points.size() - 1;
        while (start > 0 && worse.test(points.get(start - 1), points.get(start))) {
            start--;
        }
        var run = points.subList(start, points.size());
        if (run.size() <= falling.falls) {
            return;
        }
        var words = "%s %d periods in a row by at least %s points each: %s."
                .formatted(
                        figure.direction() == Direction.LOWER_IS_BETTER ? "Rose" : "Fell",
                        run.size() - 1,
                        falling.points.stripTrailingZeros().toPlainString(),
                        list(figure, run));
        found.add(finding("W01", figure, run.subList(1, run.size()), words, run));
    }

    private void misses(Figure figure, List<Point> points, List<Finding> found) {
        var run = lastRun(points, point -> figure.shortfall(point).isPositive());
        if (run.size() < below.periods) {
            return;
        }
        var words = "Missed its target of %s in %d periods in a row: %s."
                .formatted(target(figure), run.size(), list(figure, run));
        found.add(finding("W02", figure, run, words, run));
    }

    private void farMisses(Figure figure, List<Point> points, List<Finding> found) {
        var run = lastRun(points, point -> figure.shortfall(point).isAtLeast(farBelow.points));
        if (run.isEmpty()) {
            return;
        }
        var words = "Missed its target of %s by at least %s points: %s."
                .formatted(target(figure), farBelow.points.stripTrailingZeros().toPlainString(), list(figure, run));
        found.add(finding("W03", figure, run, words, run));
    }

    private static List<Point> lastRun(List<Point> points, Predicate<Point> holds) {
        int start = points.size();
        while (start > 0 && joins(points, start) && holds.test(points.get(start - 1))) {
            start--;
        }
        return points.subList(start, points.size());
    }

    private static boolean joins(List<Point> points, int start) {
        var point = points.get(start - 1);
        return point.judged() && (start == points.size() || points.get(start).follows(point));
    }

    private static Finding finding(String rule, Figure figure, List<Point> run, String words, List<Point> seen) {
        return new Finding(
                rule,
                figure.kpi(),
                figure.kpi(),
                run.getFirst().period(),
                run.getLast().period(),
                words,
                true,
                seen.stream().anyMatch(Point::provisional));
    }

    static String target(Figure figure) {
        var target = figure.target();
        return target == null ? "none" : figure.write(target.doubleValue());
    }

    /// At most the last six points: a year and a half of quarters says enough.
    static String list(Figure figure, List<Point> run) {
        var shown = run.subList(Math.max(0, run.size() - 6), run.size());
        return shown.stream().map(figure::write).collect(Collectors.joining(", "));
    }
}
