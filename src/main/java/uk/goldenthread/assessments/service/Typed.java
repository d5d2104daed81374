package uk.goldenthread.assessments.service;

import org.jspecify.annotations.Nullable;

/// What a person typed for one question, field by field: a null field is left as it stands, an empty one is
/// cleared.
///
/// @param value in the form that the question's kind accepts
/// @param words how they know
/// @param reason why it does not apply, or is below full with no action
public record Typed(
        String code,
        @Nullable String value,
        @Nullable String words,
        @Nullable String reason) {
    /// A judgement alone.
    public static Typed value(String code, String value) {
        return new Typed(code, value, null, null);
    }

    /// Whether its fields were only looked at.
    public boolean isUntouched() {
        return value == null && words == null && reason == null;
    }

    /// The same with these words beside it.
    public Typed saying(String said) {
        return new Typed(code, value, said, reason);
    }

    /// The same with this reason beside it.
    public Typed because(String why) {
        return new Typed(code, value, words, why);
    }
}
