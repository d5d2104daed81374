package uk.goldenthread.overview.service;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import uk.goldenthread.catalogue.KpiDefinition.Frequency;
import uk.goldenthread.kernel.calendar.FinancialYear;
import uk.goldenthread.kernel.calendar.Month;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.calendar.Quarter;
import uk.goldenthread.kernel.calendar.WorkingDays;

/// Which period of each frequency should be here by now: the last one whose due day has passed. What is older is stale.
public final class Freshness {
    private final Map<Frequency, Period> expected = new EnumMap<>(Frequency.class);

    /// @param dueAfter working days after a period's end by which its return is due
    public Freshness(LocalDate today, WorkingDays days, int dueAfter) {
        for (var frequency : Frequency.values()) {
            var period = containing(frequency, today);
            do {
                period = period.previous();
            } while (!days.workingDaysAfter(period.end(), dueAfter).isBefore(today));
            expected.put(frequency, period);
        }
    }

    private static Period containing(Frequency frequency, LocalDate day) {
        return switch (frequency) {
            case MONTHLY -> Month.of(day);
            case QUARTERLY -> Quarter.of(day);
            case ANNUAL -> FinancialYear.of(day);
        };
    }

    /// The newest period that should be here.
    public Period expected(Frequency frequency) {
        return java.util.Objects.requireNonNull(expected.get(frequency));
    }

    /// Whether a value of a period that began then is older than it should be.
    public boolean isStale(Frequency frequency, LocalDate periodStart) {
        return periodStart.isBefore(expected(frequency).start());
    }
}
