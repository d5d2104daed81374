package uk.goldenthread.visits.web;

import java.util.List;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.shell.components.FieldError;
import uk.goldenthread.shell.components.FieldErrors;

/// What forms of visits and audits share.
final class Forms {
    private Forms() {}

    /// @param suffix what the fields' names end in where a page has the same form several times
    static FieldErrors errors(List<Reason> reasons, String suffix) {
        return new FieldErrors(reasons.stream()
                .map(reason ->
                        new FieldError(reason.field().isEmpty() ? null : reason.field() + suffix, reason.message()))
                .toList());
    }

    /// A whole number; null where none was typed, -1 for what is none.
    static @org.jspecify.annotations.Nullable Integer number(String text) {
        var typed = text.strip();
        if (typed.isEmpty()) {
            return null;
        }
        return typed.matches("\\d{1,6}") ? Integer.valueOf(typed) : Integer.valueOf(-1);
    }
}
