package uk.goldenthread.figures;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A figure and everything it stands on: only data, so that two results can be compared and kept.
///
/// @param title what it is, for whom and when: "Level 3 training at Alder Trust, May 2025"
/// @param definition how it is counted, a sentence or two
/// @param value null where there is nothing to measure
/// @param unit `%`, `days`, `count`, `rate` or what is counted, in words
/// @param numerator and `denominator`: whole sums behind a share; null for a single number
/// @param columns headings of the rows' cells
/// @param requirements codes of the framework's requirements that it shows
/// @param cautions what a reader must be told: provisional values, few points
/// @param chart address of the page that draws it; null for none
public record FigureResult(
        String title,
        String definition,
        @Nullable BigDecimal value,
        String unit,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        List<String> columns,
        List<Row> rows,
        List<String> requirements,
        List<String> cautions,
        @Nullable String chart) {
    public FigureResult {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        requirements = requirements.stream().sorted().toList();
        cautions = List.copyOf(cautions);
    }

    /// A number of things, each of them a row.
    ///
    /// @param things what is counted, in words
    /// @param page where they are listed or drawn; null for none
    public static FigureResult counted(
            String title,
            String definition,
            String things,
            List<String> columns,
            List<Row> rows,
            @Nullable String page) {
        var number = BigDecimal.valueOf(rows.size());
        return new FigureResult(
                title, definition, number, things, null, null, columns, rows, List.of(), List.of(), page);
    }

    /// One row behind it.
    ///
    /// @param cells as many as there are columns
    /// @param href page of what the row is about; null for none
    /// @param source what the ledger calls where it came from, as `return/12`; null for none
    public record Row(
            List<String> cells,
            @Nullable String href,
            @Nullable String source) {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
