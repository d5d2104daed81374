package uk.goldenthread.concerns.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import uk.goldenthread.concerns.model.Decision.Decider;
import uk.goldenthread.concerns.model.ReviewRecord.Held;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;

/// The guards of the ladder, each with the case that passes and the case that does not.
@NullMarked
class LadderTest {
    private static final LocalDate SET = LocalDate.of(2026, 1, 5);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 16);
    private static final Decider NURSE = new Decider(true, false);
    private static final Decider EXECUTIVE = new Decider(true, true);
    private static final Decider DOCTOR = new Decider(false, false);
    private static final ReviewRecord TWO_GOOD =
            reviews(31, new Held(LocalDate.of(2026, 2, 3), true), new Held(LocalDate.of(2026, 3, 6), true));

    @Test
    void theDesignatedNurseMovesRoutineToWatchAndWatchToEnhanced() {
        assertThat(new Ladder.Routine(SET).watch(decision(NURSE)).orElseThrow().since())
                .isEqualTo(TODAY);
        assertThat(new Ladder.Watch(SET).enhance(decision(NURSE)).isAccepted()).isTrue();
    }

    @Test
    void whoMayOnlyProposeMovesNothing() {
        assertThat(clauses(new Ladder.Routine(SET).watch(decision(DOCTOR)))).containsExactly("BR-LAD-1");
    }

    @Test
    void intensiveNeedsTheExecutiveLead() {
        var enhanced = new Ladder.Enhanced(SET);

        assertThat(clauses(enhanced.intensify(decision(NURSE)))).containsExactly("BR-LAD-2");
        assertThat(enhanced.intensify(decision(EXECUTIVE)).isAccepted()).isTrue();
    }

    @Test
    void aMoveUpRecordsCauseReasonsSupportExitCriteriaAndWhoKnows() {
        var empty = new Decision(TODAY, EXECUTIVE, "", "", "", "", "", "");

        assertThat(fields(new Ladder.Watch(SET).enhance(empty)))
                .containsExactly("cause", "reasons", "exitCriteria", "informed", "support");
        assertThat(fields(new Ladder.Routine(SET).watch(empty)))
                .containsExactly("cause", "reasons", "exitCriteria", "informed");
    }

    @Test
    void aStepDownNeedsTheExecutiveLead() {
        assertThat(clauses(new Ladder.Enhanced(SET).stepDown(decision(NURSE), TWO_GOOD)))
                .containsExactly("BR-LAD-2");
        assertThat(new Ladder.Enhanced(SET)
                        .stepDown(decision(EXECUTIVE), TWO_GOOD)
                        .isAccepted())
                .isTrue();
        assertThat(new Ladder.Watch(SET).stepDown(decision(NURSE), TWO_GOOD).isAccepted())
                .isFalse();
    }

    @Test
    void aStepDownNeedsTwoReviewPeriodsInARowWithTheCriteriaMet() {
        var enhanced = new Ladder.Enhanced(SET);

        assertThat(clauses(enhanced.stepDown(
                        decision(EXECUTIVE), reviews(31, new Held(LocalDate.of(2026, 3, 6), true)))))
                .containsExactly("BR-LAD-3");
        assertThat(enhanced.stepDown(decision(EXECUTIVE), TWO_GOOD).isAccepted())
                .isTrue();
    }

    /// Periods of 31 days from 5 January: to 4 February, to 7 March, to 7 April.
    @Test
    void twoReviewsInOnePeriodAreOneAndAPeriodWithoutAReviewEndsTheRow() {
        var sameDay = reviews(31, new Held(LocalDate.of(2026, 3, 6), true), new Held(LocalDate.of(2026, 3, 6), true));
        var gap = reviews(31, new Held(LocalDate.of(2026, 2, 3), true), new Held(LocalDate.of(2026, 3, 9), true));
        var failedBetween = reviews(
                31,
                new Held(LocalDate.of(2026, 2, 3), true),
                new Held(LocalDate.of(2026, 2, 20), false),
                new Held(LocalDate.of(2026, 3, 9), true));

        assertThat(sameDay.metInARow(SET)).isEqualTo(1);
        assertThat(gap.metInARow(SET)).isEqualTo(1);
        assertThat(failedBetween.metInARow(SET)).isEqualTo(1);
        assertThat(TWO_GOOD.metInARow(SET)).isEqualTo(2);
    }

    @Test
    void reviewsFromBeforeTheLevelWasSetDoNotCount() {
        assertThat(TWO_GOOD.metInARow(LocalDate.of(2026, 2, 10))).isEqualTo(1);
    }

    @Test
    void leavingIntensiveAlsoNeedsTheRegion() {
        var fortnights =
                reviews(14, new Held(LocalDate.of(2026, 2, 20), true), new Held(LocalDate.of(2026, 3, 6), true));
        var without = new Decision(TODAY, EXECUTIVE, "Two quarters of recovery", "Training is back", "", "", "", "");

        assertThat(fields(new Ladder.Intensive(SET).stepDown(without, fortnights)))
                .containsExactly("region");
        assertThat(new Ladder.Intensive(SET)
                        .stepDown(decision(EXECUTIVE), fortnights)
                        .isAccepted())
                .isTrue();
    }

    @Test
    void aRapidReviewMayBeCalledFromAnyLevelAndJumpToIntensive() {
        for (var level : Level.values()) {
            var called = Ladder.settled(level, SET)
                    .callRapidReview(new Ladder.RapidCall(true), decision(NURSE))
                    .orElseThrow();
            assertThat(called.before().level()).isEqualTo(level);
            assertThat(called.stay(decision(NURSE)).orElseThrow().level()).isEqualTo(level);
        }
        var review = new Ladder.RapidReview(new Ladder.Routine(SET), TODAY, true);
        assertThat(review.intensify(decision(EXECUTIVE)).isAccepted()).isTrue();
        assertThat(clauses(review.intensify(decision(NURSE)))).containsExactly("BR-LAD-2");
    }

    @Test
    void aRapidReviewIsNoWayDown() {
        var review = new Ladder.RapidReview(new Ladder.Intensive(SET), TODAY, false);

        assertThat(clauses(review.enhance(decision(EXECUTIVE)))).containsExactly("BR-LAD-3");
    }

    private static Decision decision(Decider by) {
        return new Decision(
                TODAY,
                by,
                "Three periods below target",
                "The plan has not worked",
                "TRAINING",
                "Level 3 training at 90% for two quarters",
                "Chief nurse of the trust",
                "The region agreed on 12 March 2026");
    }

    private static ReviewRecord reviews(int period, Held... held) {
        return new ReviewRecord(List.of(held), 2, period);
    }

    private static List<String> clauses(Outcome<?> outcome) {
        return outcome.reasons().stream().map(reason -> reason.clause().code()).toList();
    }

    private static List<String> fields(Outcome<?> outcome) {
        return outcome.reasons().stream().map(Reason::field).toList();
    }
}
