package uk.goldenthread.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.SummaryRow;

/// The form that changes a rule.
///
/// @param action where it is sent
/// @param back the page it came from
/// @param now how the rule stands today and as shipped
/// @param seen the number of the last change this person saw
/// @param choices what may be chosen; null for a setting
/// @param setting what may be entered; null for a measure
/// @param newMeasure whether a measure of the ICB's own is begun
public record ChangePage(
        String title,
        @Nullable String caption,
        String action,
        String back,
        List<SummaryRow> now,
        int seen,
        RuleForm form,
        FieldErrors errors,
        @Nullable Choices choices,
        @Nullable Value setting,
        boolean newMeasure) {
    /// What a measure's form offers.
    ///
    /// @param ratio whether it is out of something
    public record Choices(
            List<Option> kinds,
            List<Option> themes,
            List<Option> suppression,
            boolean ratio,
            boolean directed,
            boolean yesNo) {}

    /// What a setting's form offers.
    ///
    /// @param onOff whether it is a switch
    public record Value(
            boolean onOff, String range, @Nullable String suffix) {}
}
