package uk.goldenthread.imports.changeset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a file would change, line by line, to be reviewed before anything is changed and taken back afterwards.
///
/// @param changes in the order a reviewer needs them: what needs a person first, what changes nothing last; within a
///     kind by key
public record Changeset<K extends Comparable<K>, R>(List<Change<K, R>> changes) {

    /// The kinds of line, in the order in which they are shown.
    public enum Kind {
        REJECTED,
        AMBIGUOUS,
        CLOSED,
        CHANGED,
        NEW,
        REMOVED,
        IDENTICAL
    }

    public Changeset {
        changes = List.copyOf(changes);
    }

    static <K extends Comparable<K>, R> Changeset<K, R> of(List<Change<K, R>> changes) {
        var ordered = new ArrayList<>(changes);
        ordered.sort(Comparator.<Change<K, R>, Kind>comparing(Changeset::kind)
                .thenComparing(Changeset::key, Comparator.nullsFirst(Comparator.<K>naturalOrder()))
                .thenComparingInt(
                        change -> change.rows().isEmpty() ? 0 : change.rows().getFirst()));
        return new Changeset<>(ordered);
    }

    /// The kind of a line.
    public static Kind kind(Change<?, ?> change) {
        return switch (change) {
            case Change.New<?, ?> _ -> Kind.NEW;
            case Change.Changed<?, ?> _ -> Kind.CHANGED;
            case Change.Closed<?, ?> _ -> Kind.CLOSED;
            case Change.Removed<?, ?> _ -> Kind.REMOVED;
            case Change.Ambiguous<?, ?> _ -> Kind.AMBIGUOUS;
            case Change.Rejected<?, ?> _ -> Kind.REJECTED;
            case Change.Identical<?, ?> _ -> Kind.IDENTICAL;
        };
    }

    private static <K, R> @Nullable K key(Change<K, R> change) {
        return switch (change) {
            case Change.New<K, R> it -> it.key();
            case Change.Changed<K, R> it -> it.key();
            case Change.Closed<K, R> it -> it.key();
            case Change.Removed<K, R> it -> it.key();
            case Change.Ambiguous<K, R> it -> it.key();
            case Change.Identical<K, R> it -> it.key();
            case Change.Rejected<K, R> _ -> null;
        };
    }

    /// How many lines there are of each kind; every kind is there, with 0 where there are none.
    public Map<Kind, Integer> counts() {
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        for (var kind : Kind.values()) {
            counts.put(kind, 0);
        }
        changes.forEach(change -> counts.merge(kind(change), 1, Integer::sum));
        return counts;
    }

    /// How many rows of the file the lines account for.
    public int rows() {
        return changes.stream().mapToInt(change -> change.rows().size()).sum();
    }

    /// Whether applying this would change nothing.
    public boolean changesNothing() {
        return changes.stream().allMatch(change -> switch (kind(change)) {
            case REJECTED, AMBIGUOUS, IDENTICAL -> true;
            case CLOSED, CHANGED, NEW, REMOVED -> false;
        });
    }

    /// The keys of records that are no longer as they were when this was worked out, so that it must not be applied.
    public List<K> conflicts(Map<K, R> current) {
        var conflicts = new ArrayList<K>();
        for (var change : changes) {
            switch (change) {
                case Change.New<K, R> it -> note(conflicts, it.key(), current.get(it.key()), null);
                case Change.Changed<K, R> it -> note(conflicts, it.key(), current.get(it.key()), it.before());
                case Change.Closed<K, R> it -> note(conflicts, it.key(), current.get(it.key()), it.before());
                case Change.Removed<K, R> it -> note(conflicts, it.key(), current.get(it.key()), it.before());
                case Change.Ambiguous<K, R> _, Change.Rejected<K, R> _, Change.Identical<K, R> _ -> {
                    // these touch nothing
                }
            }
        }
        return conflicts;
    }

    private void note(List<K> conflicts, K key, @Nullable R found, @Nullable R expected) {
        if (!Objects.equals(found, expected)) {
            conflicts.add(key);
        }
    }

    /// The records as they would be afterwards. Ambiguous and rejected lines change nothing.
    ///
    /// @throws IllegalStateException if there are [#conflicts]
    public SortedMap<K, R> appliedTo(Map<K, R> current) {
        var conflicts = conflicts(current);
        if (!conflicts.isEmpty()) {
            throw new IllegalStateException("changed since this was worked out: " + conflicts);
        }
        var after = new TreeMap<>(current);
        for (var change : changes) {
            switch (change) {
                case Change.New<K, R> it -> after.put(it.key(), it.after());
                case Change.Changed<K, R> it -> after.put(it.key(), it.after());
                case Change.Closed<K, R> it -> after.put(it.key(), it.after());
                case Change.Removed<K, R> it -> after.remove(it.key());
                case Change.Ambiguous<K, R> _, Change.Rejected<K, R> _, Change.Identical<K, R> _ -> {
                    // these touch nothing
                }
            }
        }
        return after;
    }

    /// The changeset that takes this one back. Undoing that in turn applies this one again.
    public Changeset<K, R> inverse() {
        var inverse = new ArrayList<Change<K, R>>();
        for (var change : changes) {
            switch (change) {
                case Change.New<K, R> it -> inverse.add(new Change.Removed<>(it.key(), it.after(), it.rows()));
                case Change.Removed<K, R> it -> inverse.add(new Change.New<>(it.key(), it.before(), it.rows()));
                case Change.Changed<K, R> it ->
                    inverse.add(
                            new Change.Changed<>(it.key(), it.after(), it.before(), inverse(it.fields()), it.rows()));
                case Change.Closed<K, R> it ->
                    inverse.add(
                            new Change.Changed<>(it.key(), it.after(), it.before(), inverse(it.fields()), it.rows()));
                case Change.Ambiguous<K, R> _, Change.Rejected<K, R> _, Change.Identical<K, R> _ -> {
                    // nothing was done, so there is nothing to take back
                }
            }
        }
        return of(inverse);
    }

    private static List<FieldChange> inverse(List<FieldChange> fields) {
        return fields.stream().map(FieldChange::inverse).toList();
    }
}
