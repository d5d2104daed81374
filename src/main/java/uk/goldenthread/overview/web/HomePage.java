package uk.goldenthread.overview.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.Link;

/// Home as its template shows it.
///
/// @param since in words, where what changed begins: "14 March 2026 at 9:05am"
/// @param own where a provider's people find their own returns and record; empty for the ICB's
/// @param toRead the newest committee paper, for who comes here to read it
public record HomePage(
        WorkList toDo,
        WorkList waiting,
        WorkList done,
        String since,
        List<Change> changes,
        List<Message> messages,
        List<Link> own,
        @Nullable Change toRead) {
    public HomePage {
        changes = List.copyOf(changes);
    }

    private static final int FIRST_MESSAGES = 3;
    private static final int FIRST_CHANGES = 8;

    /// The latest messages.
    public List<Message> firstMessages() {
        return messages.subList(0, Math.min(FIRST_MESSAGES, messages.size()));
    }

    /// The messages before those.
    public List<Message> furtherMessages() {
        return messages.subList(Math.min(FIRST_MESSAGES, messages.size()), messages.size());
    }

    /// The latest changes.
    public List<Change> firstChanges() {
        return changes.subList(0, Math.min(FIRST_CHANGES, changes.size()));
    }

    /// The changes before those.
    public List<Change> furtherChanges() {
        return changes.subList(Math.min(FIRST_CHANGES, changes.size()), changes.size());
    }

    /// One of the three lists.
    ///
    /// @param counts by kind in words: "3 returns to enter, 2 signals to triage"; null when the list is empty
    /// @param total how many lines there are, the folded ones too
    /// @param empty what is said instead of lines: what will appear here, why nothing does, the first step
    public record WorkList(
            String id, String heading, @Nullable String counts, int total, Folding.Folded lines, String empty) {}

    /// @param kind groups lines of the same sort, as "Returns to accept"
    /// @param when in words, with what the date means: "by 3 March 2026", "12 days late"
    public record Line(
            String kind,
            String what,
            String forWhom,
            @Nullable String when,
            boolean late,
            String why,
            String href) {}

    /// What the person was told; it can be put away.
    public record Message(long id, String when, String sentence, String href) {}

    /// Something that happened.
    public record Change(String when, String sentence, String href) {}
}
