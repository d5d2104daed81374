package uk.goldenthread.catalogue;

/// How sure we are of a rule's source, so that a page can say what a clinical lead still has to check.
public enum Confidence {
    /// A published source was read and says it.
    SEEN,
    /// Common knowledge of the field, not checked against a source.
    KNOWN,
    /// Believed, but doubtful: never show it as fact.
    UNSURE,
    /// Our own reasonable default where no public text exists.
    INFERRED
}
