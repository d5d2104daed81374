package uk.goldenthread.concerns.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.goldenthread.concerns.model.OwedRule.Owed;

/// W08 (BR-ACT-4): overdue by more than 30 days and of high priority. Days counted on a printed calendar: the 30th day
/// after Monday 15 June 2026 is Wednesday 15 July.
@NullMarked
class OwedRuleTest {
    private static final OwedRule RULE = new OwedRule(true, 30);
    private static final LocalDate DUE = LocalDate.of(2026, 6, 15);
    private static final LocalDate THIRTIETH_DAY = LocalDate.of(2026, 7, 15);

    @Test
    void aMatterThirtyDaysOverdueIsLetPassAndTheDayAfterItIsFound() {
        assertThat(RULE.finding(owed(true, null), DUE)).isEmpty();
        assertThat(RULE.finding(owed(true, null), THIRTIETH_DAY)).isEmpty();

        assertThat(RULE.finding(owed(true, null), THIRTIETH_DAY.plusDays(1))).hasValueSatisfying(finding -> {
            assertThat(finding.rule()).isEqualTo("W08");
            assertThat(finding.series()).isEqualTo("OWED-ACTION-7");
            assertThat(finding.kpi()).isEqualTo("K01");
            assertThat(finding.first().code()).isEqualTo("2026-06");
            assertThat(finding.escalates()).isTrue();
            assertThat(finding.words())
                    .isEqualTo("The plan was due on 15 June 2026 and has not come, more than 30 days later.");
        });
    }

    @Test
    void theSameIsFoundOnEveryLaterDayInTheSameWords() {
        assertThat(RULE.finding(owed(true, null), LocalDate.of(2027, 1, 4)))
                .isEqualTo(RULE.finding(owed(true, null), THIRTIETH_DAY.plusDays(1)))
                .isPresent();
    }

    @Test
    void whatIsDoneOrOfLessPriorityIsNotFoundNorAnythingWhileTheRuleIsOff() {
        var late = LocalDate.of(2026, 12, 1);

        assertThat(RULE.finding(owed(true, LocalDate.of(2026, 11, 30)), late)).isEmpty();
        assertThat(RULE.finding(owed(false, null), late)).isEmpty();
        assertThat(new OwedRule(false, 30).finding(owed(true, null), late)).isEmpty();
    }

    @Test
    void anIcbsOwnNumberOfDaysHolds() {
        assertThat(new OwedRule(true, 1).finding(owed(true, null), LocalDate.of(2026, 6, 16)))
                .isEmpty();
        assertThat(new OwedRule(true, 1).finding(owed(true, null), LocalDate.of(2026, 6, 17)))
                .isPresent();
    }

    private static Owed owed(boolean highPriority, @Nullable LocalDate done) {
        return new Owed("ACTION-7", "K01", "The plan", DUE, highPriority, done);
    }
}
