package uk.goldenthread.papers.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Task;

/// One paper, for those who work on it: how it stands, its parts, its signatures, the next step.
///
/// @param state one sentence
/// @param tasks the parts to write; empty for who does not write
/// @param maySubmit, `maySign`, `mayFreeze` and `maySendBack`: whether this person takes that step now
/// @param missing how many answers the cover sheet lacks, for whoever hands the paper over; null when none
/// @param waiting who takes the next step where this person may not; null where they may
/// @param changedSinceSigned whether the figures changed after the executive lead signed
public record PaperPage(
        int id,
        String title,
        String caption,
        String state,
        List<Task> tasks,
        List<String> chain,
        boolean maySubmit,
        @Nullable String missing,
        boolean maySign,
        boolean mayFreeze,
        boolean maySendBack,
        @Nullable String waiting,
        boolean changedSinceSigned,
        boolean frozen,
        boolean publicPaper,
        FieldErrors errors) {}
