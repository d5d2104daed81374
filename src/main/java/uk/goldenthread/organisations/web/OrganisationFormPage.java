package uk.goldenthread.organisations.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// A form of the directory: an organisation, a relation, or somebody for a post.
///
/// @param code the organisation's code; null for a new one
/// @param options what a select offers: kinds, relations or posts
/// @param typed what was typed, by field
/// @param version the version that is being changed; 0 for something new
public record OrganisationFormPage(
        @Nullable String code,
        String name,
        List<Option> options,
        Map<String, String> typed,
        int version,
        FieldErrors errors) {
    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /// A date as it was typed in three fields.
    public DateParts date(String field) {
        return DateParts.typed(typed, field);
    }
}
