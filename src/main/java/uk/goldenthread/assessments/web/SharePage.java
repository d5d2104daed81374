package uk.goldenthread.assessments.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// Sharing an assessment out among colleagues.
///
/// @param lead whether this person shares it out, or may begin to
/// @param free the standards that nobody else has been given
public record SharePage(
        long id,
        String title,
        String organisation,
        boolean lead,
        List<Given> given,
        List<Option> colleagues,
        List<Option> free,
        @Nullable String account,
        List<String> standards,
        DateParts due,
        String latest,
        FieldErrors errors) {
    /// A part that was given.
    ///
    /// @param mine whether it is this person's to do
    public record Given(long id, String words, String state, boolean apart, boolean mine) {}
}
