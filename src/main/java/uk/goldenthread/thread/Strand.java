package uk.goldenthread.thread;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.goldenthread.kernel.Reference;

/// The thread through one thing: all that it hangs on, and all that hangs on it. Things beside it, which share a duty
/// but
/// no matter, are not part of it.
///
/// @param start what was asked about
/// @param nodes in the order of their stages, earliest first within one
/// @param links between the nodes
/// @param whole false where there was more than is shown
public record Strand(ThreadNode start, List<ThreadNode> nodes, List<ThreadLink> links, boolean whole) {
    private static final int LONGEST = 10;
    static final int MOST = 300;

    public Strand {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
    }

    /// The nodes by stage; stages without any are absent.
    public Map<ThreadStage, List<ThreadNode>> stages() {
        return nodes.stream()
                .collect(Collectors.groupingBy(ThreadNode::stage, LinkedHashMap::new, Collectors.toList()));
    }

    /// What was found by following links, before anything is known of the things but their names.
    ///
    /// @param whole false when following stopped at the most that is shown
    record Followed(Set<Reference> things, Set<ThreadLink> links, boolean whole) {
        /// Keeps to what may be seen.
        Strand told(ThreadNode start, Collection<ThreadNode> nodes) {
            var seen = nodes.stream().map(ThreadNode::reference).collect(Collectors.toSet());
            return new Strand(
                    start,
                    nodes.stream()
                            .sorted(Comparator.comparing(ThreadNode::stage)
                                    .thenComparing(ThreadNode::on, Comparator.nullsLast(Comparator.naturalOrder())))
                            .toList(),
                    links.stream()
                            .filter(link -> seen.contains(link.from()) && seen.contains(link.to()))
                            .toList(),
                    whole);
        }
    }

    /// Follows links up from a thing, and down from it, each step with one question for all that it reached.
    ///
    /// @param links the links to or from any of the things given
    static Followed follow(Reference start, Function<Collection<Reference>, List<ThreadLink>> links) {
        var things = new LinkedHashSet<Reference>(Set.of(start));
        var kept = new LinkedHashSet<ThreadLink>();
        var upWhole = go(start, things, kept, links, Direction.UP);
        var downWhole = go(start, things, kept, links, Direction.DOWN);
        return new Followed(things, kept, upWhole && downWhole);
    }

    private enum Direction {
        UP,
        DOWN;

        Reference near(ThreadLink link) {
            return this == UP ? link.to() : link.from();
        }

        Reference far(ThreadLink link) {
            return this == UP ? link.from() : link.to();
        }
    }

    /// @return false when it stopped early
    private static boolean go(
            Reference start,
            Set<Reference> things,
            Set<ThreadLink> kept,
            Function<Collection<Reference>, List<ThreadLink>> links,
            Direction direction) {
        var reached = new LinkedHashSet<Reference>(Set.of(start));
        Set<Reference> edge = Set.of(start);
        for (int step = 0; step < LONGEST && !edge.isEmpty(); step++) {
            var next = new LinkedHashSet<Reference>();
            for (var link : links.apply(edge)) {
                if (edge.contains(direction.near(link))) {
                    if (reached.size() >= MOST && !reached.contains(direction.far(link))) {
                        things.addAll(reached);
                        return false;
                    }
                    kept.add(link);
                    if (reached.add(direction.far(link))) {
                        next.add(direction.far(link));
                    }
                }
            }
            edge = next;
        }
        things.addAll(reached);
        return edge.isEmpty();
    }
}
