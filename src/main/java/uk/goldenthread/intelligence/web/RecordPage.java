package uk.goldenthread.intelligence.web;

import java.util.List;
import java.util.Map;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// A form that writes something down about a provider.
///
/// @param sources where it was heard; the grades on the form of a rating
/// @param typed what was typed, by field
/// @param on the day that was typed
public record RecordPage(
        List<Option> providers,
        List<Option> sources,
        List<Option> themes,
        Map<String, String> typed,
        DateParts on,
        FieldErrors errors) {
    /// What was typed into a field.
    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }
}
