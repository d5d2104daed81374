package uk.goldenthread.papers.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.goldenthread.papers.model.PaperData.Timeliness;
import uk.goldenthread.papers.model.PaperFigure;
import uk.goldenthread.papers.model.Slot;
import uk.goldenthread.papers.model.Withheld;
import uk.goldenthread.papers.model.Words;
import uk.goldenthread.papers.service.PaperChoices;
import uk.goldenthread.shell.document.Block;
import uk.goldenthread.shell.document.Block.Bullets;
import uk.goldenthread.shell.document.Block.Column;
import uk.goldenthread.shell.document.Block.Fact;
import uk.goldenthread.shell.document.Block.Facts;
import uk.goldenthread.shell.document.Block.Heading;
import uk.goldenthread.shell.document.Block.Paragraph;
import uk.goldenthread.shell.document.Block.Run;
import uk.goldenthread.shell.document.Block.Table;
import uk.goldenthread.shell.document.PaperDocument;

/// Composes a paper: cover sheet, summary, alert-advise-assure, changes, providers, returns; then the
/// measures as an
/// appendix, so that the summary stays short.
@Component
public class PaperDocuments {
    private static final int MOST_LATE = 25;

    private final PaperChoices choices;
    private final MeasureBlocks measures;

    public PaperDocuments(PaperChoices choices) {
        this.choices = choices;
        this.measures = new MeasureBlocks();
    }

    public PaperDocument compose(Content content) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Heading(2, "Cover sheet", false));
        blocks.add(new Facts("Cover sheet", cover(content)));
        words(content, Slot.NARRATIVE, "Executive summary", blocks);
        points(content, blocks);
        changes(content, blocks);
        ladder(content, blocks);
        returns(content, blocks);
        blocks.add(new Heading(2, "Sign-off", false));
        blocks.add(
                content.chain().isEmpty()
                        ? Paragraph.of("Nobody has signed this paper yet.")
                        : new Bullets(content.chain().stream()
                                .map(each -> List.of(Run.plain(each)))
                                .toList()));
        blocks.add(new Heading(2, "Appendix: measures", true));
        paragraphs(content, Slot.KPI, blocks);
        measures.add(content, blocks);
        blocks.add(new Heading(2, "How these figures were made", false));
        content.provenance().forEach(each -> blocks.add(Paragraph.of(each)));
        var committee = PaperChoices.words(choices.committees(), content.data().committee());
        return new PaperDocument(
                content.cover().title(), committee + ", " + Words.day(content.meetingOn()), content.shown(), blocks);
    }

    /// The data of one part alone, without its words.
    public List<Block> part(Content content, Slot slot) {
        var blocks = new ArrayList<Block>();
        var bare = content.without(slot);
        switch (slot) {
            case NARRATIVE -> points(bare, blocks);
            case KPI -> measures.add(bare, blocks);
            case LADDER -> ladder(bare, blocks);
            case RETURNS -> returns(bare, blocks);
            case CHANGES -> changes(bare, blocks);
        }
        return blocks;
    }

    private List<Fact> cover(Content content) {
        var cover = content.cover();
        var facts = new ArrayList<Fact>();
        fact(
                facts,
                "Meeting",
                PaperChoices.words(choices.committees(), content.data().committee()) + ", "
                        + Words.day(content.meetingOn()));
        fact(facts, "Agenda item", cover.item());
        fact(facts, "Paper reference", cover.reference());
        fact(facts, "Author", cover.author());
        fact(facts, "Presenter", cover.presenter());
        fact(facts, "Executive sponsor", cover.sponsor());
        fact(facts, "Purpose", PaperChoices.words(choices.purposes(), cover.purpose()));
        fact(facts, "Recommendation", cover.recommendation());
        fact(facts, "Period reported", content.data().label());
        fact(facts, "Key points", cover.summary());
        fact(facts, "Key risks", cover.keyRisks());
        fact(facts, "Links to risks", cover.riskLink());
        fact(facts, "Strategic objectives", cover.objectives());
        var conflict = cover.conflict().isEmpty() ? "" : PaperChoices.words(choices.conflicts(), cover.conflict());
        fact(facts, "Conflicts of interest", joined(conflict, cover.conflictDetail()));
        fact(facts, "Considered before by", cover.route());
        fact(facts, "Publication", cover.publicPaper() ? "Public" : "Private. " + cover.exemption());
        var implications = choices.implications().stream()
                .filter(code -> cover.implications().containsKey(code.code()))
                .map(code -> {
                    var answer = java.util.Objects.requireNonNull(
                            cover.implications().get(code.code()));
                    return code.name() + ": " + joined(answer.answer().words(), answer.note());
                })
                .toList();
        if (!implications.isEmpty()) {
            facts.add(new Fact("Implications", implications));
        }
        return facts;
    }

    private static String joined(String first, String second) {
        return second.isBlank() ? first : first + ". " + second;
    }

    private static void fact(List<Fact> facts, String name, String value) {
        if (!value.isBlank()) {
            facts.add(new Fact(name, lines(value)));
        }
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\\R+"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static void words(Content content, Slot slot, String heading, List<Block> blocks) {
        if (!content.words().getOrDefault(slot, "").isBlank()) {
            blocks.add(new Heading(2, heading, false));
            paragraphs(content, slot, blocks);
        }
    }

    private static void paragraphs(Content content, Slot slot, List<Block> blocks) {
        lines(content.words().getOrDefault(slot, "")).forEach(line -> blocks.add(Paragraph.of(line)));
    }

    private static void points(Content content, List<Block> blocks) {
        blocks.add(new Heading(2, "Alert, advise, assure", false));
        for (var heading : uk.goldenthread.papers.model.Heading.values()) {
            blocks.add(new Heading(3, heading.word() + ": " + lower(heading.meaning()), false));
            var items = content.points().stream()
                    .filter(point -> point.heading() == heading)
                    .map(point -> point(content, point))
                    .toList();
            blocks.add(items.isEmpty() ? Paragraph.of("Nothing to report.") : new Bullets(items));
        }
        Withheld.key(content.points().stream().map(Content.Point::words).toList())
                .forEach(each -> blocks.add(Paragraph.of(each)));
    }

    private static List<Run> point(Content content, Content.Point point) {
        return point.evidence() == null || !content.linked()
                ? List.of(Run.plain(point.words()))
                : List.of(
                        Run.plain(point.words() + " "),
                        new Run("See the figures behind this", dated(content, point.evidence())));
    }

    private static String lower(String words) {
        return words.substring(0, 1).toLowerCase(java.util.Locale.UK) + words.substring(1);
    }

    private static void changes(Content content, List<Block> blocks) {
        var since = content.data().since();
        blocks.add(new Heading(2, "Changes since the last paper", false));
        paragraphs(content, Slot.CHANGES, blocks);
        if (since == null) {
            blocks.add(Paragraph.of("This is the first paper of this committee kept here, so nothing is compared."));
        } else if (content.data().changes().isEmpty()) {
            blocks.add(Paragraph.of("Nothing has changed since the paper for %s, frozen on %s."
                    .formatted(since.label(), Words.day(since.frozenOn()))));
        } else {
            blocks.add(Paragraph.of(
                    "Since the paper for %s, frozen on %s:".formatted(since.label(), Words.day(since.frozenOn()))));
            blocks.add(new Bullets(content.data().changes().stream()
                    .map(each -> List.of(Run.plain(each)))
                    .toList()));
        }
    }

    private void ladder(Content content, List<Block> blocks) {
        blocks.add(new Heading(2, "Providers by level of oversight", false));
        paragraphs(content, Slot.LADDER, blocks);
        var data = content.data();
        var above = data.ladder().size();
        blocks.add(new Paragraph(List.of(
                Run.plain("The ICB assures "),
                providers(content, "all", data.providers()),
                Run.plain(data.providers() == 1 ? " provider; " : " providers; "),
                providers(content, "routine", data.providers() - above),
                Run.plain(" of them under routine oversight."))));
        if (above > 0) {
            var rows = data.ladder().stream()
                    .map(line -> List.of(
                            run(content, line.name(), "/providers/" + line.code()),
                            Run.plain(choices.level(line.level())),
                            Run.plain(Words.day(line.since()))))
                    .toList();
            blocks.add(new Table(
                    "Providers above routine oversight",
                    List.of(new Column("Provider", false), new Column("Level", false), new Column("Since", false)),
                    rows));
        }
    }

    /// How many stand at a level, leading to which they are.
    private static Run providers(Content content, String level, int count) {
        var params = Map.of("level", level, "on", content.data().asOf().toString());
        return figure(content, PaperFigure.count("paper-providers", params, count));
    }

    private static void returns(Content content, List<Block> blocks) {
        var returns = content.data().returns();
        blocks.add(new Heading(2, "Returns received", false));
        paragraphs(content, Slot.RETURNS, blocks);
        blocks.add(new Paragraph(sentence(content, returns)));
        if (!returns.late().isEmpty()) {
            var rows = returns.late().stream()
                    .limit(MOST_LATE)
                    .map(late -> List.of(
                            run(content, late.name(), "/providers/" + late.code()),
                            Run.plain(late.period()),
                            Run.plain(late.received() ? "Came late" : "Has not come"),
                            Run.plain(Integer.toString(late.daysLate()))))
                    .toList();
            var more = returns.late().size() - rows.size();
            blocks.add(new Table(
                    "Returns late or missing"
                            + (more > 0 ? ", the latest %d of %d".formatted(rows.size(), rows.size() + more) : ""),
                    List.of(
                            new Column("Provider", false),
                            new Column("Period", false),
                            new Column("How it stands", false),
                            new Column("Working days late", true)),
                    rows));
        }
    }

    private static List<Run> sentence(Content content, Timeliness returns) {
        var runs = new ArrayList<Run>();
        runs.add(Run.plain("Due by now: "));
        runs.add(figure(content, returns.expected()));
        runs.add(Run.plain(". In time: "));
        runs.add(figure(content, returns.onTime()));
        runs.add(Run.plain(". Late: "));
        runs.add(figure(content, returns.receivedLate()));
        runs.add(Run.plain(". Not come: "));
        runs.add(figure(content, returns.missing()));
        runs.add(Run.plain(". Changed after the provider approved them: "));
        runs.add(figure(content, returns.changedSinceApproval()));
        runs.add(Run.plain("."));
        return runs;
    }

    static Run figure(Content content, PaperFigure figure) {
        return run(content, figure.text(), figure.href());
    }

    static Run run(Content content, String text, String href) {
        return content.linked() ? new Run(text, dated(content, href)) : Run.plain(text);
    }

    /// The address as at the paper's instant.
    private static String dated(Content content, String href) {
        return content.asAt() == null ? href : href + (href.contains("?") ? "&" : "?") + "asAt=" + content.asAt();
    }

    /// The words of each part, by slot, for [Content].
    public static java.util.Map<Slot, String> words(java.util.Map<String, String> bySlot) {
        return bySlot.entrySet().stream()
                .collect(Collectors.toMap(each -> Slot.valueOf(each.getKey()), java.util.Map.Entry::getValue));
    }
}
