package uk.goldenthread.assessments.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.SummaryRow;

/// One round, as the ICB sees it.
///
/// @param publish what the button that issues it says; null where this person may not, or it is closed
public record RoundPage(
        long id,
        String title,
        String sentence,
        @Nullable String publish,
        List<SummaryRow> facts,
        List<Option> states,
        String state,
        List<Column> columns,
        List<List<Cell>> rows,
        String count,
        FieldErrors errors,
        @Nullable String asAt) {}
