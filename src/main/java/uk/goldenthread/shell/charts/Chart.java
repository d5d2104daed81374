package uk.goldenthread.shell.charts;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;

/// A drawn chart with what stands under it.
///
/// @param finding what the chart shows, in one sentence; its title
/// @param svg the drawing, whole and safe to put in a page
/// @param alternative what a person who cannot see it is told
public record Chart(String finding, String svg, String alternative, List<Column> columns, List<List<Cell>> rows)
        implements Content {
    public Chart {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// The drawing alone.
    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(svg);
    }
}
