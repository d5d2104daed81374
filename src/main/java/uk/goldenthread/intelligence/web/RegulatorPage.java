package uk.goldenthread.intelligence.web;

import java.util.List;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;

/// What the regulator published of the ICB's providers.
///
/// @param state how much there is, in one sentence
/// @param records whether the person may write something down
public record RegulatorPage(
        String state,
        boolean records,
        List<Column> ratingColumns,
        List<List<Cell>> ratings,
        List<Column> noticeColumns,
        List<List<Cell>> notices) {}
