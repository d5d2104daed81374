package uk.goldenthread.concerns.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.spc.Assurance;
import uk.goldenthread.kernel.spc.Label;
import uk.goldenthread.kernel.spc.Standing;
import uk.goldenthread.kernel.spc.Variation;

/// What a process-control chart warns of: its latest point is a concern, or its process as it runs will
/// miss the target.
/// Nothing below 8 points; from 8 to 11 it is shown but does not escalate (BR-SPC-14).
public final class SpcRules {
    private static final int RUN_LENGTH = 7;

    private SpcRules() {}

    /// The chart's state as it was worked out with the values.
    ///
    /// @param standing how far its signals may be used
    /// @param assurance null without a target or a direction
    /// @param lower null, with `mean` and `upper`, where there are too few points
    public record State(
            Standing standing,
            Variation variation,
            @Nullable Assurance assurance,
            @Nullable Double mean,
            @Nullable Double lower,
            @Nullable Double upper) {}

    /// What the chart warns of.
    ///
    /// @param points those of the last segment, in the order of their periods
    public static List<Finding> findings(Figure figure, List<Point> points, State state) {
        var found = new ArrayList<Finding>();
        var known = state.mean() != null && state.lower() != null && state.upper() != null;
        if (points.isEmpty() || !known || state.standing() == Standing.LINE_ONLY) {
            return found;
        }
        concern(figure, points, state).ifPresent(found::add);
        if (state.assurance() == Assurance.FAIL) {
            var words = "As it runs it will miss its target of %s: its usual range is %s to %s.%s"
                    .formatted(WarningRules.target(figure), lower(figure, state), upper(figure, state), trial(state));
            found.add(finding(Finding.SPC_FAIL, figure, points, words, state));
        }
        return found;
    }

    private static Optional<Finding> concern(Figure figure, List<Point> points, State state) {
        int worse =
                switch (state.variation()) {
                    case CONCERN_HIGH -> 1;
                    case CONCERN_LOW -> -1;
                    case COMMON_CAUSE, IMPROVEMENT_HIGH, IMPROVEMENT_LOW, NEUTRAL_HIGH, NEUTRAL_LOW -> 0;
                };
        if (worse == 0) {
            return Optional.empty();
        }
        var label = label(points, state, worse);
        var run = run(points, state, worse, label);
        var words = words(figure, run, state, worse, label) + trial(state);
        return Optional.of(finding(Finding.SPC_CONCERN, figure, run, words, state));
    }

    /// Which rule of the chart the latest point meets, the strongest first.
    ///
    /// @param worse 1 when high is worse, -1 when low is
    static Label label(List<Point> points, State state, int worse) {
        if (isOutside(points.getLast(), state, worse)) {
            return Label.OUTSIDE;
        }
        if (trend(points, worse) >= RUN_LENGTH) {
            return Label.TREND;
        }
        if (isTwoOfThree(points, state, worse)) {
            return Label.TWO_OF_THREE;
        }
        return oneSide(points, state, worse) >= RUN_LENGTH ? Label.RUN : Label.COMMON_CAUSE;
    }

    private static List<Point> run(List<Point> points, State state, int worse, Label label) {
        int length =
                switch (label) {
                    case OUTSIDE -> outside(points, state, worse);
                    case TREND -> trend(points, worse);
                    case RUN -> oneSide(points, state, worse);
                    case TWO_OF_THREE -> 3;
                    case COMMON_CAUSE -> 1;
                };
        return points.subList(Math.max(0, points.size() - length), points.size());
    }

    private static String words(Figure figure, List<Point> run, State state, int worse, Label label) {
        var above = worse > 0;
        var side = above ? "above" : "below";
        var mean = figure.write(state.mean() == null ? 0 : state.mean());
        return switch (label) {
            case OUTSIDE ->
                "%s the %s limit of %s: %s."
                        .formatted(
                                above ? "Above" : "Below",
                                above ? "upper" : "lower",
                                above ? upper(figure, state) : lower(figure, state),
                                WarningRules.list(figure, run));
            case TREND ->
                "%d points in a row, each %s than the one before: %s."
                        .formatted(run.size(), above ? "higher" : "lower", WarningRules.list(figure, run));
            case RUN ->
                "%d periods in a row %s its mean of %s: %s."
                        .formatted(run.size(), side, mean, WarningRules.list(figure, run));
            case COMMON_CAUSE -> "The chart shows a concern: %s.".formatted(WarningRules.list(figure, run));
            case TWO_OF_THREE ->
                "Two of three points in a row lie near the %s limit of %s: %s."
                        .formatted(
                                above ? "upper" : "lower",
                                above ? upper(figure, state) : lower(figure, state),
                                WarningRules.list(figure, run));
        };
    }

    private static Finding finding(String rule, Figure figure, List<Point> run, String words, State state) {
        return new Finding(
                rule,
                figure.kpi(),
                figure.kpi(),
                run.getFirst().period(),
                run.getLast().period(),
                words,
                state.standing() == Standing.FULL,
                run.getLast().provisional());
    }

    private static String trial(State state) {
        return state.standing() == Standing.TRIAL
                ? " The limits rest on fewer than 12 points, so this is shown but does not escalate."
                : "";
    }

    private static String lower(Figure figure, State state) {
        return figure.write(state.lower() == null ? 0 : clip(figure, state.lower()));
    }

    private static String upper(Figure figure, State state) {
        return figure.write(state.upper() == null ? 0 : clip(figure, state.upper()));
    }

    private static double clip(Figure figure, double limit) {
        return figure.percent() ? Math.clamp(limit, 0, 100) : Math.max(0, limit);
    }

    private static int outside(List<Point> points, State state, int worse) {
        int length = 0;
        while (length < points.size() && isOutside(points.get(points.size() - 1 - length), state, worse)) {
            length++;
        }
        return length;
    }

    private static int oneSide(List<Point> points, State state, int worse) {
        int length = 0;
        while (length < points.size()
                && worse * (points.get(points.size() - 1 - length).value() - mean(state)) > 0) {
            length++;
        }
        return length;
    }

    private static int trend(List<Point> points, int worse) {
        int length = 1;
        while (length < points.size() && step(points, points.size() - length) * worse > 0) {
            length++;
        }
        return length;
    }

    private static double step(List<Point> points, int index) {
        return points.get(index).value() - points.get(index - 1).value();
    }

    private static boolean isTwoOfThree(List<Point> points, State state, int worse) {
        if (points.size() < 3 || oneSide(points, state, worse) < 3) {
            return false;
        }
        var near = points.subList(points.size() - 3, points.size()).stream()
                .filter(point -> isClose(point, state, worse) && !isOutside(point, state, worse))
                .toList();
        return near.size() >= 2 && near.contains(points.getLast());
    }

    private static boolean isOutside(Point point, State state, int worse) {
        return worse > 0 ? point.value() > high(state) : point.value() < low(state);
    }

    private static boolean isClose(Point point, State state, int worse) {
        var near = mean(state) + worse * (high(state) - mean(state)) * 2 / 3;
        return worse * (point.value() - near) > 0;
    }

    private static double mean(State state) {
        return state.mean() == null ? Double.NaN : state.mean();
    }

    private static double low(State state) {
        return state.lower() == null ? Double.NaN : state.lower();
    }

    private static double high(State state) {
        return state.upper() == null ? Double.NaN : state.upper();
    }
}
