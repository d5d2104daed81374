package uk.goldenthread.shell.components;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
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

    /// What a form's three fields hold, as the date input names them: `received[day]`, `received[month]`,
    /// `received[year]`.
    public static DateParts typed(Map<String, String> fields, String name) {
        return new DateParts(fields.get(name + "[day]"), fields.get(name + "[month]"), fields.get(name + "[year]"));
    }

    /// The same fields by name, for a form that is shown again.
    public Map<String, String> fields(String name) {
        return Map.of(name + "[day]", or(day), name + "[month]", or(month), name + "[year]", or(year));
    }

    /// Whether nothing was typed.
    public boolean isBlank() {
        return or(day).isEmpty() && or(month).isEmpty() && or(year).isEmpty();
    }

    /// The date, when the three make one from 1900 to 2099.
    public Optional<LocalDate> date() {
        try {
            return Optional.of(LocalDate.of(number(year), number(month), number(day)))
                    .filter(date -> date.getYear() >= 1900 && date.getYear() < 2100);
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static int number(@Nullable String typed) {
        return Integer.parseInt(or(typed));
    }

    private static String or(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
