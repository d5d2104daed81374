package uk.goldenthread.imports.returns;

/// How sure a provider is of a figure.
public enum Confidence {
    /// No evidence is given.
    ASSERTED,
    /// A document is held and in date.
    EVIDENCED,
    /// A second person has checked it.
    VALIDATED
}
