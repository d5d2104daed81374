package uk.goldenthread.kernel.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/// A calendar month as a reporting period.
///
/// @param yearMonth the month it is
public record Month(YearMonth yearMonth) implements Period {
    private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    /// The month a date lies in.
    public static Month of(LocalDate date) {
        return new Month(YearMonth.from(date));
    }

    /// A month by its number, 1 to 12.
    public static Month of(int year, int month) {
        return new Month(YearMonth.of(year, month));
    }

    /// The month that a label (`June 2025`) or code (`2025-06`) names; empty when it names none.
    public static Optional<Month> find(String text) {
        var stripped = text.strip();
        boolean isCode = !stripped.isEmpty() && Character.isDigit(stripped.charAt(0));
        try {
            return Optional.of(new Month(isCode ? YearMonth.parse(stripped) : YearMonth.parse(stripped, LABEL)));
        } catch (DateTimeParseException notAMonth) {
            return Optional.empty();
        }
    }

    @Override
    public LocalDate start() {
        return yearMonth.atDay(1);
    }

    @Override
    public LocalDate end() {
        return yearMonth.atEndOfMonth();
    }

    @Override
    public String label() {
        return yearMonth.format(LABEL);
    }

    @Override
    public String code() {
        return yearMonth.toString();
    }

    @Override
    public Month next() {
        return new Month(yearMonth.plusMonths(1));
    }

    @Override
    public Month previous() {
        return new Month(yearMonth.minusMonths(1));
    }

    @Override
    public FinancialYear financialYear() {
        return FinancialYear.of(start());
    }

    /// The quarter this month lies in.
    public Quarter quarter() {
        return Quarter.of(start());
    }

    @Override
    public String toString() {
        return label();
    }
}
