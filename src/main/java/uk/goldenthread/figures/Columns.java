package uk.goldenthread.figures;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// Turns a list of records into arrays, a column each, which PostgreSQL's `unnest` makes into rows again:
/// one statement for any number of values.
final class Columns {
    private Columns() {}

    static <T> Integer[] integers(Collection<T> rows, ToIntFunction<T> column) {
        return rows.stream().map(column::applyAsInt).toArray(Integer[]::new);
    }

    static <T> @Nullable Double[] doubles(List<T> rows, Function<T, @Nullable Double> column) {
        @Nullable Double[] values = new @Nullable Double[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        return values;
    }

    /// As text, which the statement casts to what it is.
    static <T> @Nullable String[] texts(Collection<T> rows, Function<T, @Nullable Object> column) {
        @Nullable String[] values = new @Nullable String[rows.size()];
        int i = 0;
        for (var row : rows) {
            var value = column.apply(row);
            values[i++] = value == null ? null : value.toString();
        }
        return values;
    }
}
