package uk.goldenthread.contracts.model;

/// One check of the gateway as somebody made it.
///
/// @param note what was seen; needed where it failed
public record Made(Check check, boolean passed, String note) {}
