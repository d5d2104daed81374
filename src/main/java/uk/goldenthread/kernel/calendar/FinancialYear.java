package uk.goldenthread.kernel.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// An NHS financial year, 1 April to 31 March.
///
/// @param startYear the calendar year of its 1 April
public record FinancialYear(int startYear) implements Period {
    private static final Pattern TEXT = Pattern.compile("(\\d{4})[/-](\\d{2})");

    /// The financial year a date lies in.
    public static FinancialYear of(LocalDate date) {
        return new FinancialYear(date.getMonthValue() >= 4 ? date.getYear() : date.getYear() - 1);
    }

    /// The year that a label (`2026/27`) or code (`2026-27`) names; empty when the second year does not follow.
    public static Optional<FinancialYear> find(String text) {
        var match = TEXT.matcher(text.strip());
        return match.matches() ? ofYears(match.group(1), match.group(2)) : Optional.empty();
    }

    static Optional<FinancialYear> ofYears(String first, String second) {
        int startYear = Integer.parseInt(first);
        boolean follows = Integer.parseInt(second) == (startYear + 1) % 100;
        return follows ? Optional.of(new FinancialYear(startYear)) : Optional.empty();
    }

    /// The quarter 1 to 4 of this year.
    ///
    /// @throws IllegalArgumentException when the number is outside 1 to 4
    public Quarter quarter(int number) {
        return new Quarter(this, number);
    }

    /// Its four quarters in order.
    public List<Quarter> quarters() {
        return List.of(quarter(1), quarter(2), quarter(3), quarter(4));
    }

    @Override
    public LocalDate start() {
        return LocalDate.of(startYear, 4, 1);
    }

    @Override
    public LocalDate end() {
        return LocalDate.of(startYear + 1, 3, 31);
    }

    @Override
    public String label() {
        return "%d/%02d".formatted(startYear, (startYear + 1) % 100);
    }

    @Override
    public String code() {
        return "%d-%02d".formatted(startYear, (startYear + 1) % 100);
    }

    @Override
    public FinancialYear next() {
        return new FinancialYear(startYear + 1);
    }

    @Override
    public FinancialYear previous() {
        return new FinancialYear(startYear - 1);
    }

    @Override
    public FinancialYear financialYear() {
        return this;
    }

    @Override
    public String toString() {
        return label();
    }
}
