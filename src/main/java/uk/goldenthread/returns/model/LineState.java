package uk.goldenthread.returns.model;

/// Where one line stands with the ICB.
public enum LineState {
    /// Not looked at yet.
    OPEN,
    /// The ICB asked something.
    QUERIED,
    /// The provider answered.
    ANSWERED,
    /// The ICB accepted the figure.
    ACCEPTED
}
