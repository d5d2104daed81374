package uk.goldenthread.imports.intake;

import java.util.List;
import java.util.Set;

/// One row of an uploaded file as the person would see it.
///
/// @param number the row as a spreadsheet numbers it, from 1, blank rows counted
/// @param cells the text of each cell, untrimmed; empty text for an empty cell
/// @param formulas the positions (from 0) of cells whose text is the last result of a formula
public record UploadedRow(int number, List<String> cells, Set<Integer> formulas) {
    public UploadedRow {
        cells = List.copyOf(cells);
        formulas = Set.copyOf(formulas);
    }

    /// The cell at a position from 0; empty text beyond the end of a short row.
    public String cell(int position) {
        return position < cells.size() ? cells.get(position) : "";
    }

    /// Whether no cell holds anything but white space.
    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
