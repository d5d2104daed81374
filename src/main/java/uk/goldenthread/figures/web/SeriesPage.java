package uk.goldenthread.figures.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.charts.Chart;
import uk.goldenthread.shell.charts.Icons;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// One provider's series: the chart with its finding, every point with where it came from, and its
/// baselines.
///
/// @param chart null while nothing is recorded
/// @param assurance null without one
/// @param rebase null for those who may not rebase, and in the past
public record SeriesPage(
        Head head,
        @Nullable Chart chart,
        Icons.Variation variation,
        Icons.@Nullable Assurance assurance,
        List<String> cautions,
        List<Column> columns,
        List<List<Cell>> rows,
        List<BaselineLine> baselines,
        @Nullable Rebase rebase) {
    public SeriesPage {
        cautions = List.copyOf(cautions);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        baselines = List.copyOf(baselines);
    }

    /// What the page is about.
    ///
    /// @param query `?asAt=...` to carry along, or nothing
    /// @param compares whether the person may see providers beside each other
    public record Head(
            String kpi,
            String measure,
            String code,
            String organisation,
            String state,
            String definition,
            String query,
            boolean compares) {
        public String href() {
            return "/measures/%s/%s".formatted(kpi, code);
        }
    }

    /// A change of process: from when, why, who answers for it.
    public record BaselineLine(String period, String starts, String reason, String approver) {}

    /// The form for rebasing, as it was filled in.
    public record Rebase(List<Option> periods, String starts, String reason, FieldErrors errors) {
        public Rebase {
            periods = List.copyOf(periods);
        }
    }
}
