package uk.goldenthread.contracts.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.PageLinks;

/// The register of contracts.
///
/// @param provider the choice of provider; null for a person of one
/// @param asAt the instant shown; null for the present
public record ContractsPage(
        String state,
        boolean mayEnter,
        Choice show,
        @Nullable Choice provider,
        Choice form,
        List<Column> columns,
        List<List<Cell>> rows,
        PageLinks links,
        String empty,
        String csv,
        @Nullable String asAt) {
    /// A filter: what may be chosen and what is.
    public record Choice(List<Option> options, String value) {}
}
