package uk.goldenthread.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.imports.changeset.Comparison;
import uk.goldenthread.imports.changeset.Incoming;
import uk.goldenthread.imports.intake.UploadedTable;

/// A kind of file that may be imported, and what it means to the module that contributes it. [Imports] does the rest:
/// reading safely, comparing, review, approval, undoing. Every method runs inside a unit of work for the actor.
public interface ImportTarget {
    /// Stable code, stored with each batch and used by the interface's `?kind=`: `ODS_PRACTICES`.
    String code();

    /// In words, as the list of kinds names it: "GP practices (NHS ODS file epraccur)".
    String name();

    /// One sentence for the upload page: what the file is and where it comes from.
    String about();

    /// What one record is called in a sentence: "practice", "practices".
    String records(int count);

    /// Whether the table has the shape of this kind of file. Cheap: only the first rows are looked at.
    boolean recognises(UploadedTable table);

    /// Makes records of the rows. Nothing is changed.
    Reading read(UploadedTable table, Actor actor);

    /// The fields that are compared, in the order shown.
    List<String> fields();

    /// What is known now of these keys; a key that is not known is left out.
    Map<String, ImportedRecord> current(Collection<String> keys, Actor actor);

    /// How incoming records are compared with the known. Without more: by key, field by field. A target overrides this
    /// to say when a record counts as open, or by what else one may be recognised.
    ///
    /// @param known what `current` gave for the keys of the incoming rows and of `alsoLookAt`
    default Comparison<String, ImportedRecord> comparison(
            Map<String, ImportedRecord> known, List<Incoming<ImportedRecord>> incoming) {
        return byFields();
    }

    /// Further keys that the comparison must know, beyond those of the incoming rows: look-alikes, what is left out.
    default Collection<String> alsoLookAt(List<Incoming<ImportedRecord>> incoming, Actor actor) {
        return List.of();
    }

    /// Why the changes may not be made now, whatever their records say: a state that closed since the review. Asked
    /// before approving and before taking back, and holds what it looked at until the transaction ends.
    ///
    /// @return a sentence each; empty when nothing is in the way
    default List<String> blockers(List<RowChange> changes, Actor actor) {
        return List.of();
    }

    /// Does it, set-based, in the caller's transaction. Each change's `before` has been checked to hold still.
    void apply(List<RowChange> changes, Actor actor, long batch);

    /// Takes it back: the changes are the inverse ones, checked to hold still in the same way.
    ///
    /// @return a sentence for each reason why it cannot be taken back; empty when it has been
    List<String> undo(List<RowChange> changes, Actor actor, long batch);

    /// Who may upload.
    default Permission prepare() {
        return Permission.IMPORT_PREPARE;
    }

    /// Who may approve and undo.
    default Permission approve() {
        return Permission.IMPORT_APPROVE;
    }

    /// Whether the person who uploaded a file must leave its approval to another, where there is another who may.
    default boolean twoPeople() {
        return true;
    }

    /// Comparison by key and by each of [#fields()].
    default Comparison<String, ImportedRecord> byFields() {
        var texts = new LinkedHashMap<String, Function<ImportedRecord, String>>();
        for (var field : new ArrayList<>(fields())) {
            texts.put(field, imported -> imported.field(field));
        }
        return Comparison.of(ImportedRecord::key, texts);
    }
}
