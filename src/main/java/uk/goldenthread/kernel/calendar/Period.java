package uk.goldenthread.kernel.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/// A period that figures are reported for: a month, a quarter or a year of the NHS financial year (1 April to
/// 31 March). Each has a label for people and a code for addresses and storage, which sorts as text:
///
/// | period | label | code |
/// |---|---|---|
/// | month | June 2025 | `2025-06` |
/// | quarter | 2026/27 Q3 | `2026-27-Q3` |
/// | financial year | 2026/27 | `2026-27` |
///
/// A code such as `2011-12` could name a month or a year: months win from 01 to 12, which only a year before 2012
/// could contradict.
public sealed interface Period extends Comparable<Period> permits FinancialYear, Month, Quarter {

    /// The first day.
    LocalDate start();

    /// The last day.
    LocalDate end();

    /// For people: `2026/27 Q3`.
    String label();

    /// For addresses, files and storage: `2026-27-Q3`.
    String code();

    /// The period of the same kind that follows.
    Period next();

    /// The period of the same kind before.
    Period previous();

    /// The financial year this period lies in.
    FinancialYear financialYear();

    /// Whether a date lies in this period.
    default boolean contains(LocalDate date) {
        return !date.isBefore(start()) && !date.isAfter(end());
    }

    /// By first day, then the shorter period first.
    @Override
    default int compareTo(Period other) {
        return Comparator.comparing(Period::start).thenComparing(Period::end).compare(this, other);
    }

    /// The period a label or code names; empty when it names none.
    static Optional<Period> find(String text) {
        return Month.find(text)
                .<Period>map(month -> month)
                .or(() -> Quarter.find(text))
                .or(() -> FinancialYear.find(text));
    }

    /// The period a label or code names.
    ///
    /// @throws IllegalArgumentException when it names none
    static Period parse(String text) {
        return find(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s is not a period; write it as 2025-06, 2026/27 Q3 or 2026/27".formatted(text)));
    }
}
