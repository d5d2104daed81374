package uk.goldenthread.kernel.spc;

/// What a point shows. Where several rules fit, the first of OUTSIDE, TREND, TWO_OF_THREE and RUN is shown.
public enum Label {
    /// Ordinary variation: no rule fits.
    COMMON_CAUSE,
    /// Beyond a process limit.
    OUTSIDE,
    /// One of seven points in a row, each higher (or each lower) than the one before.
    TREND,
    /// Near a limit, as two of three points in a row on the same side are.
    TWO_OF_THREE,
    /// One of seven or more points in a row on the same side of the mean.
    RUN
}
