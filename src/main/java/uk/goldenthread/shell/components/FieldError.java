package uk.goldenthread.shell.components;

import org.jspecify.annotations.Nullable;

/// One thing a person got wrong, and how to mend it.
///
/// @param field the id of the field to go to; null when no single field is at fault
/// @param message says how to mend it: "Enter the number of staff trained"
public record FieldError(@Nullable String field, String message) {}
