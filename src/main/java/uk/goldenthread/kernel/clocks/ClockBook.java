package uk.goldenthread.kernel.clocks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// All clock definitions, found by code and the date on which a clock starts.
public final class ClockBook {
    private final SortedMap<String, List<ClockDefinition>> editions = new TreeMap<>();

    /// A book of these definitions.
    ///
    /// @throws IllegalArgumentException when two editions of one code are in force on the same date
    public ClockBook(Collection<ClockDefinition> definitions) {
        definitions.stream()
                .sorted(Comparator.comparing(definition -> definition.origin().validFrom()))
                .forEach(this::add);
    }

    private void add(ClockDefinition definition) {
        var earlier = editions.computeIfAbsent(definition.code(), _ -> new ArrayList<>());
        if (!earlier.isEmpty()
                && earlier.getLast().origin().holdsOn(definition.origin().validFrom())) {
            throw new IllegalArgumentException("two editions of %s are in force on %s"
                    .formatted(definition.code(), definition.origin().validFrom()));
        }
        earlier.add(definition);
    }

    /// The edition in force for a clock that starts on this date; empty when the code is unknown or none was in force.
    public Optional<ClockDefinition> inForce(String code, LocalDate start) {
        return editions(code).stream()
                .filter(definition -> definition.origin().holdsOn(start))
                .findFirst();
    }

    /// The edition in force on this date, else the last before it, else the first: for reckoning about dates outside
    /// any edition, which callers should say they do. Empty when the code is unknown.
    public Optional<ClockDefinition> nearest(String code, LocalDate start) {
        var known = editions(code);
        return known.reversed().stream()
                .filter(definition -> !definition.origin().validFrom().isAfter(start))
                .findFirst()
                .or(() -> known.stream().findFirst());
    }

    /// The editions of a code, oldest first; empty when it is unknown.
    public List<ClockDefinition> editions(String code) {
        return List.copyOf(editions.getOrDefault(code, List.of()));
    }

    /// Every edition of every clock, by code and then by date.
    public List<ClockDefinition> all() {
        return editions.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }
}
