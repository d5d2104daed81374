package uk.goldenthread.assessments.framework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.assessments.framework.GraphPicture;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.FieldErrors;

/// Choosing a file with a framework, and what was wrong with the last one.
///
/// @param sentence what came of the last file; empty before the first
/// @param faults all that is wrong with it
/// @param faultLines the same, a line a fault, its parts divided by tabs, for the file of faults
/// @param graph its questions as far as they were read; null when there is nothing to see
public record PublishPage(
        FieldErrors errors,
        String sentence,
        List<Column> columns,
        List<List<Cell>> faults,
        String faultLines,
        @Nullable GraphPicture graph) {}
