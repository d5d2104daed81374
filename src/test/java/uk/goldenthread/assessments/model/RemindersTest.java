package uk.goldenthread.assessments.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.goldenthread.assessments.model.Reminders.Step;
import uk.goldenthread.catalogue.BankHolidays;

class RemindersTest {
    /// Wednesday 27 May 2026; 25 May is a bank holiday.
    private static final LocalDate DUE = LocalDate.of(2026, 5, 27);

    private final Reminders reminders = Reminders.of(DUE, List.of(-20, -5, 0, 5, 10, 20), BankHolidays.workingDays());

    @Test
    void theyFallTwentyAndFiveWorkingDaysBeforeOnTheDayAndFiveTenAndTwentyAfter() {
        assertThat(reminders.steps())
                .containsExactly(
                        new Step(-20, LocalDate.of(2026, 4, 27)),
                        new Step(-5, LocalDate.of(2026, 5, 19)),
                        new Step(0, DUE),
                        new Step(5, LocalDate.of(2026, 6, 3)),
                        new Step(10, LocalDate.of(2026, 6, 10)),
                        new Step(20, LocalDate.of(2026, 6, 24)));
    }

    @Test
    void theLastOneReachedCounts() {
        assertThat(reminders.reached(LocalDate.of(2026, 4, 26))).isEmpty();
        assertThat(reminders.reached(LocalDate.of(2026, 5, 26)).orElseThrow().workingDays())
                .isEqualTo(-5);
        assertThat(reminders.reached(LocalDate.of(2026, 12, 1)).orElseThrow().workingDays())
                .isEqualTo(20);
    }

    @Test
    void theDueDateItselfIsInTime() {
        assertThat(Reminders.isLate(DUE, DUE)).isFalse();
        assertThat(Reminders.isLate(DUE, DUE.plusDays(1))).isTrue();
    }
}
