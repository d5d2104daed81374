package uk.goldenthread.concerns.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.charts.Chart;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.SummaryRow;

/// One signal beside its chart.
///
/// @param title the figure and the rule
/// @param state how it stands, in one sentence
/// @param words the points and numbers that triggered it
/// @param chart null where it is about returns
/// @param may who may act, when this person may not; null when they may
/// @param story what happened, the oldest first
/// @param form what was typed, kept when it is refused
public record SignalPage(
        long id,
        String title,
        String provider,
        String state,
        String words,
        @Nullable Chart chart,
        List<SummaryRow> facts,
        String looksFor,
        String falseAlarms,
        @Nullable String may,
        boolean raised,
        boolean triaged,
        boolean closed,
        int version,
        List<Event> story,
        List<Option> choices,
        TriageForm form,
        FieldErrors errors) {
    /// One thing that happened.
    public record Event(String when, String what, String words) {}
}
