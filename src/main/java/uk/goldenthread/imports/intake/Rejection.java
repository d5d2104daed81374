package uk.goldenthread.imports.intake;

/// A file that is not read at all. Nothing of it is kept.
///
/// @param sentence what is wrong and what to do, in plain words, fit to be shown as it is
public record Rejection(String sentence) implements Upload {}
