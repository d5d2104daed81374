package uk.goldenthread.kernel.calendar;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// A quarter of an NHS financial year: Q1 April to June, Q2 July to September, Q3 October to December, Q4 January to
/// March.
///
/// @param financialYear the year it lies in
/// @param number        1 to 4
public record Quarter(FinancialYear financialYear, int number) implements Period {
    private static final Pattern TEXT = Pattern.compile("(\\d{4})[/-](\\d{2})[ -]Q([1-4])");

    /// @throws IllegalArgumentException when the number is outside 1 to 4
    public Quarter {
        if (number < 1 || number > 4) {
            throw new IllegalArgumentException("a quarter is 1 to 4, not " + number);
        }
    }

    /// The quarter a date lies in.
    public static Quarter of(LocalDate date) {
        var year = FinancialYear.of(date);
        int monthsIn = (date.getYear() - year.startYear()) * 12 + date.getMonthValue() - 4;
        return new Quarter(year, monthsIn / 3 + 1);
    }

    /// The quarter that a label (`2026/27 Q3`) or code (`2026-27-Q3`) names; empty when it names none.
    public static Optional<Quarter> find(String text) {
        var match = TEXT.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(match.group(3));
        return FinancialYear.ofYears(match.group(1), match.group(2)).map(year -> new Quarter(year, number));
    }

    /// The quarter that a label or code names.
    ///
    /// @throws IllegalArgumentException when it names none
    public static Quarter parse(String text) {
        return find(text)
                .orElseThrow(() ->
                        new IllegalArgumentException("%s is not a quarter; write it as 2026/27 Q3".formatted(text)));
    }

    @Override
    public LocalDate start() {
        return financialYear.start().plusMonths(3L * (number - 1));
    }

    @Override
    public LocalDate end() {
        return start().plusMonths(3).minusDays(1);
    }

    @Override
    public String label() {
        return financialYear.label() + " Q" + number;
    }

    @Override
    public String code() {
        return financialYear.code() + "-Q" + number;
    }

    @Override
    public Quarter next() {
        return number == 4 ? financialYear.next().quarter(1) : financialYear.quarter(number + 1);
    }

    @Override
    public Quarter previous() {
        return number == 1 ? financialYear.previous().quarter(4) : financialYear.quarter(number - 1);
    }

    @Override
    public String toString() {
        return label();
    }
}
