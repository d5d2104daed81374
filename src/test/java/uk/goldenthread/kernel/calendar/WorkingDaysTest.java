package uk.goldenthread.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.goldenthread.kernel.calendar.England.WORKING_DAYS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    private static final LocalDate FIRST = LocalDate.of(2022, 6, 1);

    @ParameterizedTest(name = "{0} + {1} working days is {2}")
    @CsvSource({
        "2026-03-27, 5, 2026-04-07", // BR-10: Good Friday and Easter Monday
        "2026-12-18, 5, 2026-12-29", // BR-11: Christmas Day and the Boxing Day substitute
        "2026-08-29, 5, 2026-09-07", // BR-03: a Saturday before a bank holiday
        "2026-12-23, 15, 2027-01-18", // BR-13: over the new year
        "2026-09-30, 20, 2026-10-28", // BR-KPI-1: quarter 2 returns
        "2026-12-24, 1, 2026-12-29", // BR-ALG-1
        "2022-05-27, 1, 2022-05-30", // the spring holiday moved to 2 June in 2022
        "2026-08-31, 0, 2026-08-31",
    })
    void countsForwardFromDayZero(LocalDate start, int n, LocalDate expected) {
        assertThat(WORKING_DAYS.workingDaysAfter(start, n)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{1} working days before {0} is {2}")
    @CsvSource({
        "2027-02-24, 7, 2027-02-15", // BR-18
        "2027-04-07, 7, 2027-03-25", // BR-18, over Easter
        "2026-08-30, 1, 2026-08-28",
    })
    void countsBackWithoutTheEventItself(LocalDate event, int n, LocalDate expected) {
        assertThat(WORKING_DAYS.workingDaysBefore(event, n)).isEqualTo(expected);
    }

    @Test
    void oneOffHolidaysAreHolidaysAndTheMovedSpringHolidayIsNot() {
        assertThat(List.of("2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08"))
                .allMatch(day -> !WORKING_DAYS.isWorkingDay(LocalDate.parse(day)));
        assertThat(WORKING_DAYS.isWorkingDay(LocalDate.of(2022, 5, 30))).isTrue();
        assertThat(WORKING_DAYS.isWorkingDay(LocalDate.of(2026, 12, 29)))
                .as("a closure day that is no bank holiday counts")
                .isTrue();
    }

    @Test
    void daysInAPauseAreSkippedAndTheDayItEndsCounts() {
        // BR-26: 60 working days from 12 April 2023 with the clock stopped from 2 May to 12 June.
        var stopped = Pauses.of(List.of(new Pause(LocalDate.of(2023, 5, 2), LocalDate.of(2023, 6, 12))));

        assertThat(WORKING_DAYS.workingDaysAfter(LocalDate.of(2023, 4, 12), 60, stopped))
                .isEqualTo(LocalDate.of(2023, 8, 16));
        assertThat(WORKING_DAYS.workingDaysAfter(LocalDate.of(2023, 4, 28), 1, stopped))
                .isEqualTo(LocalDate.of(2023, 6, 12));
    }

    @Test
    void anOpenPauseCannotBeCountedThrough() {
        var open = Pauses.of(List.of(new Pause(LocalDate.of(2026, 5, 1), null)));

        assertThatThrownBy(() -> WORKING_DAYS.workingDaysAfter(LocalDate.of(2026, 4, 1), 5, open))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(WORKING_DAYS.workingDaysAfter(LocalDate.of(2026, 4, 30), 1, open.closedOn(LocalDate.of(2026, 5, 6))))
                .isEqualTo(LocalDate.of(2026, 5, 6));
    }

    @Test
    void overlappingPausesGiveADateBackOnce() {
        var pauses = Pauses.of(List.of(
                new Pause(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 20)),
                new Pause(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 12)),
                new Pause(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 2))));

        assertThat(pauses.ordered())
                .containsExactly(
                        new Pause(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 20)),
                        new Pause(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 2)));
        assertThatThrownBy(() -> new Pause(FIRST, FIRST)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void workingDaysBetweenTwoDatesLeaveTheFirstOutAndTakeTheSecondIn() {
        // BR-42: seen on working day 19, 23 and 21.
        assertThat(WORKING_DAYS.between(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 27)))
                .isEqualTo(19);
        assertThat(WORKING_DAYS.between(LocalDate.of(2026, 3, 5), LocalDate.of(2026, 4, 9)))
                .isEqualTo(23);
        assertThat(WORKING_DAYS.between(LocalDate.of(2026, 3, 20), LocalDate.of(2026, 4, 22)))
                .isEqualTo(21);
        assertThat(WORKING_DAYS.between(LocalDate.of(2026, 3, 27), LocalDate.of(2026, 3, 2)))
                .isEqualTo(-19);
    }

    @Test
    void thePracticalDateOfADeadlineIsTheWorkingDayOnOrBeforeIt() {
        assertThat(WORKING_DAYS.onOrBefore(LocalDate.of(2027, 2, 28))).isEqualTo(LocalDate.of(2027, 2, 26)); // BR-17
        assertThat(WORKING_DAYS.onOrBefore(LocalDate.of(2027, 2, 26))).isEqualTo(LocalDate.of(2027, 2, 26));
        assertThat(WORKING_DAYS.onOrAfter(LocalDate.of(2026, 4, 3))).isEqualTo(LocalDate.of(2026, 4, 7));
    }

    @Test
    void theCalendarSaysWhichYearsItKnows() {
        assertThat(WORKING_DAYS.covers(LocalDate.of(2022, 1, 1))).isTrue();
        assertThat(WORKING_DAYS.covers(LocalDate.of(2028, 12, 31))).isTrue();
        assertThat(WORKING_DAYS.covers(LocalDate.of(2021, 12, 31))).isFalse();
        assertThat(WORKING_DAYS.covers(LocalDate.of(2029, 1, 1))).isFalse();
        assertThatThrownBy(() -> WorkingDays.withBankHolidays(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEventBelongsToItsDateInLondonAndADeadlineEndsWithThatDate() {
        assertThat(London.dateOf(Instant.parse("2026-07-01T23:30:00Z"))).isEqualTo(LocalDate.of(2026, 7, 2));
        assertThat(London.endOf(LocalDate.of(2026, 7, 2))).isEqualTo(Instant.parse("2026-07-02T22:59:59Z"));
        assertThat(London.endOf(LocalDate.of(2026, 10, 25))).isEqualTo(Instant.parse("2026-10-25T23:59:59Z"));
    }

    @Property
    void countingBackUndoesCountingForwardFromAWorkingDay(
            @ForAll @IntRange(max = 1500) int day, @ForAll @IntRange(max = 120) int n) {
        var start = WORKING_DAYS.onOrAfter(FIRST.plusDays(day));
        var end = WORKING_DAYS.workingDaysAfter(start, n);

        assertThat(WORKING_DAYS.isWorkingDay(end)).isTrue();
        assertThat(WORKING_DAYS.workingDaysBefore(end, n)).isEqualTo(start);
        assertThat(WORKING_DAYS.between(start, end)).isEqualTo(n);
    }

    @Property
    void eachFurtherWorkingDayIsTheNextOneThatIsNoHoliday(
            @ForAll @IntRange(max = 1500) int day, @ForAll @IntRange(max = 60) int n) {
        var dayZero = FIRST.plusDays(day);
        var nth = WORKING_DAYS.workingDaysAfter(dayZero, n);
        var following = WORKING_DAYS.workingDaysAfter(dayZero, n + 1);

        assertThat(following).isAfter(nth);
        assertThat(nth.plusDays(1).datesUntil(following)).noneMatch(WORKING_DAYS::isWorkingDay);
    }
}
