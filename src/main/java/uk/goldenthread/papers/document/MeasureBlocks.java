package uk.goldenthread.papers.document;

import java.util.List;
import java.util.stream.Stream;
import uk.goldenthread.papers.model.PaperData.Measure;
import uk.goldenthread.papers.model.PaperData.ProviderState;
import uk.goldenthread.papers.model.Withheld;
import uk.goldenthread.papers.model.Words;
import uk.goldenthread.shell.document.Block;
import uk.goldenthread.shell.document.Block.Column;
import uk.goldenthread.shell.document.Block.Heading;
import uk.goldenthread.shell.document.Block.Paragraph;
import uk.goldenthread.shell.document.Block.Picture;
import uk.goldenthread.shell.document.Block.Run;
import uk.goldenthread.shell.document.Block.Table;

/// The measures of a paper: all of them in one table, then each chosen one with its chart and the providers
/// to look at.
final class MeasureBlocks {
    private static final int MOST_PROVIDERS = 20;

    void add(Content content, List<Block> blocks) {
        var measures = content.data().measures();
        if (measures.isEmpty()) {
            blocks.add(Paragraph.of("No provider has given a figure for this period."));
            return;
        }
        blocks.add(new Table(
                "All measures for " + content.data().label(),
                List.of(
                        new Column("Measure", false),
                        new Column("All providers", true),
                        new Column("Target", true),
                        new Column("Providers that answered", true),
                        new Column("Of concern or sure to miss", true),
                        new Column("Improving or sure to meet", true)),
                measures.stream().map(measure -> row(content, measure)).toList()));
        Withheld.key(measures.stream().flatMap(MeasureBlocks::figures).toList())
                .forEach(each -> blocks.add(Paragraph.of(each)));
        measures.stream().filter(Measure::chosen).forEach(measure -> one(content, measure, blocks));
    }

    /// Every figure of a measure that may stand on paper.
    private static Stream<String> figures(Measure measure) {
        return Stream.concat(
                Stream.of(measure.total().text()),
                measure.chosen()
                        ? measure.states().stream()
                                .filter(MeasureBlocks::troubled)
                                .map(state -> state.figure().text())
                        : Stream.empty());
    }

    private static List<Run> row(Content content, Measure measure) {
        var troubled = measure.states().stream().filter(MeasureBlocks::troubled).count();
        var sound = measure.states().stream().filter(MeasureBlocks::sound).count();
        return List.of(
                PaperDocuments.run(content, measure.name(), "/measures/" + measure.kpi()),
                PaperDocuments.figure(content, measure.total()),
                Run.plain(measure.target() == null ? "None" : Words.value(measure.target(), measure.unit())),
                Run.plain(Integer.toString(measure.answered())),
                Run.plain(Long.toString(troubled)),
                Run.plain(Long.toString(sound)));
    }

    private static void one(Content content, Measure measure, List<Block> blocks) {
        blocks.add(new Heading(3, measure.name(), false));
        TotalChart.of(measure).ifPresent(chart -> blocks.add(new Picture(chart)));
        var troubled = measure.states().stream().filter(MeasureBlocks::troubled).toList();
        if (troubled.isEmpty()
                && measure.target() == null
                && measure.direction().equals("0")) {
            return; // neither a target nor a better way to go: nobody can be of concern
        }
        if (troubled.isEmpty()) {
            blocks.add(Paragraph.of("No provider is of concern or sure to miss the target."));
            return;
        }
        var rows = troubled.stream()
                .limit(MOST_PROVIDERS)
                .map(state -> List.of(
                        PaperDocuments.run(content, state.name(), "/measures/" + measure.kpi() + "/" + state.code()),
                        PaperDocuments.figure(content, state.figure()),
                        Run.plain(state.period()),
                        Run.plain(words(state))))
                .toList();
        blocks.add(new Table(
                measure.name() + ": providers to look at"
                        + (troubled.size() > rows.size()
                                ? ", the first %d of %d".formatted(rows.size(), troubled.size())
                                : ""),
                List.of(
                        new Column("Provider", false),
                        new Column("Latest", true),
                        new Column("Period", false),
                        new Column("What process control says", false)),
                rows));
    }

    private static boolean troubled(ProviderState state) {
        return state.concern() || state.fails();
    }

    private static boolean sound(ProviderState state) {
        return !state.concern() && (state.improvement() || state.passes());
    }

    private static String words(ProviderState state) {
        var variation = state.concern()
                ? state.variation().endsWith("HIGH") ? "Concern: high or rising" : "Concern: low or falling"
                : state.improvement() ? "Improving" : "Usual variation";
        var assurance = state.assurance() == null
                ? ""
                : switch (state.assurance()) {
                    case "FAIL" -> "; will miss the target unless something changes";
                    case "PASS" -> "; will meet the target";
                    default -> "; may meet or miss the target";
                };
        return variation + assurance + (state.basis().equals("TRIAL") ? " (trial limits)" : "");
    }
}
