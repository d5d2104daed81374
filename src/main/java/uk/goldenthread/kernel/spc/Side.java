package uk.goldenthread.kernel.spc;

/// Which way a signal points.
public enum Side {
    /// No signal.
    NONE,
    /// Higher than expected, or rising.
    HIGH,
    /// Lower than expected, or falling.
    LOW
}
