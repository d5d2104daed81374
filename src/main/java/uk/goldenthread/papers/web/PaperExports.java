package uk.goldenthread.papers.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.papers.document.Content;
import uk.goldenthread.papers.document.PaperDocuments;
import uk.goldenthread.papers.model.Kept;
import uk.goldenthread.papers.model.Paper;
import uk.goldenthread.papers.model.PaperData;
import uk.goldenthread.papers.model.Slot;
import uk.goldenthread.papers.service.Freezing;
import uk.goldenthread.papers.service.PaperWords;
import uk.goldenthread.papers.service.Papers;
import uk.goldenthread.papers.service.PublicPaper;
import uk.goldenthread.papers.store.PointStore.Point;
import uk.goldenthread.papers.store.TextStore.Text;
import uk.goldenthread.shell.document.Block;
import uk.goldenthread.shell.document.PaperDocument;
import uk.goldenthread.shell.view.Dates;

/// A paper as a document, for whoever asks and whichever edition they may read.
@Component
class PaperExports {
    private final Papers papers;
    private final PaperWords words;
    private final Freezing freezing;
    private final PaperDocuments documents;
    private final UnitOfWork work;
    private final Ledger ledger;
    private final Clock clock;

    PaperExports(
            Papers papers,
            PaperWords words,
            Freezing freezing,
            PaperDocuments documents,
            UnitOfWork work,
            Ledger ledger,
            Clock clock) {
        this.papers = papers;
        this.words = words;
        this.freezing = freezing;
        this.documents = documents;
        this.work = work;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Which data a reader asked for.
    enum Shown {
        /// What was frozen; for a paper not frozen yet, today's.
        PAPER,
        /// Today's, beside a frozen paper.
        TODAY,
        /// The public edition.
        PUBLIC
    }

    PaperDocument document(Actor actor, int id, Shown shown) {
        if (shown == Shown.PUBLIC || !actor.reachesWholeIcb()) {
            return documents.compose(content(freezing.publicEdition(actor, id)));
        }
        var kept = papers.find(actor, id);
        var today = shown == Shown.TODAY && Papers.worksOnPapers(actor);
        var data = today ? freezing.today(actor, kept) : freezing.data(actor, kept);
        return documents.compose(content(actor, kept, data, today));
    }

    /// The data of one part, as the paper will show it, to stand beside its words.
    List<Block> part(Actor actor, Kept kept, Slot slot) {
        var data = freezing.data(actor, kept);
        var whole = content(actor, kept, data, false);
        return documents.part(whole, slot);
    }

    /// Writes who took the paper out of the system.
    ///
    /// @param actor in the present
    void record(Actor actor, int id, String format, Shown shown) {
        work.write(actor.scope(), () -> {
            ledger.record("PAPER_EXPORTED", "paper/" + id, Map.of("format", format, "shown", shown.name()));
            return true;
        });
    }

    private Content content(Actor actor, Kept kept, PaperData data, boolean today) {
        var paper = kept.paper();
        var texts = words.texts(actor, paper.id());
        var points = words.points(actor, paper.id()).stream()
                .filter(Point::stands)
                .map(point -> new Content.Point(point.heading(), point.words(), point.evidence()))
                .toList();
        var frozenAt = paper instanceof Paper.Frozen frozen && !today ? frozen.frozenAt() : null;
        return new Content(
                paper.cover(),
                paper.occasion().meetingOn(),
                data,
                texts.values().stream().collect(Collectors.toMap(Text::slot, Text::words)),
                points,
                shown(actor, paper, today),
                frozenAt == null ? null : frozenAt.toString(),
                true,
                PaperSentences.chain(kept),
                provenance(paper, today));
    }

    private String shown(Actor actor, Paper paper, boolean today) {
        var past = actor.asAt();
        if (paper instanceof Paper.Frozen frozen) {
            var frozenAt = Dates.moment(frozen.frozenAt());
            return today
                    ? "Today's figures, as the records stand on %s. The paper the committee was shown was frozen on %s."
                            .formatted(Dates.moment(past == null ? clock.instant() : past), frozenAt)
                    : "Frozen: the figures are those of %s, as the committee was shown them.".formatted(frozenAt);
        }
        return past == null
                ? "Draft: the figures are today's and change with the records until the paper is frozen."
                : "Draft, words and figures as they stood on %s.".formatted(Dates.moment(past));
    }

    private static List<String> provenance(Paper paper, boolean today) {
        var sentences = new ArrayList<String>();
        sentences.add("A share over all providers is the sum of their numerators over the sum of their denominators, of"
                + " each provider's latest figure in the period; a count is the sum over the period.");
        sentences.add("Of concern, improving, will meet and will miss are what statistical process control says of a"
                + " provider's series, and only where it has eight points or more.");
        if (paper instanceof Paper.Frozen frozen && !today) {
            sentences.add("Every figure was read from the records as they stood on %s. The paper can be run again as at"
                            .formatted(Dates.moment(frozen.frozenAt()))
                    + " that instant and must give the same data.");
        }
        return sentences;
    }

    private static Content content(PublicPaper edition) {
        return new Content(
                edition.cover(),
                edition.meetingOn(),
                edition.data(),
                PaperDocuments.words(edition.words()),
                edition.points().stream()
                        .map(point -> new Content.Point(point.heading(), point.words(), null))
                        .toList(),
                "Public edition of the paper frozen on %s. Small numbers are hidden so that nobody can be recognised."
                        .formatted(Dates.moment(edition.frozenAt())),
                null,
                false,
                edition.signatures(),
                List.of(
                        "Numbers too small to publish are shown as a range or a star, by the rule set for each measure."));
    }
}
