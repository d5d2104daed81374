package uk.goldenthread.shell.charts;

/// How far a share may lie from the group's by chance alone, by the number it rests on.
///
/// Exact binomial limits, smoothed between whole counts as in Spiegelhalter, "Funnel plots for comparing institutional
/// performance", Statistics in Medicine 2005;24:1185-1202, appendix A.1. Beyond 2,000 the normal curve serves.
public final class FunnelLimits {
    private static final int EXACT_UP_TO = 2000;

    private FunnelLimits() {}

    /// The share below which chance alone falls with the given probability.
    ///
    /// @param share the group's, 0 to 1
    /// @param count how many the share rests on, 1 or more
    /// @param tail 0.025 and 0.975 for the 95 % limits, 0.001 and 0.999 for the 99.8 % limits
    public static double at(double share, int count, double tail) {
        if (count < 1 || share < 0 || share > 1 || tail <= 0 || tail >= 1) {
            throw new IllegalArgumentException("share %s, count %d, tail %s".formatted(share, count, tail));
        }
        if (share == 0 || share == 1) {
            return share;
        }
        var limit = count > EXACT_UP_TO ? normal(share, count, tail) : exact(share, count, tail);
        return Math.clamp(limit, 0, 1);
    }

    private static double exact(double share, int count, double tail) {
        var logOdds = Math.log(share) - Math.log1p(-share);
        var logMass = count * Math.log1p(-share);
        var sum = 0.0;
        for (int events = 0; events <= count; events++) {
            var mass = Math.exp(logMass);
            sum += mass;
            if (sum >= tail) {
                return (events - (sum - tail) / mass) / count;
            }
            logMass += Math.log((double) (count - events) / (events + 1)) + logOdds;
        }
        return 1;
    }

    private static double normal(double share, int count, double tail) {
        return share + quantile(tail) * Math.sqrt(share * (1 - share) / count);
    }

    /// The standard normal's quantiles for the four tails a funnel uses, from printed tables.
    private static double quantile(double tail) {
        var near = Math.min(tail, 1 - tail);
        var size = Math.abs(near - 0.025) < 1e-9 ? 1.959964 : Math.abs(near - 0.001) < 1e-9 ? 3.090232 : Double.NaN;
        if (Double.isNaN(size)) {
            throw new IllegalArgumentException("a funnel has 95 % and 99.8 % limits, not a tail of " + tail);
        }
        return tail < 0.5 ? -size : size;
    }
}
