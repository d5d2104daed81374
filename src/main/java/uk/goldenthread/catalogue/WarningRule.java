package uk.goldenthread.catalogue;

/// A rule that warns where a series is too short for statistical limits. Its numbers are settings whose codes begin
/// with its own.
///
/// @param words what it looks for, in one sentence
public record WarningRule(String code, String name, String words, Provenance provenance, InForce inForce) {}
