package uk.goldenthread.papers.web;

import uk.goldenthread.access.AsAt;
import uk.goldenthread.shell.document.PaperDocument;

/// A paper to be read.
///
/// @param show empty for the paper itself, `today` for today's figures, `public` for the public edition
/// @param asAt the instant that is shown
/// @param works whether the reader works on papers, and so may see today's figures beside it
/// @param differences how many values of a frozen paper are different today
public record ReadPage(
        int id, PaperDocument document, String show, AsAt asAt, boolean works, boolean frozen, int differences) {

    /// The address of this reading as a file.
    public String file(String ending) {
        return asAt.on("/papers/" + id + "/paper." + ending + (show.isEmpty() ? "" : "?show=" + show));
    }

    /// Where the reader came from.
    public String back() {
        return asAt.on(works ? "/papers/" + id : "/papers");
    }
}
