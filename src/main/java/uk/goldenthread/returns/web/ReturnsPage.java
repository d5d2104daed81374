package uk.goldenthread.returns.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.PageLinks;

/// The list of returns.
///
/// @param sentence how many are done and late, in words
/// @param marks counts that filter the list when pressed
/// @param csv where the same list can be downloaded
public record ReturnsPage(
        boolean wholeIcb,
        boolean mayOpen,
        boolean mayUpload,
        String sentence,
        List<Mark> marks,
        Filters filters,
        List<Column> columns,
        List<List<Cell>> rows,
        String count,
        PageLinks links,
        String csv) {

    /// A count that is also a filter.
    public record Mark(String words, int figure, String href, boolean current) {}

    /// What is chosen, and what may be.
    public record Filters(
            List<Option> periods,
            @Nullable String period,
            List<Option> kinds,
            @Nullable String kind,
            List<Option> states,
            @Nullable String state,
            @Nullable String mark,
            @Nullable String organisation,
            @Nullable String asAt) {}
}
