package uk.goldenthread.shell.components;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column of a table.
///
/// @param numeric figures stand to the right in tabular numerals
/// @param sortHref the same list sorted by this column; null when it cannot be sorted by it
/// @param sorted how the list is sorted by this column now; null when it is not
public record Column(
        String label,
        boolean numeric,
        @Nullable String sortHref,
        @Nullable Sorted sorted) {
    /// The direction of a sort, in the words of `aria-sort`.
    public enum Sorted {
        ASCENDING,
        DESCENDING;

        public String word() {
            return this == ASCENDING ? "ascending" : "descending";
        }
    }

    public static Column text(String label) {
        return new Column(label, false, null, null);
    }

    public static Column figures(String label) {
        return new Column(label, true, null, null);
    }

    /// Whether a narrow screen does better with a card a row: columns of figures are to be compared, columns of words
    /// read.
    public static boolean areMostlyWords(List<Column> columns) {
        return columns.stream().filter(Column::numeric).count() * 2 < columns.size();
    }

    public Column sortable(String href, @Nullable Sorted now) {
        return new Column(label, numeric, href, now);
    }
}
