package uk.goldenthread.shell.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Dates and times as people read them here: 3 March 2026, 9:05am.
public final class Dates {
    public static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm", Locale.UK);

    private Dates() {}

    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    public static String day(Instant instant) {
        return DAY.format(instant.atZone(LONDON));
    }

    /// 14 March 2026 at 9:05am
    public static String moment(Instant instant) {
        var there = instant.atZone(LONDON);
        return DAY.format(there) + " at " + time(there);
    }

    private static String time(ZonedDateTime there) {
        return TIME.format(there) + (there.getHour() < 12 ? "am" : "pm");
    }
}
