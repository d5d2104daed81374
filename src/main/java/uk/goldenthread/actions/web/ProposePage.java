package uk.goldenthread.actions.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// The page that proposes an action.
///
/// @param own whether it is for the person's own organisation, which then has accepted it
/// @param sources what asks for it, as typed in the address
/// @param asks the same in words
/// @param back where the person came from
/// @param latest the last day it may be due
public record ProposePage(
        boolean own,
        List<String> sources,
        List<String> asks,
        @Nullable String back,
        List<Option> organisations,
        List<Option> themes,
        List<Option> priorities,
        List<Option> proofs,
        List<Option> every,
        String latest,
        Said said,
        FieldErrors errors) {
    /// What was typed.
    public record Said(
            String organisation,
            String title,
            String outcome,
            String measure,
            String theme,
            String priority,
            boolean critical,
            Set<String> expects,
            DateParts due,
            String every) {}
}
