package uk.goldenthread.overview.web;

import java.util.List;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.PageLinks;

/// The provider list as its template shows it.
///
/// @param sort `name` or `concern`
/// @param instant the past instant shown, kept by the form; empty for today
public record ProvidersPage(
        String count,
        String search,
        List<Option> kinds,
        String kind,
        List<Option> levels,
        String level,
        boolean late,
        String sort,
        String instant,
        List<Column> columns,
        List<List<Cell>> rows,
        PageLinks pages) {}
