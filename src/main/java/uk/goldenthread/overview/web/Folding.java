package uk.goldenthread.overview.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// What a list of Home shows at once and what stands folded under a line of its own, so that the list is read whole.
public enum Folding {
    /// Whatever has a day is shown. What has none and comes in numbers is folded, one line a kind: many alike would
    /// push
    /// the rest out of sight.
    ALIKE {
        @Override
        Folded of(List<HomePage.Line> lines) {
            var undated = lines.stream()
                    .filter(line -> line.when() == null)
                    .collect(Collectors.groupingBy(
                            HomePage.Line::kind, LinkedHashMap::new, Collectors.toUnmodifiableList()));
            undated.values().removeIf(alike -> alike.size() <= FEW);
            var shown = lines.stream()
                    .filter(line -> line.when() != null || !undated.containsKey(line.kind()))
                    .toList();
            var folds = new ArrayList<Fold>();
            undated.forEach((kind, alike) -> folds.add(new Fold(kind + ": " + alike.size(), alike)));
            return new Folded(shown, folds);
        }
    },
    /// The latest are shown, what came before them is folded.
    EARLIER {
        @Override
        Folded of(List<HomePage.Line> lines) {
            if (lines.size() <= LATEST) {
                return new Folded(lines, List.of());
            }
            var earlier = lines.subList(LATEST, lines.size());
            return new Folded(
                    lines.subList(0, LATEST), List.of(new Fold(earlier.size() + " more, done earlier", earlier)));
        }
    };

    private static final int FEW = 3;
    private static final int LATEST = 6;

    abstract Folded of(List<HomePage.Line> lines);

    /// @param shown at once
    /// @param folds the rest, each under a line that says what it holds
    public record Folded(List<HomePage.Line> shown, List<Fold> folds) {
        public Folded {
            shown = List.copyOf(shown);
            folds = List.copyOf(folds);
        }
    }

    /// @param summary says what opens: "Returns to accept: 23"
    public record Fold(String summary, List<HomePage.Line> lines) {
        public Fold {
            lines = List.copyOf(lines);
        }
    }
}
