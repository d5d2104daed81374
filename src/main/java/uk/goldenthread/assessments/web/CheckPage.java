package uk.goldenthread.assessments.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// All answers, to read before they are handed over or signed.
///
/// @param approvers who may sign it for the board
/// @param approver the one chosen; empty for none
/// @param asserted how many claims of the highest point have no evidence in date
public record CheckPage(
        long id,
        String title,
        String organisation,
        String progress,
        AssessmentPage.Can can,
        @Nullable String locked,
        List<Section> sections,
        List<Option> approvers,
        String approver,
        int asserted,
        FieldErrors errors,
        String asAt) {
    /// A standard with its answers.
    public record Section(String title, String href, List<LinesPage.Line> lines) {}
}
