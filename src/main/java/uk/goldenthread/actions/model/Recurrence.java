package uk.goldenthread.actions.model;

import java.time.LocalDate;

/// An action that comes again every so many months. Dates are counted from the first, so that the
/// end of a month does not creep: 31 January, 28 February, 31 March.
///
/// @param months 1, 3, 6 or 12
/// @param first the due date of the first
public record Recurrence(int months, LocalDate first) {
    /// @throws IllegalArgumentException for other than monthly, quarterly, half-yearly and yearly
    public Recurrence {
        if (months != 1 && months != 3 && months != 6 && months != 12) {
            throw new IllegalArgumentException("an action cannot come again every %d months".formatted(months));
        }
    }

    /// The due date of the one after that which was first due on `due`.
    public LocalDate after(LocalDate due) {
        var next = first;
        for (var times = 1; !next.isAfter(due); times++) {
            next = first.plusMonths((long) months * times);
        }
        return next;
    }
}
