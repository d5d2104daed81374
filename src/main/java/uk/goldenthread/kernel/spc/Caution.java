package uk.goldenthread.kernel.spc;

/// What a reader of a chart must be told.
public enum Caution {
    /// The last segment has too few points for any signal.
    LINE_ONLY,
    /// The last segment's limits are trial limits, which each new point still moves.
    TRIAL_LIMITS,
    /// An earlier segment has fewer than 12 points.
    SHORT_EARLIER_SEGMENT,
    /// The last segment has a single point, so that there are no limits.
    NO_LIMITS,
    /// The process does not vary and lies exactly on its target: hit-and-miss by rule only.
    EXACTLY_ON_TARGET
}
