package uk.goldenthread.visits;

/// A visit found an immediate risk, or it was found not to be one after all; in the transaction that says
/// so.
public record ImmediateRisk(int icb, int organisation, long finding) {}
