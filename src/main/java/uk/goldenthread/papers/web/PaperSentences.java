package uk.goldenthread.papers.web;

import java.util.ArrayList;
import java.util.List;
import uk.goldenthread.papers.model.Kept;
import uk.goldenthread.papers.model.Paper;
import uk.goldenthread.papers.model.Signature;
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
