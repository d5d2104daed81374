package uk.goldenthread.concerns.model;

import java.time.LocalDate;
import java.time.YearMonth;
import uk.goldenthread.kernel.calendar.Period;

/// Findings in facts that have a day and no series of periods: the month of that day stands for their period.
final class Findings {
    private Findings() {}

    /// A finding that counts and rests on nothing provisional.
    static Finding on(String rule, String series, LocalDate day, String words) {
        return between(rule, series, day, day, words);
    }

    /// The same for what began on one day and was last seen on another, no earlier one.
    static Finding between(String rule, String series, LocalDate first, LocalDate last, String words) {
        return new Finding(rule, series, null, month(first), month(last), words, true, false);
    }

    private static Period month(LocalDate day) {
        return Period.parse(YearMonth.from(day).toString());
    }
}
