package uk.goldenthread.imports.changeset;

import java.util.List;
import uk.goldenthread.imports.RowProblem;

/// One line of a [Changeset]: what a file would do to one record, or why it can do nothing.
///
/// @param <K> identifies a record
/// @param <R> a record
public sealed interface Change<K, R> {

    /// The rows of the file that this line stems from; none for a record that the file merely leaves out.
    List<Integer> rows();

    /// The record is not known yet.
    record New<K, R>(K key, R after, List<Integer> rows) implements Change<K, R> {}

    /// The record is known and some fields differ.
    record Changed<K, R>(K key, R before, R after, List<FieldChange> fields, List<Integer> rows)
            implements Change<K, R> {}

    /// The record is open now and would be closed, because the file says so or no longer lists it.
    record Closed<K, R>(K key, R before, R after, List<FieldChange> fields, List<Integer> rows)
            implements Change<K, R> {}

    /// The record is taken away again; only the undoing of [New] does this.
    record Removed<K, R>(K key, R before, List<Integer> rows) implements Change<K, R> {}

    /// Someone has to say which is meant: the file gives a key twice with different content, or a row of unknown key
    /// looks like one or more records that are known.
    ///
    /// @param incoming the rows' content, in the order of the file
    /// @param lookAlikes keys of the known records it may be
    record Ambiguous<K, R>(K key, List<R> incoming, List<K> lookAlikes, String reason, List<Integer> rows)
            implements Change<K, R> {}

    /// The row cannot be used as it stands.
    record Rejected<K, R>(List<RowProblem> problems, List<Integer> rows) implements Change<K, R> {}

    /// The file says what is known already.
    record Identical<K, R>(K key, R record, List<Integer> rows) implements Change<K, R> {}
}
