package uk.goldenthread.kernel.spc;

/// How far the signals of a segment may be used, by its number of points: our rule, stricter than the reference's.
public enum Standing {
    /// Fewer than 8 points: draw the line, show no signal.
    LINE_ONLY,
    /// 8 to 11 points: trial limits; signals are shown but start no escalation.
    TRIAL,
    /// 12 points or more.
    FULL;

    static final int TRIAL_FROM = 8;
    static final int FULL_FROM = 12;

    /// The standing of a segment with so many points that have a value.
    public static Standing of(int points) {
        if (points < TRIAL_FROM) {
            return LINE_ONLY;
        }
        return points < FULL_FROM ? TRIAL : FULL;
    }
}
