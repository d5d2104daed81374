package uk.goldenthread.shell.components;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// A cell of a table: text, a link, or markup.
///
/// @param header true for the cell that names its row
/// @param classes further classes, such as an assurance-map cell's `gt-cell--stale`; null for none
public record Cell(
        @Nullable String text,
        @Nullable Content content,
        @Nullable String href,
        boolean header,
        @Nullable String classes) {
    public static Cell of(@Nullable String text) {
        return new Cell(text, null, null, false, null);
    }

    public static Cell of(long figure) {
        return of(Figures.whole(figure));
    }

    public static Cell of(Content content) {
        return new Cell(null, content, null, false, null);
    }

    public static Cell link(String text, String href) {
        return new Cell(text, null, href, false, null);
    }

    /// The first cell of a row, which names it.
    public static Cell naming(String text) {
        return new Cell(text, null, null, true, null);
    }

    /// The first cell of a row, which names it and opens it.
    public static Cell naming(String text, String href) {
        return new Cell(text, null, href, true, null);
    }

    public Cell styled(String words) {
        return new Cell(text, content, href, header, words);
    }
}
