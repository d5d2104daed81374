package uk.goldenthread.visits.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.PageLinks;

/// The list of visits.
///
/// @param sentence how many there are, in words
public record VisitsPage(
        boolean mayPlan,
        String sentence,
        List<Option> states,
        String state,
        List<Column> columns,
        List<List<Cell>> rows,
        PageLinks links,
        @Nullable String asAt) {}
