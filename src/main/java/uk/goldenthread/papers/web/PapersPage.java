package uk.goldenthread.papers.web;

import java.util.List;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.PageLinks;

/// The list of papers.
///
/// @param asAt the instant that is shown
/// @param mayWrite whether the person may begin one
public record PapersPage(
        List<List<Cell>> rows,
        List<Option> committees,
        String committee,
        int total,
        AsAt asAt,
        boolean mayWrite,
        PageLinks links) {}
