package uk.goldenthread.assessments.framework.web;

import java.util.List;
import uk.goldenthread.kernel.words.WordDifference.Piece;
import uk.goldenthread.shell.components.Option;

/// Two editions of a framework side by side.
///
/// @param before the earlier edition's name
/// @param after the later edition's name
public record Difference(
        String sentence, String before, String after, List<Line> added, List<Line> removed, List<Changed> changed) {
    /// A line that only one edition has.
    public record Line(String code, String text, String standard) {}

    /// A line that differs.
    ///
    /// @param text its words where they are the same; else empty
    /// @param reworded its words with what was taken out and what was added; empty when they are the same, or were
    ///     replaced, which is told among the facts
    public record Changed(String code, String text, List<Piece> reworded, List<Fact> facts) {}

    /// A fact that differs.
    public record Fact(String name, String before, String after) {}

    /// The page that shows it.
    ///
    /// @param note what has to be known before anything is read from it; empty for nothing
    public record Page(
            String title,
            String action,
            List<Option> editions,
            String from,
            String to,
            String note,
            Difference difference,
            String back,
            @org.jspecify.annotations.Nullable String asAt) {}
}
