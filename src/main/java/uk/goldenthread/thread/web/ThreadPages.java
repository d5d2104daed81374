package uk.goldenthread.thread.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.shell.charts.StrandDrawing;
import uk.goldenthread.shell.view.Dates;
import uk.goldenthread.thread.Strand;
import uk.goldenthread.thread.ThreadNode;
import uk.goldenthread.thread.ThreadStage;

/// Puts a strand into the words and the drawing of its page.
final class ThreadPages {
    private static final int AT_ONCE = 12;
    private static final List<ThreadStage> ORDER = List.of(ThreadStage.values());

    private ThreadPages() {}

    static ThreadPage of(Strand strand, AsAt asAt, boolean readsPapers) {
        var back = strand.start().href();
        var stages = strand.stages();
        return new ThreadPage(
                strand.start().sentence(),
                state(strand),
                gap(stages, readsPapers),
                StrandDrawing.draw(
                        rows(stages), joins(strand, stages), "The thread through this matter", state(strand)),
                stages.entrySet().stream()
                        .map(entry -> stage(entry.getKey(), entry.getValue(), strand.start(), asAt))
                        .toList(),
                back == null ? null : asAt.on(back));
    }

    private static String state(Strand strand) {
        var counts = strand.stages().entrySet().stream()
                .map(entry -> "%s: %d"
                        .formatted(entry.getKey().words(), entry.getValue().size()))
                .collect(Collectors.joining(", "));
        return strand.whole() ? counts + "." : counts + ". There is more than this page shows.";
    }

    /// A thread that breaks off is what a committee should ask about.
    private static @Nullable String gap(Map<ThreadStage, List<ThreadNode>> stages, boolean readsPapers) {
        if (!stages.containsKey(ThreadStage.REQUIREMENT) && !stages.containsKey(ThreadStage.PROVIDER)) {
            return "No requirement asks for this: it hangs on nothing above it.";
        }
        return stages.containsKey(ThreadStage.PAPER) || !readsPapers
                ? null
                : "No paper has told a committee of this yet.";
    }

    /// The stages drawn: a thread without a provider on it does not break off there.
    private static List<ThreadStage> drawn(Map<ThreadStage, List<ThreadNode>> stages) {
        return ORDER.stream()
                .filter(stage -> stage != ThreadStage.PROVIDER || stages.containsKey(stage))
                .toList();
    }

    private static List<StrandDrawing.Row> rows(Map<ThreadStage, List<ThreadNode>> stages) {
        var rows = new ArrayList<StrandDrawing.Row>();
        for (var stage : drawn(stages)) {
            rows.add(new StrandDrawing.Row(
                    stage.words(), stages.getOrDefault(stage, List.of()).size()));
        }
        return rows;
    }

    private static List<StrandDrawing.Join> joins(Strand strand, Map<ThreadStage, List<ThreadNode>> stages) {
        var places = new LinkedHashMap<Reference, StrandDrawing.Place>();
        var drawn = drawn(stages);
        stages.forEach((stage, nodes) -> {
            for (int index = 0; index < nodes.size(); index++) {
                places.put(nodes.get(index).reference(), new StrandDrawing.Place(drawn.indexOf(stage), index));
            }
        });
        return strand.links().stream()
                .map(link -> new StrandDrawing.Join(
                        Objects.requireNonNull(places.get(link.from())), Objects.requireNonNull(places.get(link.to()))))
                .toList();
    }

    private static ThreadPage.Stage stage(ThreadStage stage, List<ThreadNode> nodes, ThreadNode start, AsAt asAt) {
        var knots = nodes.stream().map(node -> knot(node, start, asAt)).toList();
        var first = knots.subList(0, Math.min(AT_ONCE, knots.size()));
        return new ThreadPage.Stage(stage.words(), first, knots.subList(first.size(), knots.size()));
    }

    private static ThreadPage.Knot knot(ThreadNode node, ThreadNode start, AsAt asAt) {
        var here = node.reference().equals(start.reference());
        return new ThreadPage.Knot(
                node.sentence(),
                node.on() == null ? null : Dates.day(node.on()),
                node.href() == null ? null : asAt.on(node.href()),
                here ? null : asAt.on("/thread?of=" + node.reference()),
                here);
    }
}
