package uk.goldenthread.returns.model;

/// The numbers that the rules of a line use, as the ICB's settings have them.
///
/// @param denominatorChange percent of the last denominator beyond which a change must be confirmed
/// @param repeatedPeriods how many periods running with the identical figure are queried
/// @param redNeedsWords whether a red figure needs a narrative
public record Limits(int denominatorChange, int repeatedPeriods, boolean redNeedsWords) {}
