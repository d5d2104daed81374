package uk.goldenthread.shell.components;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A date as it was typed, in three fields, so that what was wrong can be shown again as it was.
public record DateParts(
        @Nullable String day,
        @Nullable String month,
        @Nullable String year) {
    public static final DateParts BLANK = new DateParts(null, null, null);

    public static DateParts of(@Nullable LocalDate date) {
        return date == null
                ? BLANK
                : new DateParts(
                        Integer.toString(date.getDayOfMonth()),
                        Integer.toString(date.getMonthValue()),
                        Integer.toString(date.getYear()));
    }
}
