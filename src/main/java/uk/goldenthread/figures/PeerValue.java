package uk.goldenthread.figures;

/// One provider's value of a measure in a period.
///
/// @param organisation the provider
public record PeerValue(int organisation, MeasurePoint point) {}
