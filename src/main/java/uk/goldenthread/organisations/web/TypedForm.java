package uk.goldenthread.organisations.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldError;
import uk.goldenthread.shell.components.FieldErrors;

/// What was typed, read field by field; what cannot be read is noted at its field.
final class TypedForm {
    private final Map<String, String> typed;
    private final List<FieldError> errors = new ArrayList<>();

    TypedForm(Map<String, String> typed) {
        this.typed = typed;
    }

    String text(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    int number(String field) {
        return text(field).matches("\\d{1,9}") ? Integer.parseInt(text(field)) : 0;
    }

    /// A date in three fields; null when all are empty, or when it cannot be one, which is noted.
    @Nullable
    LocalDate date(String field) {
        var parts = DateParts.typed(typed, field);
        if (parts.isBlank()) {
            return null;
        }
        var date = parts.date();
        if (date.isPresent()) {
            return date.get();
        }
        errors.add(new FieldError(field, "Enter a date such as 3 4 2026"));
        return null;
    }

    /// A date that must be there.
    LocalDate required(String field, LocalDate otherwise) {
        var before = errors.size();
        var date = date(field);
        if (date == null && errors.size() == before) {
            errors.add(new FieldError(field, "Enter a date"));
        }
        return date == null ? otherwise : date;
    }

    void note(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    boolean isSound() {
        return errors.isEmpty();
    }

    FieldErrors errors() {
        return new FieldErrors(errors);
    }
}
