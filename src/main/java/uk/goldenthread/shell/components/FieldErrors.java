package uk.goldenthread.shell.components;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import uk.goldenthread.kernel.outcome.Reason;

/// Everything wrong with what was sent, in the order of the page: for the summary at the top and the message by each
/// field.
public record FieldErrors(List<FieldError> all) {
    public static final FieldErrors NONE = new FieldErrors(List.of());

    public FieldErrors {
        all = List.copyOf(all);
    }

    public static FieldErrors of(String field, String message) {
        return new FieldErrors(List.of(new FieldError(field, message)));
    }

    /// The reasons of a refusal, each at its field.
    public static FieldErrors of(List<Reason> reasons) {
        return new FieldErrors(reasons.stream()
                .map(reason -> new FieldError(reason.field().isEmpty() ? null : reason.field(), reason.message()))
                .toList());
    }

    /// What binding and validation found.
    public static FieldErrors in(Errors binding) {
        var found = binding.getAllErrors().stream()
                .map(error -> new FieldError(
                        error instanceof org.springframework.validation.FieldError field ? field.getField() : null,
                        Objects.requireNonNullElse(error.getDefaultMessage(), "This cannot be accepted")))
                .toList();
        return new FieldErrors(found);
    }

    /// The message beside a field; null when it is sound. Only the first, so that one thing is mended at a time.
    public @Nullable String at(String field) {
        return all.stream()
                .filter(error -> field.equals(error.field()))
                .map(FieldError::message)
                .findFirst()
                .orElse(null);
    }

    public boolean any() {
        return !all.isEmpty();
    }
}
