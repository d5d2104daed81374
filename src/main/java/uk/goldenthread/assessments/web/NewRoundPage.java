package uk.goldenthread.assessments.web;

import java.util.List;
import java.util.Map;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// Preparing a round.
///
/// @param typed what the form holds, by field
/// @param chosen the kinds of organisation ticked
public record NewRoundPage(
        List<Option> frameworks,
        List<Option> kinds,
        Map<String, String> typed,
        List<String> chosen,
        FieldErrors errors) {
    /// What a field holds; empty for nothing.
    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /// What a date holds.
    public DateParts day(String field) {
        return DateParts.typed(typed, field);
    }
}
