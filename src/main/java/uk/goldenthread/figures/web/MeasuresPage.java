package uk.goldenthread.figures.web;

import java.util.List;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;

/// All measures, each with how many providers stand how; for a provider its own measures with where each
/// stands.
///
/// @param state one sentence about the whole
/// @param own true when the rows are one organisation's series
public record MeasuresPage(String state, boolean own, List<Column> columns, List<List<Cell>> rows) {
    public MeasuresPage {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
