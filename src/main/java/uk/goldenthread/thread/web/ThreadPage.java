package uk.goldenthread.thread.web;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The thread through one thing, drawn and as a list.
///
/// @param state how long it is, in a sentence
/// @param gap what is missing between the duty and the paper, in a sentence; null where nothing is
/// @param back the page it was opened from; null where it was opened by itself
public record ThreadPage(
        String title,
        String state,
        @Nullable String gap,
        Content drawing,
        List<Stage> stages,
        @Nullable String back) {
    public ThreadPage {
        stages = List.copyOf(stages);
    }

    /// @param folded the knots beyond the first few
    public record Stage(String heading, List<Knot> knots, List<Knot> folded) {
        public Stage {
            knots = List.copyOf(knots);
            folded = List.copyOf(folded);
        }
    }

    /// @param href its page; null when it has none that this person may open
    /// @param follow the thread through it; null for the one that is shown
    public record Knot(
            String sentence,
            @Nullable String day,
            @Nullable String href,
            @Nullable String follow,
            boolean here) {}
}
