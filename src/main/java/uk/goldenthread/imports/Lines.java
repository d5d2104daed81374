package uk.goldenthread.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.imports.changeset.Change;
import uk.goldenthread.imports.changeset.Changeset;

/// A changeset as the numbered lines of a batch, with what may be chosen where a person has to choose.
final class Lines {
    private static final ImportedRecord NO_RECORD = new ImportedRecord("", "", Map.of());

    private final Map<String, ImportedRecord> known;
    private final List<BatchLine> lines = new ArrayList<>();

    private Lines(Map<String, ImportedRecord> known) {
        this.known = known;
    }

    /// @param known what is known now, for the labels of look-alikes
    static List<BatchLine> of(Changeset<String, ImportedRecord> changes, Map<String, ImportedRecord> known) {
        var lines = new Lines(known);
        changes.changes().forEach(lines::add);
        return lines.lines;
    }

    static Map<Verdict, Integer> counts(List<BatchLine> lines) {
        var counts = new EnumMap<Verdict, Integer>(Verdict.class);
        lines.forEach(line -> counts.merge(line.verdict(), 1, Integer::sum));
        return counts;
    }

    private void add(Change<String, ImportedRecord> change) {
        var number = lines.size() + 1;
        var row = change.rows().isEmpty() ? 0 : change.rows().getFirst();
        lines.add(
                switch (change) {
                    case Change.New<String, ImportedRecord> it -> plain(number, row, Verdict.NEW, null, it.after());
                    case Change.Changed<String, ImportedRecord> it ->
                        plain(number, row, Verdict.CHANGED, it.before(), it.after());
                    case Change.Closed<String, ImportedRecord> it ->
                        plain(number, row, Verdict.CLOSED, it.before(), it.after());
                    case Change.Identical<String, ImportedRecord> it ->
                        nothing(number, row, it.record(), Verdict.IDENTICAL, List.of());
                    case Change.Ambiguous<String, ImportedRecord> it -> ambiguous(number, row, it);
                    case Change.Rejected<String, ImportedRecord> it ->
                        nothing(number, row, NO_RECORD, Verdict.REJECTED, it.problems());
                    case Change.Removed<String, ImportedRecord> it ->
                        throw new IllegalStateException("a file cannot remove " + it.key());
                });
    }

    private static BatchLine plain(
            int number, int row, Verdict verdict, @Nullable ImportedRecord before, ImportedRecord after) {
        return new BatchLine(
                number,
                row,
                after.key(),
                after.label(),
                verdict,
                true,
                before,
                after,
                null,
                List.of(),
                null,
                List.of());
    }

    private static BatchLine nothing(
            int number, int row, ImportedRecord about, Verdict verdict, List<RowProblem> problems) {
        return new BatchLine(
                number, row, about.key(), about.label(), verdict, false, null, null, null, List.of(), null, problems);
    }

    private BatchLine ambiguous(int number, int row, Change.Ambiguous<String, ImportedRecord> change) {
        var options = new ArrayList<BatchLine.Choice>();
        if (change.lookAlikes().isEmpty()) {
            for (var i = 0; i < change.incoming().size(); i++) {
                var words = "Take row %d of the file".formatted(change.rows().get(i));
                options.add(new BatchLine.Choice(
                        "ROW-" + i, words, change.incoming().get(i), null));
            }
        } else {
            var incoming = change.incoming().getFirst();
            for (var key : change.lookAlikes()) {
                var label = Objects.requireNonNull(known.get(key)).label();
                options.add(new BatchLine.Choice(
                        "SUCCEEDS-" + key, "It is new, and takes the place of " + label, incoming, key));
            }
            options.add(new BatchLine.Choice("NEW", "It is new, and takes nobody's place", incoming, null));
        }
        options.add(new BatchLine.Choice(BatchLine.LEAVE, "Leave it out", null, null));
        return new BatchLine(
                number,
                row,
                change.key(),
                change.incoming().getFirst().label(),
                Verdict.AMBIGUOUS,
                false,
                known.get(change.key()),
                null,
                change.reason(),
                options,
                null,
                List.of());
    }
}
