package uk.goldenthread.evidence.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.PageLinks;

/// The library of evidence.
///
/// @param state what is listed, in one sentence
/// @param provider the choice of provider; null for a person of one
/// @param csv the address of the same list as a file
/// @param asAt the instant shown; null for the present
public record LibraryPage(
        String state,
        boolean mayGive,
        Choice show,
        @Nullable Choice provider,
        Choice kind,
        String words,
        Choice sort,
        List<Column> columns,
        List<List<Cell>> rows,
        PageLinks links,
        String empty,
        String csv,
        @Nullable String asAt) {
    /// A filter: what may be chosen and what is.
    public record Choice(List<Option> options, String value) {}
}
