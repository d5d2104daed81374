package uk.goldenthread.papers.web;

import java.util.List;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.shell.components.Link;
import uk.goldenthread.shell.document.Block;
import uk.goldenthread.shell.document.PaperDocument;

/// A paper to be read.
///
/// @param show empty for the paper itself, `today` for today's figures, `public` for the public edition
/// @param asAt the instant that is shown
/// @param works whether the reader works on papers, and so may see today's figures beside it
/// @param differences how many values of a frozen paper are different today
public record ReadPage(
        int id, PaperDocument document, String show, AsAt asAt, boolean works, boolean frozen, int differences) {

    /// The parts of the paper, for a reader who came for one of them.
    public List<Link> parts() {
        return document.blocks().stream()
                .filter(Block.Heading.class::isInstance)
                .map(Block.Heading.class::cast)
                .filter(heading -> heading.level() == 2)
                .map(heading -> new Link(heading.text(), "#" + heading.anchor()))
                .toList();
    }

    /// The address of this reading as a file.
    public String file(String ending) {
        return asAt.on("/papers/" + id + "/paper." + ending + (show.isEmpty() ? "" : "?show=" + show));
    }

    /// Where the reader came from.
    public String back() {
        return asAt.on(works ? "/papers/" + id : "/papers");
    }
}
