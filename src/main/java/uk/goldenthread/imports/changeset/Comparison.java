package uk.goldenthread.imports.changeset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// How records of one kind are compared: what identifies one, which fields count, when it is open, what else it may be
/// recognised by, and what it means when a file leaves it out. Two records are the same when all their fields are.
///
/// @param <K> identifies a record, and puts the lines of a changeset in order
/// @param <R> a record
public final class Comparison<K extends Comparable<K>, R> {
    private final Function<R, K> key;
    private final Map<String, Function<R, String>> fields;
    private Predicate<R> open = _ -> true;
    private Function<R, Set<String>> marks = _ -> Set.of();
    private Function<R, Optional<R>> whenLeftOut = _ -> Optional.empty();

    private Comparison(Function<R, K> key, Map<String, Function<R, String>> fields) {
        this.key = key;
        this.fields = fields;
    }

    /// Records identified by `key`, differing where any of these named fields, shown as text, differs.
    public static <K extends Comparable<K>, R> Comparison<K, R> of(
            Function<R, K> key, Map<String, Function<R, String>> fields) {
        return new Comparison<>(key, new LinkedHashMap<>(fields));
    }

    /// Which records count as open; a change from open to not open is a closing. Without this, all are.
    public Comparison<K, R> openWhen(Predicate<R> test) {
        open = test;
        return this;
    }

    /// Other marks a record may be recognised by, such as name with postcode. They never decide: a row of unknown key
    /// that shares a mark with known records is put before a person.
    public Comparison<K, R> alsoKnownBy(Function<R, Set<String>> otherMarks) {
        marks = otherMarks;
        return this;
    }

    /// Makes the file a full list: an open record that it leaves out is closed by `close`. Without this, what a file
    /// leaves out stays as it is.
    public Comparison<K, R> closingWhatIsLeftOut(UnaryOperator<R> close) {
        whenLeftOut = record -> open.test(record) ? Optional.of(close.apply(record)) : Optional.empty();
        return this;
    }

    /// Works out what the rows would change. Nothing is changed by this.
    ///
    /// @throws IllegalArgumentException if a current record stands under a key that is not its own
    public Changeset<K, R> compare(Map<K, R> current, List<Incoming<R>> incoming) {
        current.forEach((known, record) -> {
            if (!known.equals(key.apply(record))) {
                throw new IllegalArgumentException("record %s is filed under %s".formatted(key.apply(record), known));
            }
        });
        var byKey = new TreeMap<K, List<Incoming.Read<R>>>();
        var changes = new ArrayList<Change<K, R>>();
        for (var row : incoming) {
            switch (row) {
                case Incoming.Read<R> read ->
                    byKey.computeIfAbsent(key.apply(read.record()), _ -> new ArrayList<>())
                            .add(read);
                case Incoming.Unusable<R> unusable ->
                    changes.add(new Change.Rejected<>(unusable.problems(), List.of(unusable.row())));
            }
        }
        var known = knownMarks(current);
        byKey.forEach((at, rows) -> changes.add(change(at, rows, current, known)));
        current.forEach((at, record) -> {
            if (!byKey.containsKey(at)) {
                whenLeftOut
                        .apply(record)
                        .ifPresent(closed -> changes.add(
                                new Change.Closed<>(at, record, closed, differences(record, closed), List.of())));
            }
        });
        return Changeset.of(changes);
    }

    private Map<String, Set<K>> knownMarks(Map<K, R> current) {
        var known = new HashMap<String, Set<K>>();
        current.forEach((at, record) -> marks.apply(record)
                .forEach(mark ->
                        known.computeIfAbsent(mark, _ -> new TreeSet<>()).add(at)));
        return known;
    }

    private Change<K, R> change(K at, List<Incoming.Read<R>> rows, Map<K, R> current, Map<String, Set<K>> knownMarks) {
        var numbers = rows.stream().map(Incoming::row).toList();
        var records = rows.stream().map(Incoming.Read::record).toList();
        var after = records.getFirst();
        if (records.stream().anyMatch(other -> !differences(after, other).isEmpty())) {
            return new Change.Ambiguous<>(
                    at, records, List.of(), "The file gives this more than once, with different content.", numbers);
        }
        var before = current.get(at);
        if (before == null) {
            var lookAlikes = new TreeSet<K>();
            marks.apply(after).forEach(mark -> lookAlikes.addAll(knownMarks.getOrDefault(mark, Set.of())));
            return lookAlikes.isEmpty()
                    ? new Change.New<>(at, after, numbers)
                    : new Change.Ambiguous<>(
                            at, records, List.copyOf(lookAlikes), "This may be one that is known already.", numbers);
        }
        var differences = differences(before, after);
        if (differences.isEmpty()) {
            return new Change.Identical<>(at, before, numbers);
        }
        return open.test(before) && !open.test(after)
                ? new Change.Closed<>(at, before, after, differences, numbers)
                : new Change.Changed<>(at, before, after, differences, numbers);
    }

    private List<FieldChange> differences(R before, R after) {
        var differences = new ArrayList<FieldChange>();
        fields.forEach((name, text) -> {
            var was = text.apply(before);
            var is = text.apply(after);
            if (!Objects.equals(was, is)) {
                differences.add(new FieldChange(name, was, is));
            }
        });
        return List.copyOf(differences);
    }
}
