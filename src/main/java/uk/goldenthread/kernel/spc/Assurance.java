package uk.goldenthread.kernel.spc;

/// The assurance icon: whether the process, left as it is, can be relied on to reach its target.
public enum Assurance {
    /// Every point can be expected to reach the target.
    PASS,
    /// No point can be expected to reach the target.
    FAIL,
    /// Chance decides from point to point; also when the target lies exactly on a limit.
    HIT_AND_MISS
}
