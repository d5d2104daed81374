package uk.goldenthread.concerns.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.goldenthread.catalogue.BankHolidays;
import uk.goldenthread.concerns.model.ReturnRules.Expected;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.calendar.WorkingDays;

/// Lateness and silence, counted in working days over real bank holidays.
@NullMarked
class ReturnRulesTest {
    private static final WorkingDays ENGLAND = BankHolidays.workingDays();
    private static final ReturnRules RULES = new ReturnRules(true, 20, 2, 4, 5);

    /// 2025/26 Q1 was due on Monday 28 July 2025; 20 working days later is Tuesday 26 August, over the
    /// bank holiday of 25 August.
    @Test
    void aReturnThatIsTwentyWorkingDaysLateDoesNotYetWarnAndTheDayAfterItDoes() {
        var expected = List.of(quarter("2025/26 Q1", day(2025, 7, 28), null));

        assertThat(rules(expected, day(2025, 8, 26))).doesNotContain("W04");
        assertThat(rules(expected, day(2025, 8, 27))).contains("W04");
    }

    @Test
    void twoLateOfTheLastFourWarn() {
        var expected = List.of(
                quarter("2024/25 Q4", day(2025, 4, 30), day(2025, 5, 1)),
                quarter("2025/26 Q1", day(2025, 7, 28), day(2025, 7, 28)),
                quarter("2025/26 Q2", day(2025, 10, 28), day(2025, 10, 30)));

        var found = RULES.findings("RETURNS-QUARTERLY", expected, day(2025, 11, 3), ENGLAND);

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("W04");
            assertThat(finding.words())
                    .isEqualTo("2 of the last 3 returns were late: 2024/25 Q4 by 1 working day, "
                            + "2025/26 Q2 by 2 working days.");
        });
    }

    @Test
    void aLateReturnFiveQuartersAgoIsForgotten() {
        var expected = List.of(
                quarter("2024/25 Q1", day(2024, 7, 26), day(2024, 8, 1)),
                quarter("2024/25 Q2", day(2024, 10, 28), day(2024, 10, 28)),
                quarter("2024/25 Q3", day(2025, 1, 30), day(2025, 1, 30)),
                quarter("2024/25 Q4", day(2025, 4, 30), day(2025, 4, 30)),
                quarter("2025/26 Q1", day(2025, 7, 28), day(2025, 7, 29)));

        assertThat(rules(expected, day(2025, 8, 1))).isEmpty();
    }

    /// Five working days after Monday 28 July 2025 is Monday 4 August.
    @Test
    void aReturnThatHasNotComeIsSilenceFromTheFifthWorkingDay() {
        var expected = List.of(quarter("2025/26 Q1", day(2025, 7, 28), null));

        assertThat(rules(expected, day(2025, 8, 1))).isEmpty();
        var found = RULES.findings("RETURNS-QUARTERLY", expected, day(2025, 8, 4), ENGLAND);
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("SILENCE");
            assertThat(finding.words()).isEqualTo("No return has come for 2025/26 Q1, due 5 working days ago.");
        });
    }

    @Test
    void aReturnNotYetDueIsNeither() {
        assertThat(rules(List.of(quarter("2025/26 Q1", day(2025, 7, 28), null)), day(2025, 7, 28)))
                .isEmpty();
    }

    private static List<String> rules(List<Expected> expected, LocalDate today) {
        return RULES.findings("RETURNS-QUARTERLY", expected, today, ENGLAND).stream()
                .map(Finding::rule)
                .toList();
    }

    private static Expected quarter(String period, LocalDate due, @Nullable LocalDate submitted) {
        return new Expected(Period.parse(period), due, submitted);
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }
}
