package uk.goldenthread.actions.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// The page that changes several actions at once.
///
/// @param chosen the actions
/// @param owners who may own them; empty for those who may not say
/// @param mayDate whether the person may move dates
/// @param mayTheme whether the person may change the theme
public record SeveralPage(
        List<Chosen> chosen,
        List<Option> owners,
        boolean mayDate,
        boolean mayTheme,
        List<Option> themes,
        Said said,
        FieldErrors errors) {
    /// One of them.
    public record Chosen(long id, String title, String organisation, String due, String note) {}

    /// What was typed.
    public record Said(
            String owner,
            DateParts due,
            String reason,
            String minute,
            @Nullable String theme) {}
}
