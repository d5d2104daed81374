package uk.goldenthread.papers.web;

import java.util.List;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.PageLinks;

/// The list of papers.
///
/// @param mayWrite whether the person may begin one
public record PapersPage(
        List<List<Cell>> rows,
        List<Option> committees,
        String committee,
        int total,
        boolean mayWrite,
        PageLinks links) {}
