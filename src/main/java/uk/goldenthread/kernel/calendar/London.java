package uk.goldenthread.kernel.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The time zone of every statutory date: a thing happens on the day it is in London.
public final class London {
    /// Europe/London, with its summer time.
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private London() {}

    /// The London date on which an instant falls; an event after hours still belongs to its date.
    public static LocalDate dateOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /// The first instant of a London date.
    public static Instant startOf(LocalDate date) {
        return date.atStartOfDay(ZONE).toInstant();
    }

    /// The last second of a London date: a deadline that is a date ends here (23:59:59).
    public static Instant endOf(LocalDate date) {
        return startOf(date.plusDays(1)).minusSeconds(1);
    }
}
