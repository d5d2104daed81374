package uk.goldenthread.imports.export;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import uk.goldenthread.imports.RowProblem;

/// Writes CSV that Excel opens as UTF-8 (it begins with a byte order mark), that runs nothing, and that the intake
/// reads back to the same rows.
public final class SafeCsv {
    private static final String NEEDS_QUOTES = ",;\t\"\n'";

    private final Appendable out;

    /// Starts a file on `out`, which must encode as UTF-8.
    public SafeCsv(Appendable out) throws IOException {
        this.out = out;
        out.append('\uFEFF');
    }

    /// Writes one row.
    public void row(List<String> cells) throws IOException {
        for (var i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            out.append(cell(cells.get(i)));
        }
        out.append("\r\n");
    }

    /// Writes the list of problems of a file as a file of its own, for the person to work through.
    public static void problems(Collection<RowProblem> problems, Appendable out) throws IOException {
        var csv = new SafeCsv(out);
        csv.row(List.of("row", "column", "problem"));
        for (var problem : problems) {
            csv.row(List.of(Integer.toString(problem.row()), problem.column(), problem.message()));
        }
    }

    private static String cell(String text) {
        var safe = SpreadsheetText.guarded(SpreadsheetText.clean(text));
        return needsQuotes(safe) ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static boolean needsQuotes(String text) {
        return text.isEmpty()
                ? false
                : text.chars().anyMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0)
                        || text.charAt(0) <= ' '
                        || text.charAt(text.length() - 1) <= ' ';
    }
}
