package uk.goldenthread.actions;

/// An action was added or changed, in the transaction that did it.
public record ActionChanged(int icb, int organisation, long id) {}
