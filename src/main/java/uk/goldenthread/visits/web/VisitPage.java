package uk.goldenthread.visits.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.actions.ActionSummary;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.SummaryRow;

/// One visit.
///
/// @param sentence how it stands
/// @param waits why it cannot go on yet; null where it can, or for those who do not take it on
/// @param can the forms this person may use now: `confirm`, `cancel`, `carried-out`, `record`, `find`,
///     `draft`, `send`, `comment`, `decide`, `finish`, `go-on`, `close`, `follow-up`
/// @param follows whether its follow-up is what it goes on to
/// @param beside the visit it follows and those that follow it
/// @param again what it looks at again
/// @param summary the report's words; empty while this person may not read them
/// @param typed what was typed when a form was refused
public record VisitPage(
        long id,
        String title,
        String provider,
        String sentence,
        @Nullable String due,
        @Nullable String waits,
        Set<String> can,
        boolean follows,
        DateParts on,
        List<SummaryRow> facts,
        List<Beside> beside,
        List<Again> again,
        String summary,
        List<Finding> findings,
        List<Comment> comments,
        List<Step> steps,
        Choices choices,
        Map<String, String> typed,
        FieldErrors errors,
        String asAt) {
    /// A finding.
    ///
    /// @param clock what an immediate risk still needs, and by when; null when nothing
    /// @param mayWrite whether it may be confirmed in writing now
    /// @param actHref where an action is proposed for it; null for those who may not
    public record Finding(
            long id,
            String grade,
            String tone,
            String about,
            String words,
            @Nullable String clock,
            @Nullable String withdrawn,
            boolean mayWrite,
            @Nullable String actHref,
            List<ActionSummary> actions) {}

    /// A visit before or after this one.
    public record Beside(String words, String href) {}

    /// A finding of the visit it follows.
    ///
    /// @param standing how the actions stand that it asked for, or what was seen of it this time
    public record Again(String grade, String tone, String words, String href, String standing) {}

    /// What the provider said of the draft.
    public record Comment(
            long id, String words, String by, @Nullable String decision) {}

    /// What happened.
    public record Step(String sentence, String when, String words) {}

    /// What a new finding may be.
    public record Choices(List<Option> grades, List<Option> topics) {}

    /// The day on which the provider's lead was told: the visit's, unless another was typed.
    public DateParts told() {
        var told = DateParts.typed(typed, "told");
        return told.isBlank() ? on : told;
    }

    /// What was typed in a field, or nothing.
    public String typed(String name) {
        return typed.getOrDefault(name, "");
    }
}
