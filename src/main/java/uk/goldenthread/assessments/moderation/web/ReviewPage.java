package uk.goldenthread.assessments.moderation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.assessments.store.ReviewStore;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Task;
import uk.goldenthread.shell.components.Tone;

/// How an assessment stands with the ICB, and the next step.
///
/// @param who who takes the next step when this person may not; null when there is none or they may
/// @param panel the first matter of panel mode; null when nothing can be judged now
/// @param shared from which ICB it was shared, and until when; null for one that was answered here
/// @param much how much is said not to apply, when that has to be confirmed; null when it need not
/// @param scores rows of claimed and judged scores, one a standard
/// @param results the address of the file for other tools; null before it is agreed
/// @param reply the provider's reply; empty for none
public record ReviewPage(
        long id,
        String title,
        String caption,
        String sentence,
        @Nullable String who,
        @Nullable String shared,
        Can can,
        @Nullable String panel,
        @Nullable String much,
        List<Task> tasks,
        List<List<Cell>> scores,
        @Nullable String replyUntil,
        String reply,
        @Nullable String repliedOn,
        Event event,
        FieldErrors errors,
        java.util.Map<String, String> typed,
        boolean ours,
        @Nullable String results) {

    /// The first standard with lines still to judge, as the next step; null when this person may not judge, or all is
    /// judged.
    public @Nullable Task nextToJudge() {
        if (!can.judge()) {
            return null;
        }
        return tasks.stream()
                .filter(task -> !task.done() && task.tone() != Tone.PLAIN)
                .findFirst()
                .orElse(null);
    }

    /// What this person may do now.
    public record Can(
            boolean takeUp,
            boolean judge,
            boolean giveBack,
            boolean challenge,
            boolean note,
            boolean agree,
            boolean openPlan,
            boolean close,
            boolean reply,
            boolean keepRound) {}

    /// The challenge event.
    ///
    /// @param shown whether there is one to show
    /// @param mark of the note as it stands, sent back with a change
    public record Event(
            boolean shown,
            @Nullable String heldOn,
            DateParts date,
            String attended,
            String outcome,
            List<ReviewStore.Line> lines,
            int mark) {}

    /// What a refused form held.
    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /// What a date field of a refused form held.
    public DateParts date(String field) {
        return DateParts.typed(typed, field);
    }
}
