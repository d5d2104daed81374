package uk.goldenthread.rulebook;

import java.util.List;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;

/// Every measure, warning rule and setting.
public record RulesPage(String state, boolean mayEdit, List<Table> tables) {
    /// A table of the page.
    public record Table(String caption, List<Column> columns, List<List<Cell>> rows) {}
}
