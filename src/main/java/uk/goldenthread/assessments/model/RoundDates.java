package uk.goldenthread.assessments.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.outcome.Reason;

/// The days of a round, each the last on which its step is in time.
///
/// @param opens from when it may be answered
/// @param due by when it is handed in, signed for the board
/// @param moderated by when the ICB has moderated it
/// @param event the day of the challenge event; null when there is none
/// @param closes when the round's report goes to the committee
public record RoundDates(
        LocalDate opens,
        LocalDate due,
        LocalDate moderated,
        @Nullable LocalDate event,
        LocalDate closes) {
    /// How long the steps of a round typically take: eight weeks to answer, four to moderate, an event two
    /// weeks on,
    /// and a report within three months of moderation.
    ///
    /// @param answering days from opening to the due date
    /// @param moderating days from the due date to the end of moderation
    public record Typical(int answering, int moderating) {
        private static final int EVENT_WEEKS = 2;
        private static final int REPORT_MONTHS = 3;

        /// The typical days of a round that opens on that day.
        public RoundDates from(LocalDate opens) {
            var due = opens.plusDays(answering);
            var moderated = due.plusDays(moderating);
            return new RoundDates(
                    opens, due, moderated, moderated.plusWeeks(EVENT_WEEKS), moderated.plusMonths(REPORT_MONTHS));
        }
    }

    /// What is out of order; empty when the days follow one another.
    public List<Reason> faults() {
        var faults = new ArrayList<Reason>();
        after(faults, "due", due, opens, "The due date must be after the day the round opens.");
        after(faults, "moderated", moderated, due, "Moderation must end after the due date.");
        if (event != null) {
            after(faults, "event", event, due, "The challenge event must be after the due date.");
        }
        after(faults, "closes", closes, moderated, "The round must close after moderation ends.");
        if (event != null && closes.isBefore(event)) {
            faults.add(Reason.house("closes", "The round must not close before its challenge event."));
        }
        return faults;
    }

    private static void after(List<Reason> faults, String field, LocalDate day, LocalDate before, String message) {
        if (!day.isAfter(before)) {
            faults.add(Reason.house(field, message));
        }
    }
}
