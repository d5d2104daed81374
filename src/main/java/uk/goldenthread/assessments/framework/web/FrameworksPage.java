package uk.goldenthread.assessments.framework.web;

import java.util.List;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;

/// The shelf of frameworks.
///
/// @param mayPublish whether this person may publish one of the ICB's own
/// @param back the page of assessments, at the same instant
public record FrameworksPage(
        String sentence, boolean mayPublish, List<Column> columns, List<List<Cell>> rows, String back) {}
