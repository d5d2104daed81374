package uk.goldenthread.papers.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.words.WordDifference.Piece;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.document.Block;

/// One part's words, with its data beside.
///
/// @param suggestion sentences the data suggests; they stand in an empty slot as its first words
/// @param locked why the words cannot be changed; empty where they can
/// @param theirs what another person saved meanwhile; null without a conflict
/// @param difference from theirs to what was typed
public record WordsPage(
        int id,
        String paper,
        String slot,
        String title,
        int revision,
        String words,
        List<String> suggestion,
        boolean confidential,
        String locked,
        List<Block> beside,
        @Nullable Theirs theirs,
        List<Piece> difference,
        FieldErrors errors) {
    /// Another person's words.
    public record Theirs(String author, String words) {}

    /// What stands in the field: what was typed, or what the data suggests where nobody has written yet.
    public String shown() {
        return revision == 0 && words.isEmpty() ? String.join("\n", suggestion) : words;
    }
}
