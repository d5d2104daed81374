package uk.goldenthread.returns.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.goldenthread.catalogue.BankHolidays;
import uk.goldenthread.kernel.calendar.Month;
import uk.goldenthread.kernel.calendar.Quarter;
import uk.goldenthread.kernel.calendar.WorkingDays;
import uk.goldenthread.returns.model.Lateness.Rung;

/// Dates counted on the printed calendars of 2026 and 2027.
class LatenessAndLockTest {
    private static final WorkingDays ENGLAND = BankHolidays.workingDays();
    private static final LocalDate DUE = LocalDate.of(2026, 10, 28);
    private static final Lateness LADDER = Lateness.of(DUE, new Lateness.Days(1, 5, 10, 20), ENGLAND);

    /// BR-KPI-1.
    @Test
    void theSecondQuarterOf2026IsDueOn28October() {
        assertThat(Lateness.due(Quarter.parse("2026/27 Q2").end(), 20, ENGLAND)).isEqualTo(DUE);
    }

    /// 31 December 2026 is a Thursday; 1 January 2027 is a holiday; so the 20th working day is Friday 29
    /// January.
    @Test
    void decembersReturnSkipsNewYearsDay() {
        assertThat(Lateness.due(Month.of(2026, 12).end(), 20, ENGLAND)).isEqualTo(LocalDate.of(2027, 1, 29));
    }

    @Test
    void theLadderClimbsOneFiveTenAndTwentyWorkingDaysAfterTheDueDate() {
        assertThat(LADDER.steps())
                .containsExactly(
                        new Lateness.Step(Rung.REMINDER, LocalDate.of(2026, 10, 29)),
                        new Lateness.Step(Rung.NAMED_PROFESSIONAL, LocalDate.of(2026, 11, 4)),
                        new Lateness.Step(Rung.EXECUTIVE, LocalDate.of(2026, 11, 11)),
                        new Lateness.Step(Rung.EARLY_WARNING, LocalDate.of(2026, 11, 25)));
    }

    @Test
    void onTheDueDateItIsInTimeAndTheDayAfterItIsLate() {
        assertThat(LADDER.isLate(DUE)).isFalse();
        assertThat(LADDER.reached(DUE)).isEmpty();
        assertThat(LADDER.isLate(LocalDate.of(2026, 10, 29))).isTrue();
        assertThat(LADDER.reached(LocalDate.of(2026, 11, 10)))
                .hasValue(new Lateness.Step(Rung.NAMED_PROFESSIONAL, LocalDate.of(2026, 11, 4)));
    }

    /// 40 working days after 28 October 2026 is Wednesday 23 December.
    @Test
    void itLocksTheDayAfterTheFortiethWorkingDay() {
        assertThat(lock(LocalDate.of(2026, 12, 23), List.of())).isEqualTo(new Lock.Open(LocalDate.of(2026, 12, 23)));
        assertThat(lock(LocalDate.of(2026, 12, 24), List.of())).isEqualTo(new Lock.Locked(LocalDate.of(2026, 12, 24)));
    }

    @Test
    void anExceptionOpensItForThatPersonUntilItsDayIsOver() {
        var exception = new Lock.Lifted(7, LocalDate.of(2027, 1, 8), "Lead was away");

        assertThat(lock(LocalDate.of(2027, 1, 8), List.of(exception)))
                .isEqualTo(new Lock.Excepted(LocalDate.of(2027, 1, 8), "Lead was away"));
        assertThat(lock(LocalDate.of(2027, 1, 9), List.of(exception)).lets()).isFalse();
        assertThat(Lock.on(LocalDate.of(2027, 1, 8), DUE, 40, ENGLAND, List.of(exception), 8)
                        .lets())
                .isFalse();
    }

    private static Lock lock(LocalDate today, List<Lock.Lifted> exceptions) {
        return Lock.on(today, DUE, 40, ENGLAND, exceptions, 7);
    }
}
