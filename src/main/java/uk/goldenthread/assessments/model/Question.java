package uk.goldenthread.assessments.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something asked.
///
/// @param required whether a return cannot be handed in without an answer while this is shown
/// @param when when it is shown; null for always
public record Question(
        String code,
        String text,
        AnswerKind kind,
        boolean required,
        @Nullable Condition when) {
    /// When it is shown; empty for always.
    public Optional<Condition> condition() {
        return Optional.ofNullable(when);
    }
}
