package uk.goldenthread.assessments.framework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.assessments.framework.GraphPicture;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;

/// What an edition asks.
///
/// @param sections its standards, or the sections of its duties
/// @param graph which question leads to which; null for duties
/// @param findings what the linter says besides faults
public record FrameworkBody(
        List<Section> sections, @Nullable GraphPicture graph, List<String> findings) {
    /// A heading with its lines.
    public record Section(String heading, List<Column> columns, List<List<Cell>> rows) {}
}
