package uk.goldenthread.actions.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// How an action stands on a day: worked out from its dates, never stored.
///
/// @param daysOverdue calendar days since its date, 0 while it is not overdue
/// @param stalled nothing was said of it for long
/// @param checkDue the day has come to look whether the change holds
public record Standing(long daysOverdue, boolean stalled, boolean checkDue, Colour colour) {
    /// The colours in which actions are read: blue is complete with evidence and a second person.
    public enum Colour {
        BLUE("Complete"),
        GREEN("On track"),
        AMBER("Off track, with a plan"),
        RED("Overdue"),
        GREY("Not started");

        private final String words;

        Colour(String words) {
            this.words = words;
        }

        /// What the colour says, for it is never shown alone.
        public String words() {
            return words;
        }
    }

    /// What it is worked out from.
    ///
    /// @param extensions how often the due date moved
    /// @param updated the day of the last word about it
    /// @param check the day of the embed check; null before it is verified
    public record Dates(
            LocalDate due,
            int extensions,
            LocalDate updated,
            @Nullable LocalDate check) {}

    /// Works it out.
    public static Standing of(ActionState state, Dates dates, LocalDate today, int stalledDays) {
        var late = state instanceof ActionState.Owed ? Math.max(0, ChronoUnit.DAYS.between(dates.due(), today)) : 0;
        var stalled =
                state instanceof ActionState.AtWork && ChronoUnit.DAYS.between(dates.updated(), today) >= stalledDays;
        var check = dates.check();
        var checkDue = state instanceof ActionState.Assured && check != null && !check.isAfter(today);
        return new Standing(late, stalled, checkDue, colour(state, late, dates.extensions() > 0 || stalled));
    }

    private static Colour colour(ActionState state, long late, boolean offTrack) {
        return switch (state) {
            case ActionState.Assured _, ActionState.Embedded _, ActionState.Evaluated _, ActionState.Closed _ ->
                Colour.BLUE;
            case ActionState.Rejected _, ActionState.Lapsed _ -> Colour.GREY;
            case ActionState.Proposed _ -> late > 0 ? Colour.RED : Colour.GREY;
            case ActionState.Open _, ActionState.InProgress _ ->
                late > 0 ? Colour.RED : offTrack ? Colour.AMBER : Colour.GREEN;
            case ActionState.Returned _ -> late > 0 ? Colour.RED : Colour.AMBER;
            case ActionState.EvidenceSubmitted _ -> offTrack ? Colour.AMBER : Colour.GREEN;
        };
    }

    /// Past its date and not yet delivered (BR-ACT-3).
    public boolean overdue() {
        return daysOverdue > 0;
    }
}
