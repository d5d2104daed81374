package uk.goldenthread.papers.web;

import java.util.ArrayList;
import java.util.List;
import uk.goldenthread.papers.model.Kept;
import uk.goldenthread.papers.model.Paper;
import uk.goldenthread.papers.model.Signature;
import uk.goldenthread.papers.model.Words;
import uk.goldenthread.papers.store.PointStore.Proposed;
import uk.goldenthread.shell.view.Dates;

/// What pages say of a paper, in words.
final class PaperSentences {
    private PaperSentences() {}

    static String state(Paper paper) {
        return switch (paper) {
            case Paper.Draft _ -> "Being written";
            case Paper.InReview review ->
                review.next() == Signature.Step.PROFESSIONAL
                        ? "Waiting for a colleague's signature"
                        : "Waiting for the executive lead's signature";
            case Paper.Signed _ -> "Signed, not yet frozen";
            case Paper.Frozen frozen -> "Frozen as at " + Dates.moment(frozen.frozenAt());
        };
    }

    /// What looking for proposals came to.
    static String proposed(Proposed proposed) {
        var added = "%s proposed from the data."
                .formatted(Words.count(proposed.added(), "new point was", "new points were"));
        var sentence = Character.toUpperCase(added.charAt(0)) + added.substring(1);
        return proposed.takenOut() == 0
                ? sentence
                : "%s %s taken out: the same matter now stands under alert or advise."
                        .formatted(sentence, Words.count(proposed.takenOut(), "point was", "points were"));
    }

    /// Every step a paper has taken towards being signed.
    static List<String> chain(Kept kept) {
        var steps = new ArrayList<String>();
        if (kept.submittedOn() != null) {
            steps.add("Handed over by its author on " + Dates.day(kept.submittedOn()));
        }
        kept.paper()
                .signatures()
                .forEach(each -> steps.add("%s: %s, %s, on %s"
                        .formatted(each.step().words(), each.name(), each.role(), Dates.day(each.on()))));
        return steps;
    }
}
