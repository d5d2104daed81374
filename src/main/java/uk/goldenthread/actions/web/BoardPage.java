package uk.goldenthread.actions.web;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Actions by age and by whose or what they are.
///
/// @param sentence what stands out, in words
/// @param ways by what the lines may be drawn
/// @param lines most overdue first
/// @param asAt the instant shown; null for the present
public record BoardPage(
        String sentence,
        List<Way> ways,
        String of,
        List<String> ages,
        List<Line> lines,
        @Nullable String asAt) {
    /// Another way to draw the board.
    public record Way(String words, String href, boolean current) {}

    /// One line.
    ///
    /// @param bar its ages drawn beside each other
    public record Line(String name, Content bar, List<Count> counts) {}

    /// A number that opens its list; no address where it is 0.
    public record Count(int number, @Nullable String href, String label) {}
}
