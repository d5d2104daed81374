package uk.goldenthread.visits.web;

import java.util.List;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;

/// The year's plan of visits.
///
/// @param id its number; 0 where none was proposed
public record ProgrammePage(
        int id, boolean mayChange, boolean mayApprove, String sentence, List<Column> columns, List<List<Cell>> rows) {}
