package uk.goldenthread.imports.changeset;

import java.util.List;
import uk.goldenthread.imports.RowProblem;

/// What one row of a file came to: a record, or the reasons why there is none.
///
/// @param <R> a record
public sealed interface Incoming<R> {
    /// The row's number in the file.
    int row();

    /// A row that was understood.
    record Read<R>(int row, R record) implements Incoming<R> {}

    /// A row that was not.
    record Unusable<R>(int row, List<RowProblem> problems) implements Incoming<R> {
        public Unusable {
            problems = List.copyOf(problems);
        }
    }
}
