package uk.goldenthread.access;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// The people of an ICB and what they may do.
///
/// @param typed what was typed into the form, by field
/// @param firstPassword the first password of an account just made, shown this once; null otherwise
public record AccountsPage(
        List<Line> lines,
        List<Option> roles,
        Map<String, String> typed,
        FieldErrors errors,
        @Nullable String firstPassword) {
    /// One role of one person.
    public record Line(
            int grant, int account, String name, String signInName, String role, String organisation, String since) {}
}
