package uk.goldenthread.actions;

import java.time.LocalDate;
import uk.goldenthread.kernel.Reference;

/// An action as a line beside what asked for it.
///
/// @param state in words, as "In progress"
/// @param done whether somebody of another organisation verified it
/// @param overdue past its date and not delivered
/// @param href its page
public record ActionSummary(
        long id, String title, String state, boolean done, LocalDate due, boolean overdue, String owner, String href) {
    /// The action's stable name.
    public Reference reference() {
        return Reference.of("action", id);
    }
}
