package uk.goldenthread.assessments.web;

import java.util.List;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.FieldErrors;

/// What would be copied from the answers to another framework.
///
/// @param from number of the assessment copied from
/// @param sentence how much would be filled
/// @param fills how many lines would change
public record FillPage(
        long id,
        long from,
        String title,
        String organisation,
        String sentence,
        int fills,
        List<Column> columns,
        List<List<Cell>> rows,
        FieldErrors errors) {}
