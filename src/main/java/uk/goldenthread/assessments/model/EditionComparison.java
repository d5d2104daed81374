package uk.goldenthread.assessments.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Two editions of one framework laid side by side, line by line, by code.
///
/// @param added in the later edition alone
/// @param removed in the earlier edition alone
/// @param changed in both, and not the same
/// @param same how many are in both as they were
public record EditionComparison(List<Line> added, List<Line> removed, List<Changed> changed, int same) {
    /// Copies the lists in.
    public EditionComparison {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    /// A line of either edition.
    ///
    /// @param text what it asks
    /// @param facts what else holds of it (its standard, weight, whom it binds), by what that is called
    public record Line(String code, String text, Map<String, String> facts) {
        /// Copies the facts in, in their order.
        public Line {
            facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        }
    }

    /// A fact that differs; empty where the edition does not have it.
    public record Fact(String name, String before, String after) {}

    /// A line that differs.
    public record Changed(Line before, Line after, List<Fact> facts) {
        /// Copies the facts in.
        public Changed {
            facts = List.copyOf(facts);
        }

        /// Whether its words differ.
        public boolean isReworded() {
            return !before.text().equals(after.text());
        }
    }

    /// Lays two editions side by side; each list keeps the order of its edition.
    public static EditionComparison of(List<Line> before, List<Line> after) {
        var earlier = byCode(before);
        var later = byCode(after);
        var changed = new ArrayList<Changed>();
        var same = 0;
        for (var line : later.values()) {
            var old = earlier.get(line.code());
            if (old == null) {
                continue;
            }
            var pair = new Changed(old, line, differing(old, line));
            if (pair.isReworded() || !pair.facts().isEmpty()) {
                changed.add(pair);
            } else {
                same++;
            }
        }
        return new EditionComparison(missing(later, earlier), missing(earlier, later), changed, same);
    }

    private static Map<String, Line> byCode(List<Line> lines) {
        var byCode = new LinkedHashMap<String, Line>();
        lines.forEach(line -> byCode.putIfAbsent(line.code(), line));
        return byCode;
    }

    private static List<Line> missing(Map<String, Line> from, Map<String, Line> in) {
        return from.values().stream()
                .filter(line -> !in.containsKey(line.code()))
                .toList();
    }

    private static List<Fact> differing(Line before, Line after) {
        var names = new LinkedHashSet<>(after.facts().keySet());
        names.addAll(before.facts().keySet());
        return names.stream()
                .map(name -> new Fact(name, fact(before, name), fact(after, name)))
                .filter(fact -> !fact.before().equals(fact.after()))
                .toList();
    }

    private static String fact(Line line, String name) {
        return Objects.requireNonNullElse(line.facts().get(name), "");
    }
}
