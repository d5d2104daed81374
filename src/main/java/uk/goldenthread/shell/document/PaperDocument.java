package uk.goldenthread.shell.document;

import java.util.List;

/// A paper ready to be drawn.
///
/// @param caption the committee and the meeting, above the title
/// @param shown which data it shows, in one sentence: frozen as at an instant, today's, or the public
///     edition's
public record PaperDocument(String title, String caption, String shown, List<Block> blocks) {
    public PaperDocument {
        blocks = List.copyOf(blocks);
    }
}
