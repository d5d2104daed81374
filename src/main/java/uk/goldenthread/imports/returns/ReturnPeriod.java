package uk.goldenthread.imports.returns;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The month or the quarter of a financial year (1 April to 31 March, Q1 April to June) that a return is of.
public sealed interface ReturnPeriod {
    /// A calendar month, written `2025-04`.
    record Month(YearMonth month) implements ReturnPeriod {
        @Override
        public String text() {
            return month.toString();
        }

        @Override
        public LocalDate firstDay() {
            return month.atDay(1);
        }
    }

    /// A quarter of a financial year, written `2025/26 Q1`.
    ///
    /// @param startYear the calendar year in which the financial year begins
    /// @param quarter 1 to 4
    record Quarter(int startYear, int quarter) implements ReturnPeriod {
        public Quarter {
            if (quarter < 1 || quarter > 4) {
                throw new IllegalArgumentException("there is no quarter " + quarter);
            }
        }

        @Override
        public String text() {
            return "%d/%02d Q%d".formatted(startYear, (startYear + 1) % 100, quarter);
        }

        @Override
        public LocalDate firstDay() {
            return LocalDate.of(startYear, 4, 1).plusMonths(3L * (quarter - 1));
        }
    }

    /// The one way it is written in files.
    String text();

    /// Its first day.
    LocalDate firstDay();

    /// Reads `2025-04`, `2025-04-01` (what Excel makes of the former), `2025/26 Q1` and `2025-26 Q1`; empty for
    /// anything else, such as a year pair that does not follow on.
    static Optional<ReturnPeriod> parse(String text) {
        var quarter = Written.QUARTER.matcher(text.strip().toUpperCase(Locale.UK));
        if (quarter.matches()) {
            var year = Integer.parseInt(quarter.group(1));
            var follows = Integer.parseInt(quarter.group(2)) == (year + 1) % 100;
            return follows ? Optional.of(new Quarter(year, Integer.parseInt(quarter.group(3)))) : Optional.empty();
        }
        var month = Written.MONTH.matcher(text.strip());
        if (!month.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Month(YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The two ways of writing that are read.
    final class Written {
        private static final Pattern MONTH = Pattern.compile("(20\\d{2})-(\\d{2})(?:-01)?");
        private static final Pattern QUARTER = Pattern.compile("(20\\d{2})[/-](\\d{2}) ?Q([1-4])");

        private Written() {}
    }
}
