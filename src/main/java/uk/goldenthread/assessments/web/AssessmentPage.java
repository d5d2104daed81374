package uk.goldenthread.assessments.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.evidence.LentItem;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Link;
import uk.goldenthread.shell.components.Task;

/// One assessment: its standards as a task list, and the next step.
///
/// @param sentence how it stands
/// @param progress how far it has come; what is re-confirmed is told as such
/// @param locked why it cannot be changed and who can lift it; null when it can
/// @param shared from which ICB it was shared, and until when; null for one that was answered here
/// @param lent the evidence that came with it from another ICB
/// @param carry whether last time's answers can be brought forward, and from where; null when not
/// @param confirm how many brought forward still have to be confirmed
/// @param fill other assessments it can be filled from
/// @param next where a short form is gone on with
/// @param complete whether nothing is left to answer, so that handing over is the next step
/// @param scores rows of the scores, one a standard
public record AssessmentPage(
        long id,
        String title,
        String organisation,
        String sentence,
        String progress,
        @Nullable String locked,
        @Nullable String shared,
        List<LentItem> lent,
        Can can,
        @Nullable String carry,
        int confirm,
        List<Link> fill,
        Link next,
        boolean complete,
        List<Task> tasks,
        List<List<Cell>> scores,
        List<Step> steps,
        FieldErrors errors,
        String asAt) {
    /// What this person may do now.
    ///
    /// @param light whether all is on one page
    /// @param judged whether there is a judgement of the ICB, or soon will be, to look at
    /// @param elsewhere whether it can be shared with another ICB
    /// @param kept whether it can be given a later date, left out or recorded as never handed in
    public record Can(
            boolean answer,
            boolean share,
            boolean handOver,
            boolean takeBack,
            boolean sign,
            boolean light,
            boolean whole,
            boolean judged,
            boolean kept,
            boolean elsewhere) {}

    /// One thing that happened.
    public record Step(String when, String sentence, String words) {}
}
