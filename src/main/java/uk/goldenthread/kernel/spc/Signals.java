package uk.goldenthread.kernel.spc;

/// Finds the signals of one segment: pure loops over the values, writing one code a point. Every point is judged, also
/// those after a fixed basis; no rule reaches across segments.
final class Signals {
    /// What each code stands for: a signal's code on the high side, and one more on the low side.
    static final Label[] LABELS = {
        Label.COMMON_CAUSE,
        Label.OUTSIDE,
        Label.OUTSIDE,
        Label.TREND,
        Label.TREND,
        Label.TWO_OF_THREE,
        Label.TWO_OF_THREE,
        Label.RUN,
        Label.RUN
    };

    private static final int OUTSIDE = 1;
    private static final int TREND = 3;
    private static final int TWO_OF_THREE = 5;
    private static final int RUN = 7;
    private static final int TREND_STEPS = 6;
    private static final int RUN_LENGTH = 7;

    private Signals() {}

    /// Weakest rule first, so that each stronger one overwrites it.
    static void write(double[] values, int from, int to, Limits limits, byte[] codes) {
        runs(values, from, to, limits, codes);
        twoOfThree(values, from, to, limits, codes);
        trends(values, from, to, codes);
        outside(values, from, to, limits, codes);
    }

    private static void runs(double[] values, int from, int to, Limits limits, byte[] codes) {
        int last = 0;
        int length = 0;
        for (int i = from; i < to; i++) {
            int side = side(values[i], limits.mean());
            length = side != 0 && side == last ? length + 1 : 1;
            last = side;
            if (side != 0 && length >= RUN_LENGTH) {
                mark(codes, length == RUN_LENGTH ? i - RUN_LENGTH + 1 : i, i, code(RUN, side));
            }
        }
    }

    private static void twoOfThree(double[] values, int from, int to, Limits limits, byte[] codes) {
        for (int i = from + 2; i < to; i++) {
            int side = side(values[i], limits.mean());
            if (side == 0 || side != side(values[i - 1], limits.mean()) || side != side(values[i - 2], limits.mean())) {
                continue;
            }
            boolean first = isClose(values[i - 2], limits);
            boolean second = isClose(values[i - 1], limits);
            boolean third = isClose(values[i], limits);
            byte code = code(TWO_OF_THREE, side);
            if (first && (second || third)) {
                codes[i - 2] = code;
            }
            if (second && (first || third)) {
                codes[i - 1] = code;
            }
            if (third && (first || second)) {
                codes[i] = code;
            }
        }
    }

    /// Later trends overwrite earlier ones: a turning point belongs to the trend on its right.
    private static void trends(double[] values, int from, int to, byte[] codes) {
        int last = 0;
        int steps = 0;
        for (int i = from + 1; i < to; i++) {
            int step = side(values[i], values[i - 1]);
            steps = step != 0 && step == last ? steps + 1 : 1;
            last = step;
            if (step != 0 && steps >= TREND_STEPS) {
                mark(codes, steps == TREND_STEPS ? i - TREND_STEPS : i, i, code(TREND, step));
            }
        }
    }

    private static void outside(double[] values, int from, int to, Limits limits, byte[] codes) {
        byte high = code(OUTSIDE, 1);
        byte low = code(OUTSIDE, -1);
        for (int i = from; i < to; i++) {
            if (values[i] > limits.upper()) {
                codes[i] = high;
            } else if (values[i] < limits.lower()) {
                codes[i] = low;
            }
        }
    }

    static boolean isClose(double value, Limits limits) {
        return (value > limits.upperNear() && value <= limits.upper())
                || (value < limits.lowerNear() && value >= limits.lower());
    }

    /// 1 above, -1 below, 0 equal or unknown.
    static int side(double value, double other) {
        return value > other ? 1 : value < other ? -1 : 0;
    }

    private static void mark(byte[] codes, int first, int last, byte code) {
        for (int i = first; i <= last; i++) {
            codes[i] = code;
        }
    }

    private static byte code(int signal, int side) {
        return (byte) (side > 0 ? signal : signal + 1);
    }

    /// The side a code stands for.
    static Side sideOf(byte code) {
        if (code == 0) {
            return Side.NONE;
        }
        return code % 2 == 1 ? Side.HIGH : Side.LOW;
    }
}
