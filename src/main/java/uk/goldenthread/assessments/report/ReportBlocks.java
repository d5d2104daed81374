package uk.goldenthread.assessments.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import uk.goldenthread.assessments.map.HeatMap;
import uk.goldenthread.assessments.map.HeatMap.Cell;
import uk.goldenthread.assessments.map.HeatMaps;
import uk.goldenthread.assessments.map.MapWords;
import uk.goldenthread.assessments.store.HeatStore;
import uk.goldenthread.shell.document.Block;
import uk.goldenthread.shell.document.Block.Bullets;
import uk.goldenthread.shell.document.Block.Column;
import uk.goldenthread.shell.document.Block.Fact;
import uk.goldenthread.shell.document.Block.Facts;
import uk.goldenthread.shell.document.Block.Heading;
import uk.goldenthread.shell.document.Block.Paragraph;
import uk.goldenthread.shell.document.Block.Picture;
import uk.goldenthread.shell.document.Block.Run;
import uk.goldenthread.shell.document.Block.Table;
import uk.goldenthread.shell.document.PaperDocument;
import uk.goldenthread.shell.view.Dates;

/// Composes a round's report: how many answered and when, what was re-confirmed, the four views side by
/// side and
/// never mixed, the heat map, the largest differences, the actions, and who never answered.
final class ReportBlocks {
    private static final int LARGEST = 10;

    private final ReportContent content;
    private final List<Block> blocks = new ArrayList<>();

    ReportBlocks(ReportContent content) {
        this.content = content;
    }

    PaperDocument document() {
        var round = content.compared().round();
        response();
        views();
        heatMap();
        variances();
        actions();
        changes();
        blocks.add(new Heading(2, "How these figures were made", false));
        blocks.add(Paragraph.of(
                "Claimed is what organisations say of themselves. Evidenced is the same, with a full claim that"
                        + " has no evidence in date one step lower. Moderated is the ICB's own judgement. Accepted is what was agreed"
                        + " after the challenge event. The four are never mixed in one figure."));
        blocks.add(
                Paragraph.of("Fewer than %d organisations are neither named nor averaged.".formatted(content.least())));
        return new PaperDocument(
                round.name(),
                "Self-assessment round: report to the committee, %s edition %s"
                        .formatted(content.compared().edition().name(), round.edition()),
                content.shown(),
                blocks);
    }

    private void response() {
        var counts = content.counts();
        var round = content.compared().round();
        var facts = new ArrayList<Fact>();
        facts.add(fact("Due", Dates.day(round.dates().due())));
        facts.add(fact("Asked", asked()));
        facts.add(fact("Handed in", share(counts.handedIn(), content.asked())));
        facts.add(fact("Of those, in time", share(counts.inTime(), counts.handedIn())));
        facts.add(fact("Never handed in", Integer.toString(counts.nonReturn())));
        facts.add(fact("Judged by the ICB", share(counts.judged(), counts.handedIn())));
        facts.add(fact("Agreed", share(counts.agreed(), counts.handedIn())));
        facts.add(fact(
                "Brought forward and re-confirmed",
                counts.carried() == 0
                        ? "Nothing was brought forward"
                        : "%d%% (%,d of %,d answers)"
                                .formatted(
                                        100 * counts.confirmed() / counts.carried(),
                                        counts.confirmed(),
                                        counts.carried())));
        blocks.add(new Heading(2, "Who answered, and when", false));
        blocks.add(new Facts("Who answered, and when", facts));
        if (!content.nonReturns().isEmpty()) {
            blocks.add(new Heading(3, "Never handed in", false));
            blocks.add(
                    content.isSmall()
                            ? Paragraph.of("They are not named, because so few were asked.")
                            : new Bullets(content.nonReturns().stream()
                                    .map(name -> List.of(Run.plain(name)))
                                    .toList()));
        }
    }

    private String asked() {
        var exempt = content.counts().exempt();
        return "%d organisations%s"
                .formatted(
                        content.asked(), exempt == 0 ? "" : "; %d more were left out with a reason".formatted(exempt));
    }

    private static Fact fact(String name, String value) {
        return new Fact(name, List.of(value));
    }

    private static String share(int some, int all) {
        return all == 0 ? "0" : "%d of %d (%d%%)".formatted(some, all, 100 * some / all);
    }

    private void views() {
        blocks.add(new Heading(2, "The four views side by side", false));
        if (content.isSmall()) {
            blocks.add(Paragraph.of("Too few organisations were asked to give an average."));
            return;
        }
        var columns = new ArrayList<Column>();
        columns.add(new Column("Standard", false));
        HeatMaps.VIEWS.forEach(view -> columns.add(new Column(MapWords.view(view), true)));
        var rows = new ArrayList<List<Run>>();
        var standards = content.compared().edition().standards();
        for (int at = 0; at < standards.size(); at++) {
            var row = new ArrayList<Run>();
            row.add(Run.plain(standards.get(at).code() + " " + standards.get(at).name()));
            for (var view : HeatMaps.VIEWS) {
                row.add(Run.plain(mean(view, at)));
            }
            rows.add(row);
        }
        blocks.add(
                new Table("Mean score of the organisations rated in each view, and how many those are", columns, rows));
    }

    private String mean(String view, int standard) {
        var map = content.views().get(view);
        var scores = map == null
                ? List.<Double>of()
                : map.rows().stream()
                        .map(row -> row.cells().get(standard))
                        .filter(cell -> cell instanceof Cell.Scored)
                        .map(cell -> ((Cell.Scored) cell).score())
                        .toList();
        if (scores.isEmpty()) {
            return "None yet";
        }
        if (scores.size() < content.least()) {
            return "Fewer than " + content.least();
        }
        return String.format(
                Locale.UK,
                "%.1f (%d)",
                scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
                scores.size());
    }

    private void heatMap() {
        var view = content.furthest();
        var map = java.util.Objects.requireNonNull(content.views().get(view));
        blocks.add(new Heading(2, "Heat map", true));
        var columns = new ArrayList<Column>();
        columns.add(new Column("Organisation", false));
        columns.add(new Column("Overall", false));
        map.columns().forEach(column -> columns.add(new Column(column.code(), false)));
        var rows = new ArrayList<List<Run>>();
        var number = 0;
        for (var row : map.rows()) {
            number++;
            rows.add(row(row, content.isSmall() ? "Organisation " + number : row.name()));
        }
        blocks.add(new Table(
                MapWords.view(view)
                        + " score and colour: G green, A amber, R red; a dash where there is none in this view",
                columns,
                rows));
    }

    private static List<Run> row(HeatMap.Row row, String name) {
        var runs = new ArrayList<Run>();
        runs.add(Run.plain(name));
        runs.add(Run.plain(MapWords.letter(row.overall())));
        row.cells().forEach(cell -> runs.add(Run.plain(MapWords.letter(cell))));
        return runs;
    }

    private void variances() {
        blocks.add(new Heading(2, "Claims and judgements", false));
        var chart = MapWords.chart(content.compared());
        if (chart.isEmpty() || content.counts().judged() < content.least()) {
            blocks.add(Paragraph.of(
                    chart.isEmpty()
                            ? "Nothing is judged yet."
                            : "Too few organisations are judged to set judgements beside claims."));
            return;
        }
        blocks.add(new Heading(3, "By standard", false));
        blocks.add(new Picture(chart.get()));
        var rows = content.compared().variances().stream()
                .filter(each -> each.mean() != 0 && each.judged() >= content.least())
                .sorted(Comparator.comparingDouble((HeatStore.Variance each) -> -Math.abs(each.mean()))
                        .thenComparing(HeatStore.Variance::code))
                .limit(LARGEST)
                .map(each -> List.of(
                        Run.plain(MapWords.line(content.compared(), each.code())),
                        Run.plain(MapWords.change(Math.round(each.mean() * 10) / 10.0)),
                        Run.plain(Integer.toString(each.judged()))))
                .toList();
        if (!rows.isEmpty()) {
            blocks.add(new Heading(3, "By line", false));
            blocks.add(new Table(
                    "Lines whose judgements lie furthest from their claims, in points of 100",
                    List.of(
                            new Column("Line", false),
                            new Column("Mean difference", true),
                            new Column("Judgements", true)),
                    rows));
        }
    }

    private void actions() {
        var actions = content.actions();
        blocks.add(new Heading(2, "Actions", false));
        blocks.add(Paragraph.of(
                actions.all() == 0
                        ? "No action was opened for this round yet."
                        : "%d opened in %d %s; %d not verified yet."
                                .formatted(
                                        actions.all(),
                                        actions.organisations(),
                                        actions.organisations() == 1 ? "organisation" : "organisations",
                                        actions.open())));
    }

    private void changes() {
        var map = java.util.Objects.requireNonNull(content.views().get(content.furthest()));
        blocks.add(new Heading(2, "What changed since the last round", false));
        blocks.add(new Bullets(MapWords.changes(map.changes()).stream()
                .map(each -> List.of(Run.plain(each)))
                .toList()));
    }
}
