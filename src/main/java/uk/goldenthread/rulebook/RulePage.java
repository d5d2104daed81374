package uk.goldenthread.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.SummaryRow;

/// One measure or setting: how it stands today beside how it is shipped, who changed it and why, and the law behind it.
///
/// @param compared the aspects an ICB may change: name, today, as shipped
/// @param changes the newest first
/// @param edit the address of the form; null for who may not change it
/// @param duties null for a setting
public record RulePage(
        String code,
        String name,
        String state,
        List<List<Cell>> compared,
        List<SummaryRow> rows,
        List<Change> changes,
        @Nullable String edit,
        boolean own,
        @Nullable List<Duty> duties) {
    /// A change the ICB made.
    ///
    /// @param from the day it holds from
    /// @param when it was made
    public record Change(String from, String what, String why, String who, String when) {}

    /// A requirement of the framework.
    public record Duty(String code, String words, String basis) {}
}
