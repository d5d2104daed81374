package uk.goldenthread.kernel.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.goldenthread.kernel.calendar.England;
import uk.goldenthread.kernel.calendar.Pause;
import uk.goldenthread.kernel.calendar.Pauses;
import uk.goldenthread.kernel.clocks.Reading.Status;

class RunningClockTest {
    private static final Origin ORIGIN =
            new Origin(Basis.STATUTE, "an Act", true, LocalDate.of(2020, 1, 1), LocalDate.of(2027, 1, 1));
    private static final ClockDefinition HEALTH_ASSESSMENT = definition("P20WD", "P10WD", "P17WD");
    private static final Moment ENTERED_CARE = moment("2026-03-16");

    @ParameterizedTest(name = "on {0} an initial health assessment due 15 April is {1} with {2} left")
    @CsvSource({
        "2026-03-27, RUNNING, 11",
        "2026-03-30, AMBER, 10", // BR-40: working day 10
        "2026-04-09, AMBER, 4",
        "2026-04-10, RED, 3", // working day 17
        "2026-04-15, RED, 0",
        "2026-04-16, RED, -1",
        "2026-04-20, RED, -3",
    })
    void showsHowMuchTimeIsLeft(String asOf, Status status, int left) {
        var reading = clock(HEALTH_ASSESSMENT, ENTERED_CARE, Pauses.none()).reading(moment(asOf));

        assertThat(reading).isEqualTo(new Reading(status, left, Unit.WORKING_DAYS));
        assertThat(reading.isOverdue()).isEqualTo(left < 0);
    }

    @Test
    void stoppingOnTheLastDayIsInTime() {
        var clock = clock(HEALTH_ASSESSMENT, ENTERED_CARE, Pauses.none());

        assertThat(clock.isMetBy(moment("2026-04-15T23:59:00+01:00"))).isTrue();
        assertThat(clock.isMetBy(moment("2026-04-16T00:00:00+01:00"))).isFalse();
    }

    @Test
    void aWeekendAfterTheDeadlineIsOverdueThoughNoWorkingDayHasPassed() {
        var clock = clock(definition("P5WD", null, null), moment("2026-06-05"), Pauses.none());

        assertThat(clock.due()).contains(moment("2026-06-12"));
        assertThat(clock.reading(moment("2026-06-13")).isOverdue()).isTrue();
    }

    @Test
    void anInquestPushesThePanelByItsDays() {
        // BR-32: base 15 March 2026, 168 days paused.
        var paused = pauses("2025-11-03", "2026-04-20");
        var clock = clock(pausable("P6M"), moment("2025-09-15"), paused);

        assertThat(clock.due()).contains(moment("2026-08-30"));
        assertThat(clock.reading(moment("2025-11-02")).status()).isEqualTo(Status.RUNNING);
        assertThat(clock.reading(moment("2025-11-03")).status()).isEqualTo(Status.PAUSED);
        assertThat(clock.reading(moment("2026-04-19")).status()).isEqualTo(Status.PAUSED);
        assertThat(clock.reading(moment("2026-04-20")).status()).isEqualTo(Status.RUNNING);
        assertThat(clock.isMetBy(moment("2026-05-20"))).isTrue();
    }

    @Test
    void anOpenPauseLeavesTheDeadlineUnknownButReadable() {
        var open = Pauses.of(List.of(new Pause(LocalDate.of(2026, 1, 10), null)));
        var clock = clock(pausable("P30D"), moment("2026-01-01"), open);

        assertThat(clock.due()).isEmpty();
        assertThat(clock.dueAsOf(moment("2026-01-20"))).isEqualTo(moment("2026-02-10"));
        assertThat(clock.reading(moment("2026-01-20"))).isEqualTo(new Reading(Status.PAUSED, 21, Unit.DAYS));
        assertThat(clock.reading(moment("2026-01-05")).status()).isEqualTo(Status.RUNNING);
    }

    @Test
    void aPauseThatBeginsAfterTheDeadlineDoesNotHealTheBreach() {
        var late = pauses("2026-02-01", "2026-03-01");
        var clock = clock(pausable("P30D"), moment("2026-01-01"), late);

        assertThat(clock.due()).contains(moment("2026-01-31"));
        assertThat(clock.reading(moment("2026-02-10")).status()).isEqualTo(Status.RED);
    }

    @Test
    void aClockThatNeverPausesIgnoresPauses() {
        var clock = clock(HEALTH_ASSESSMENT, ENTERED_CARE, pauses("2026-03-20", "2026-04-20"));

        assertThat(clock.due()).contains(moment("2026-04-15"));
        assertThat(clock.reading(moment("2026-03-25")).status()).isEqualTo(Status.RUNNING);
    }

    @Test
    void elapsedHoursAreBlindToSummerTime() {
        // BR-71: the clocks go forward on 29 March 2026.
        var clock = clock(definition("PT72H", null, null), moment("2026-03-28T09:00:00+00:00"), Pauses.none());

        assertThat(clock.due().orElseThrow()).hasToString("2026-03-31T10:00:00+01:00");
        assertThat(clock.reading(moment("2026-03-31T09:30:00+01:00")))
                .isEqualTo(new Reading(Status.RED, 0, Unit.HOURS));
        assertThat(clock.reading(moment("2026-03-31T10:00:01+01:00")).isOverdue())
                .isTrue();
        assertThat(clock.isMetBy(moment("2026-03-31T10:00:00+01:00"))).isTrue();
        assertThatThrownBy(() -> clock(definition("PT72H", null, null), moment("2026-03-28"), Pauses.none()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPauseOfAnElapsedClockCountsItsHoursOverTheClockChange() {
        // 25 October 2026 has 25 hours: from 24 Oct 12:00 BST, 24 h and the 25-hour day end on 26 Oct 12:00 GMT.
        var paused = pauses("2026-10-25", "2026-10-26");
        var clock = clock(pausable("PT24H"), moment("2026-10-24T12:00:00+01:00"), paused);

        assertThat(clock.due().orElseThrow()).hasToString("2026-10-26T12:00:00+00:00");
    }

    @Test
    void warningsCanCountBackFromTheDeadline() {
        var clock = clock(definition("P6M", "P42D before due", null), moment("2026-01-14"), Pauses.none());

        assertThat(clock.due()).contains(moment("2026-07-14"));
        assertThat(clock.amberAsOf(moment("2026-01-14"))).contains(moment("2026-06-02"));
    }

    @Test
    void withoutARedPointTheLastTenthIsRedOrTheLastThreeWorkingDaysOfALongClock() {
        assertThat(red("P20WD", "2026-03-16")).hasToString("2026-04-10"); // 15 April less 3 working days
        assertThat(red("P10WD", "2026-03-16")).hasToString("2026-03-27"); // due Monday 30 March
        assertThat(red("P30D", "2026-03-01")).hasToString("2026-03-28"); // due 31 March
        assertThat(red("PT48H", "2026-05-01T12:00:00+01:00")).hasToString("2026-05-03T07:12:00+01:00");
    }

    @Test
    void aClockCountingBackTurnsAmberBeforeItIsDue() {
        var clock = clock(definition("-P7WD", "-P10WD", null), moment("2027-04-07"), Pauses.none());

        assertThat(clock.due()).contains(moment("2027-03-25"));
        assertThat(clock.reading(moment("2027-03-19")).status()).isEqualTo(Status.RUNNING);
        assertThat(clock.reading(moment("2027-03-22")).status()).isEqualTo(Status.AMBER);
        assertThat(clock.reading(moment("2027-03-26")).status()).isEqualTo(Status.RED);
    }

    @Test
    void aGuardIsKeptFromItsDateOnAndNeverTurnsRed() {
        var guard = new ClockDefinition(
                "REC", "t", "h", "s", "e", Span.parse("P30D"), true, List.of(), null, null, "", ORIGIN);
        var clock = clock(guard, moment("2026-02-16"), Pauses.none());

        assertThat(clock.isMetBy(moment("2026-03-17"))).isFalse();
        assertThat(clock.isMetBy(moment("2026-03-18"))).isTrue();
        assertThat(clock.reading(moment("2026-05-01")).status()).isEqualTo(Status.RUNNING);
    }

    @Test
    void aBookFindsTheEditionInForceAndRefusesTwoAtOnce() {
        var later = new ClockDefinition(
                "C",
                "t",
                "h",
                "s",
                "e",
                Span.parse("P9D"),
                false,
                List.of(),
                null,
                null,
                "",
                new Origin(Basis.STATUTE, "later", true, LocalDate.of(2028, 1, 1), null));
        var book = new ClockBook(List.of(later, definition("P5D", null, null)));

        assertThat(book.inForce("C", LocalDate.of(2026, 12, 31)).orElseThrow().duration())
                .isEqualTo(Span.parse("P5D"));
        assertThat(book.inForce("C", LocalDate.of(2027, 1, 1))).isEmpty();
        assertThat(book.nearest("C", LocalDate.of(2027, 1, 1)).orElseThrow().duration())
                .isEqualTo(Span.parse("P5D"));
        assertThat(book.nearest("C", LocalDate.of(2019, 1, 1)).orElseThrow().duration())
                .isEqualTo(Span.parse("P5D"));
        assertThat(book.inForce("C", LocalDate.of(2028, 1, 1))).contains(later);
        assertThat(book.nearest("X", LocalDate.of(2028, 1, 1))).isEmpty();
        assertThatThrownBy(() -> new ClockBook(List.of(HEALTH_ASSESSMENT, HEALTH_ASSESSMENT)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"P15WD", "P6M", "P6W", "P45D", "PT48H", "-P7WD", "P0WD"})
    void spansReadAsTheyAreWritten(String code) {
        assertThat(Span.parse(code).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"P", "15WD", "PT5D", "P5H", "P-5D", "P5Y", "P5wd", "P1.5D", "P999999D", "''"})
    void whatIsNoSpanIsRefused(String text) {
        assertThat(Span.find(text)).isEmpty();
    }

    @Test
    void momentsAreDatesOrTimesWithTheirOffset() {
        assertThat(Moment.find("2026-10-24T14:30:00+01:00").orElseThrow()).hasToString("2026-10-24T14:30:00+01:00");
        assertThat(Moment.find("2026-07-01T23:30:00Z").orElseThrow().date()).isEqualTo(LocalDate.of(2026, 7, 2));
        assertThat(Moment.find("2026-10-24T14:30:00")).isEmpty();
        assertThat(Moment.find("24/10/2026")).isEmpty();
        assertThat(Moment.find("2026-02-30")).isEmpty();
    }

    @Property
    void splittingAPauseInTwoChangesNothing(
            @ForAll @IntRange(max = 60) int from,
            @ForAll @IntRange(min = 2, max = 40) int length,
            @ForAll @IntRange(min = 1, max = 39) int cut) {
        var start = LocalDate.of(2026, 1, 5);
        var first = start.plusDays(from);
        var middle = first.plusDays(Math.min(cut, length - 1));
        var whole = Pauses.of(List.of(new Pause(first, first.plusDays(length))));
        var parts = Pauses.of(List.of(new Pause(middle, first.plusDays(length)), new Pause(first, middle)));

        for (var code : List.of("P20WD", "P45D", "P2M", "-P30D", "-P7WD")) {
            assertThat(Span.parse(code).from(Moment.on(start), parts, England.WORKING_DAYS))
                    .isEqualTo(Span.parse(code).from(Moment.on(start), whole, England.WORKING_DAYS));
        }
    }

    @Property
    void withTheDaysGivenTheTimeLeftNeverGrows(@ForAll @IntRange(max = 30) int length) {
        var clock = clock(definition("P" + length + "WD", null, null), moment("2026-03-16"), Pauses.none());
        var left = new ArrayList<Long>();
        for (int day = 0; day < 90; day++) {
            left.add(clock.reading(Moment.on(LocalDate.of(2026, 3, 16).plusDays(day)))
                    .left());
        }
        assertThat(left.getFirst()).isEqualTo(length);
        assertThat(left.reversed()).isSorted();
    }

    private static String red(String duration, String start) {
        var clock = clock(definition(duration, null, null), moment(start), Pauses.none());
        return clock.redAsOf(moment(start)).orElseThrow().toString();
    }

    private static RunningClock clock(ClockDefinition definition, Moment start, Pauses pauses) {
        return new RunningClock(definition, start, pauses, England.WORKING_DAYS);
    }

    private static ClockDefinition pausable(String duration) {
        return ClockDefinition.adHoc(Span.parse(duration));
    }

    private static ClockDefinition definition(String duration, String amber, String red) {
        return new ClockDefinition(
                "C",
                "t",
                "h",
                "s",
                "e",
                Span.parse(duration),
                false,
                List.of(),
                warning(amber),
                warning(red),
                "",
                ORIGIN);
    }

    private static Warning warning(String text) {
        return text == null ? null : Warning.find(text).orElseThrow();
    }

    private static Pauses pauses(String from, String to) {
        return Pauses.of(List.of(new Pause(LocalDate.parse(from), LocalDate.parse(to))));
    }

    private static Moment moment(String text) {
        return Moment.find(text).orElseThrow();
    }
}
