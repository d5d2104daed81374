package uk.goldenthread.concerns.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Link;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.SummaryRow;

/// Where a provider stands on the intervention ladder.
///
/// @param trail where the page belongs, for this person
/// @param state the level in words
/// @param score null for the provider itself, to whom the ICB's score is not shown
/// @param guards what must be true of each move, said before the button
/// @param intensive the level is INTENSIVE, which only the region's word lets it leave
/// @param may who may act, when this person may not; null when they may move or propose
public record LadderPage(
        String code,
        List<Link> trail,
        String provider,
        String state,
        List<SummaryRow> facts,
        @Nullable Score score,
        @Nullable String proposal,
        List<Event> timeline,
        List<Option> levels,
        List<Option> supports,
        List<String> guards,
        @Nullable String may,
        boolean mayMove,
        boolean mayPropose,
        boolean rapidCalled,
        boolean intensive,
        int version,
        LadderForm form,
        FieldErrors errors) {
    /// The composite score with each contribution.
    public record Score(String words, List<List<Cell>> rows) {}

    /// One thing that happened.
    public record Event(String when, String what, String words) {}
}
