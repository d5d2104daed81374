package uk.goldenthread.assessments.moderation.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.actions.ActionSummary;
import uk.goldenthread.evidence.EvidenceItem;
import uk.goldenthread.evidence.LentItem;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Link;
import uk.goldenthread.shell.components.Option;

/// Criteria of one assessment with claim and judgement side by side.
///
/// @param version of the review, sent back with each change
/// @param address which a form posts to
/// @param atEvent whether what is typed is agreed, not judged
/// @param locked why nothing can be changed now; null when it can
/// @param shared until when it was shared from another ICB; null while it is, and for what was answered here
/// @param agenda every criterion, in panel mode
/// @param was what the fields held when their reader first saw them, by name
public record ModeratePage(
        long id,
        int version,
        String title,
        String caption,
        String address,
        Link back,
        boolean editable,
        boolean atEvent,
        @Nullable String locked,
        @Nullable String shared,
        List<Line> lines,
        @Nullable Link before,
        @Nullable Link next,
        List<Matter> agenda,
        FieldErrors errors,
        Map<String, String> was) {
    /// One criterion.
    ///
    /// @param claim the claim in words
    /// @param from where the claim was copied from; null for nowhere
    /// @param lent evidence that another ICB keeps, as far as it was shared
    /// @param previous last round's claim, and what was agreed on it; null for none
    /// @param spread how others answered, without names; null where that may not be shown
    /// @param survey what practitioners said of what it claims
    /// @param contradicted whether too few of them agree with a full claim
    /// @param value of the field: what is judged, or agreed at the event
    /// @param judged the judgement in words; empty for none
    /// @param agreed what was agreed in words; empty where it is the judgement
    /// @param flag what must be looked at: a difference, a changed claim; null for nothing
    public record Line(
            String code,
            String text,
            boolean critical,
            String claim,
            String claimWords,
            String claimReason,
            @Nullable String from,
            boolean asserted,
            List<EvidenceItem> items,
            List<LentItem> lent,
            List<ActionSummary> actions,
            @Nullable String previous,
            @Nullable String spread,
            List<String> survey,
            boolean contradicted,
            List<Option> options,
            String value,
            String words,
            String judged,
            String judgedWords,
            String agreed,
            String agreedWords,
            @Nullable String flag,
            @Nullable String addAction) {}

    /// One matter of a panel's agenda.
    ///
    /// @param state how it stands: "To judge", "Judged"
    /// @param here whether it is the one on the screen
    public record Matter(String code, String href, String state, boolean here) {}
}
