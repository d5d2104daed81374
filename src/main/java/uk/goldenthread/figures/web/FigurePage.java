package uk.goldenthread.figures.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.SummaryRow;

/// A number explained: what it is, as at when, the rows behind it, and the thread from statute to person.
///
/// @param value in words
/// @param chart address of the chart; null for none
public record FigurePage(
        String title,
        String value,
        String definition,
        List<SummaryRow> facts,
        List<String> cautions,
        List<Column> columns,
        List<List<Cell>> rows,
        List<Knot> thread,
        @Nullable String chart) {
    public FigurePage {
        facts = List.copyOf(facts);
        cautions = List.copyOf(cautions);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        thread = List.copyOf(thread);
    }

    /// One knot of the thread, from the duty at the top to the person at the bottom.
    ///
    /// @param kind "Statute", "Requirement", "Measure", "Value", "Source", "Person"
    /// @param when a date in words; null where it has none
    /// @param href null where there is no page
    public record Knot(
            String kind,
            String words,
            @Nullable String when,
            @Nullable String href) {}
}
