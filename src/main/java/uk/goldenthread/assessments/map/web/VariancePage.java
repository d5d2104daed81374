package uk.goldenthread.assessments.map.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.charts.Chart;
import uk.goldenthread.shell.components.Cell;

/// How far a round's judgements lie from its claims.
///
/// @param chart null where nothing was judged, or too few organisations were
/// @param why there is no chart; null where there is one
/// @param rows the criteria that differ most
public record VariancePage(
        long id,
        String title,
        String caption,
        @Nullable Chart chart,
        @Nullable String why,
        List<List<Cell>> rows,
        String asAt) {}
