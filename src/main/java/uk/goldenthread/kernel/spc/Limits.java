package uk.goldenthread.kernel.spc;

/// Mean and limits of one segment, in the unit of the values. NaN where a segment has too few points to say.
///
/// @param points      how many points of the segment have a value
/// @param mean        the average of the basis
/// @param movingRange the average moving range, screened when asked for
/// @param lower       lower process limit; may lie below what the measure can reach
/// @param upper       upper process limit
/// @param lowerNear   two thirds of the way down to the lower limit
/// @param upperNear   two thirds of the way up to the upper limit
public record Limits(
        int points, double mean, double movingRange, double lower, double upper, double lowerNear, double upperNear) {
    static final double PROCESS_LIMIT = 2.66;
    static final double NEAR_LIMIT = 2 * PROCESS_LIMIT / 3;
    static final double OUTLYING_RANGE = 3.267;

    /// The limits of values[from..to), on a basis of the points up to `basisTo`.
    static Limits of(double[] values, int from, int to, int basisTo, boolean screenOutliers) {
        double mean = mean(values, from, basisTo);
        double range = averageRange(values, from, basisTo, Double.POSITIVE_INFINITY);
        if (screenOutliers && range > 0) {
            range = averageRange(values, from, basisTo, OUTLYING_RANGE * range);
        }
        return new Limits(
                count(values, from, to),
                mean,
                range,
                mean - PROCESS_LIMIT * range,
                mean + PROCESS_LIMIT * range,
                mean - NEAR_LIMIT * range,
                mean + NEAR_LIMIT * range);
    }

    private static int count(double[] values, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(values[i])) {
                count++;
            }
        }
        return count;
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        int count = 0;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(values[i])) {
                sum += values[i];
                count++;
            }
        }
        double rough = sum / count;
        // A second pass takes out the rounding of the first: a point that lies on the mean must compare as equal.
        double residue = 0;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(values[i])) {
                residue += values[i] - rough;
            }
        }
        return rough + residue / count;
    }

    private static double averageRange(double[] values, int from, int to, double below) {
        double sum = 0;
        int count = 0;
        for (int i = from + 1; i < to; i++) {
            double range = Math.abs(values[i] - values[i - 1]);
            // Comparing with NaN is false, so a gap gives no moving range.
            if (range < below) {
                sum += range;
                count++;
            }
        }
        return sum / count;
    }
}
