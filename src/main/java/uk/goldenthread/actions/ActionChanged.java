package uk.goldenthread.actions;

/// An action of an organisation was added or changed, or several were, in the transaction that did it.
public record ActionChanged(int icb, int organisation) {}
