package uk.goldenthread.organisations.web;

import java.util.List;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.PageLinks;

/// The list of organisations.
///
/// @param query the filter as an address carries it, from `?` on
/// @param asAt the past instant shown, as the filter form carries it along; empty for today
public record DirectoryPage(
        List<List<Cell>> rows,
        int total,
        String search,
        List<Option> kinds,
        String kind,
        String standing,
        String whose,
        String icb,
        String query,
        String asAt,
        boolean mayAdd,
        PageLinks pages) {}
