package uk.goldenthread.imports.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.goldenthread.imports.RowProblem;

/// A table whose columns are found by heading, never by position. Headings match whatever their case and spacing.
public final class HeadedTable {
    private final UploadedTable table;
    private final Map<String, Integer> positions;
    private final List<RowProblem> problems;

    private HeadedTable(UploadedTable table, Map<String, Integer> positions, List<RowProblem> problems) {
        this.table = table;
        this.positions = positions;
        this.problems = problems;
    }

    static HeadedTable of(UploadedTable table) {
        var positions = new LinkedHashMap<String, Integer>();
        var problems = new ArrayList<RowProblem>();
        if (table.rows().isEmpty()) {
            return new HeadedTable(table, positions, problems);
        }
        var heading = table.rows().getFirst();
        for (var position = 0; position < heading.cells().size(); position++) {
            var name = heading.cell(position).strip();
            if (!name.isEmpty() && positions.putIfAbsent(key(name), position) != null) {
                problems.add(new RowProblem(heading.number(), name, "The heading “" + name + "” is there twice."));
            }
        }
        for (var row : table.rows().subList(1, table.rows().size())) {
            for (var position = heading.cells().size(); position < row.cells().size(); position++) {
                if (!row.cell(position).isBlank()) {
                    problems.add(new RowProblem(
                            row.number(), "", "This row has more cells than there are headings; check its commas."));
                    break;
                }
            }
        }
        return new HeadedTable(table, positions, problems);
    }

    private static String key(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /// The headings as they are written, left to right, empty ones left out.
    public List<String> headings() {
        return table.rows().isEmpty()
                ? List.of()
                : table.rows().getFirst().cells().stream()
                        .filter(cell -> !cell.isBlank())
                        .map(String::strip)
                        .toList();
    }

    /// Whether there is a column of this heading.
    public boolean has(String heading) {
        return positions.containsKey(key(heading));
    }

    /// Of the headings wanted, those the file lacks, in the order wanted.
    public List<String> missing(List<String> wanted) {
        return wanted.stream().filter(heading -> !has(heading)).toList();
    }

    /// The rows below the headings.
    public List<UploadedRow> rows() {
        return table.rows().isEmpty()
                ? List.of()
                : table.rows().subList(1, table.rows().size());
    }

    /// The trimmed text under a heading; empty when the cell or the column is not there.
    public String cell(UploadedRow row, String heading) {
        var position = positions.get(key(heading));
        return position == null ? "" : row.cell(position).strip();
    }

    /// Whether the text under a heading came from a formula.
    public boolean isFormula(UploadedRow row, String heading) {
        var position = positions.get(key(heading));
        return position != null && row.formulas().contains(position);
    }

    /// Headings given twice and rows longer than the headings.
    public List<RowProblem> problems() {
        return List.copyOf(problems);
    }
}
