package uk.goldenthread.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    @ParameterizedTest(name = "{0} is {1}, from {2} to {3}")
    @CsvSource({
        "2026/27 Q1, 2026-27-Q1, 2026-04-01, 2026-06-30",
        "2026/27 Q2, 2026-27-Q2, 2026-07-01, 2026-09-30",
        "2026/27 Q3, 2026-27-Q3, 2026-10-01, 2026-12-31",
        "2023/24 Q4, 2023-24-Q4, 2024-01-01, 2024-03-31",
        "1999/00 Q4, 1999-00-Q4, 2000-01-01, 2000-03-31",
        "June 2025, 2025-06, 2025-06-01, 2025-06-30",
        "February 2024, 2024-02, 2024-02-01, 2024-02-29",
        "2025/26, 2025-26, 2025-04-01, 2026-03-31",
    })
    void isReadFromItsLabelAndItsCode(String label, String code, LocalDate start, LocalDate end) {
        for (var period : List.of(Period.parse(label), Period.parse(code))) {
            assertThat(period.start()).isEqualTo(start);
            assertThat(period.end()).isEqualTo(end);
            assertThat(period.label()).isEqualTo(label);
            assertThat(period.code()).isEqualTo(code);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2026/28 Q1", "2026/27 Q5", "2026/27 Q0", "2025-13", "Juin 2025", "Q3", "2026", "2026/27Q"})
    void whatNamesNoPeriodIsRefused(String text) {
        assertThat(Period.find(text)).isEmpty();
        assertThatThrownBy(() -> Period.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSecondQuartersReturnsAreDueTwentyWorkingDaysAfterItEnds() {
        var due = England.WORKING_DAYS.workingDaysAfter(
                Quarter.parse("2026/27 Q2").end(), 20);

        assertThat(due).isEqualTo(LocalDate.of(2026, 10, 28));
    }

    @Test
    void quartersRollOverTheFinancialYear() {
        assertThat(Quarter.parse("2025/26 Q4").next()).isEqualTo(Quarter.parse("2026/27 Q1"));
        assertThat(Quarter.parse("2026/27 Q1").previous()).isEqualTo(Quarter.parse("2025/26 Q4"));
        assertThat(Quarter.of(LocalDate.of(2026, 3, 31))).isEqualTo(Quarter.parse("2025/26 Q4"));
        assertThat(Month.of(2026, 3).quarter()).isEqualTo(Quarter.parse("2025/26 Q4"));
        assertThat(Month.of(2025, 12).next()).isEqualTo(Month.of(2026, 1));
    }

    @Test
    void periodsSortByTimeAndTheirCodesSortAlike() {
        var quarters = Stream.iterate(Quarter.parse("1998/99 Q1"), Quarter::next)
                .limit(20)
                .toList();

        assertThat(quarters).isSorted();
        assertThat(quarters.stream().map(Quarter::code)).isSorted();
        assertThat(List.<Period>of(Month.of(2026, 4), Quarter.parse("2026/27 Q1"), new FinancialYear(2026)))
                .isSorted();
    }

    @Property
    void everyDateLiesInExactlyOneQuarterOfItsYearAndInOneMonth(@ForAll @IntRange(min = 0, max = 20000) int day) {
        var date = LocalDate.of(1990, 1, 1).plusDays(day);
        var year = FinancialYear.of(date);

        assertThat(year.contains(date)).isTrue();
        assertThat(year.quarters())
                .filteredOn(quarter -> quarter.contains(date))
                .containsExactly(Quarter.of(date));
        assertThat(Month.of(date).contains(date)).isTrue();
        assertThat(Month.of(date).next().contains(date)).isFalse();
        assertThat(Quarter.of(date).end().plusDays(1))
                .isEqualTo(Quarter.of(date).next().start());
    }
}
