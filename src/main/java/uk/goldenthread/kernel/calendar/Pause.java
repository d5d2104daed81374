package uk.goldenthread.kernel.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A stretch of dates in which a clock stands still: from the first date, up to but not including the last.
///
/// @param from the first paused date
/// @param to   the first date that counts again; null while the pause has not ended
public record Pause(LocalDate from, @Nullable LocalDate to) {
    /// @throws IllegalArgumentException when the pause ends on or before the date it began
    public Pause {
        if (to != null && !to.isAfter(from)) {
            throw new IllegalArgumentException("a pause from %s cannot end on %s".formatted(from, to));
        }
    }

    /// Whether the clock stands still on this date.
    public boolean covers(LocalDate date) {
        return !date.isBefore(from) && (to == null || date.isBefore(to));
    }
}
