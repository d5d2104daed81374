package uk.goldenthread.figures.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.charts.Chart;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.Option;

/// One measure across providers: the total of a period, the funnel, and the peers.
///
/// @param total the total in words, with the address that explains it; null where values are not added up
/// @param funnel null where the measure is not a share or nobody gave it
/// @param hidden true when names are left out, because so few providers are shown (BR-ACC-1)
public record MeasurePage(
        String code,
        String name,
        String state,
        String definition,
        @Nullable Total total,
        Filters filters,
        @Nullable Chart funnel,
        boolean hidden,
        List<Column> columns,
        List<List<Cell>> rows) {
    public MeasurePage {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// A figure in a sentence, which is a link to its explanation.
    public record Total(String words, String href) {}

    /// What is chosen, and what may be.
    ///
    /// @param asAt carried along; empty for the present
    public record Filters(
            String period,
            List<Option> periods,
            String kind,
            List<Option> kinds,
            String variation,
            List<Option> variations,
            String assurance,
            List<Option> assurances,
            String asAt) {}
}
