package uk.goldenthread.kernel.clocks;

/// What a time limit rests on, from strongest to weakest.
public enum Basis {
    /// An Act or regulations.
    STATUTE,
    /// Guidance that must be followed unless there is good reason.
    STATUTORY_GUIDANCE,
    /// National policy or a contract.
    POLICY,
    /// A target the ICB set itself, or this product's default for one.
    LOCAL_TARGET
}
