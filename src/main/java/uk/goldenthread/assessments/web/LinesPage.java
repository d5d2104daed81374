package uk.goldenthread.assessments.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.actions.ActionSummary;
import uk.goldenthread.evidence.EvidenceItem;
import uk.goldenthread.evidence.LentItem;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// The questions of one standard, or of the whole short profile.
///
/// @param address of this page, which a form posts to
/// @param was what the fields held when their reader first saw them, by name
public record LinesPage(
        long id,
        int version,
        String title,
        String caption,
        String address,
        String back,
        String backText,
        boolean editable,
        @Nullable String locked,
        boolean light,
        List<Line> lines,
        FieldErrors errors,
        String asAt,
        Map<String, String> was) {
    /// One question with its answer.
    ///
    /// @param input how it is asked: `radios`, `select`, `input` or `textarea`
    /// @param given the answer in words; empty for none
    /// @param previous last time's answer in words; null for none
    /// @param from where it was copied from; null for nowhere
    /// @param toConfirm whether it was brought forward and still has to be confirmed
    /// @param lent evidence that another ICB keeps, as far as it was shared
    /// @param addEvidence where to give evidence; null when none can be given now
    /// @param addAction where to open an action; null when none can be opened now
    /// @param thread its place on the thread; null where this person may not follow it, or nothing is
    ///     answered
    /// @param today tells which evidence is in date
    /// @param asserted whether it is claimed in full with no evidence in date
    public record Line(
            String code,
            String text,
            boolean rated,
            String input,
            List<Option> options,
            String value,
            String given,
            String words,
            String reason,
            @Nullable String previous,
            String previousWords,
            @Nullable String from,
            boolean toConfirm,
            String state,
            String tone,
            List<EvidenceItem> items,
            List<LentItem> lent,
            List<ActionSummary> actions,
            @Nullable String addEvidence,
            @Nullable String addAction,
            @Nullable String thread,
            LocalDate today,
            boolean asserted) {}
}
