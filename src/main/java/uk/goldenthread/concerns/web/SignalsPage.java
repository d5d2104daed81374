package uk.goldenthread.concerns.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.PageLinks;

/// The inbox of signals.
///
/// @param state how many there are and how many wait, in one sentence
/// @param empty what the list says when it has no line
/// @param asAt the instant shown, for the filter form to carry along; null for the present
public record SignalsPage(
        String state,
        Choice show,
        Choice rule,
        Choice provider,
        Choice sort,
        List<Column> columns,
        List<List<Cell>> rows,
        PageLinks links,
        String empty,
        @Nullable String asAt) {
    /// A filter: what may be chosen and what is.
    public record Choice(List<Option> options, String value) {}
}
