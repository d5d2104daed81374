package uk.goldenthread.assessments.survey.web;

import java.util.List;
import java.util.Map;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;

/// A round's survey as the ICB keeps it.
///
/// @param keeps whether this person may open it
public record RoundSurveyPage(
        long id,
        String caption,
        String state,
        boolean keeps,
        DateParts closes,
        List<Column> columns,
        List<List<Cell>> rows,
        FieldErrors errors,
        Map<String, String> typed) {}
