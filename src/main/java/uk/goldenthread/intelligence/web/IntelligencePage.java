package uk.goldenthread.intelligence.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.Option;

/// What was heard, as a list.
///
/// @param state how much there is, in one sentence
/// @param records whether the person may write something down
/// @param asAt the instant shown, for the filter form to carry along; null for the present
public record IntelligencePage(
        String state,
        boolean records,
        List<Option> providers,
        String provider,
        boolean all,
        List<Column> columns,
        List<List<Cell>> rows,
        @Nullable String asAt) {}
