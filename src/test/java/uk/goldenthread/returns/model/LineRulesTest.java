package uk.goldenthread.returns.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.returns.model.Asked.Better;
import uk.goldenthread.returns.model.Asked.Unit;

class LineRulesTest {
    private static final Limits LIMITS = new Limits(25, 3, true);
    private static final Asked LEVEL_3 = asked(Unit.PERCENT, 100, Better.HIGHER, 85, 10);
    private static final Asked RATE = asked(Unit.RATE, 1000, Better.NEITHER, null, 0);
    private static final Asked COUNT = asked(Unit.COUNT, null, Better.NEITHER, null, 0);
    private static final Asked DAYS = asked(Unit.DAYS, null, Better.LOWER, 84, 0);
    private static final Asked OVERDUE = asked(Unit.PERCENT, 100, Better.LOWER, 0, 10);
    private static final Asked POLICY = asked(Unit.YES_NO, null, Better.HIGHER, 1, 0);

    @Test
    void moreThanTheDenominatorIsNoPercentageButMayBeARate() {
        assertThat(LineRules.impossible(LEVEL_3, ratio(11, 10)))
                .extracting(Reason::field, Reason::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "numerator", "This cannot be more than the number it is out of (10)."));
        assertThat(LineRules.impossible(LEVEL_3, ratio(10, 10))).isEmpty();
        assertThat(LineRules.impossible(RATE, ratio(11, 10))).isEmpty();
    }

    @Test
    void everyReasonIsGivenAtOnce() {
        var answer = new Answer(new BigDecimal("-1"), new BigDecimal("2.5"), BigDecimal.ONE, "", "", false);

        assertThat(LineRules.impossible(LEVEL_3, answer))
                .extracting(Reason::field)
                .containsExactly("numerator", "denominator", "value");
    }

    @Test
    void aCountIsWholeAndDaysMayNotBe() {
        assertThat(LineRules.impossible(COUNT, single("2.5"))).hasSize(1);
        assertThat(LineRules.impossible(COUNT, single("2.0"))).isEmpty();
        assertThat(LineRules.impossible(DAYS, single("2.5"))).isEmpty();
        assertThat(LineRules.impossible(POLICY, single("2"))).hasSize(1);
    }

    /// Target 85, tolerance 5: red is below 80 per cent. 799 of 1,000 is red, 800 is not; 79.99... never
    /// rounds up.
    @Test
    void redIsBelowTargetLessToleranceInWholeNumbers() {
        assertThat(LineRules.isRed(LEVEL_3, ratio(799, 1000))).isTrue();
        assertThat(LineRules.isRed(LEVEL_3, ratio(800, 1000))).isFalse();
        assertThat(LineRules.isRed(LEVEL_3, ratio(7_999_999, 10_000_000))).isTrue();
    }

    @Test
    void whereLessIsBetterRedIsAboveTargetPlusTolerance() {
        assertThat(LineRules.isRed(OVERDUE, ratio(1, 20))).isFalse();
        assertThat(LineRules.isRed(OVERDUE, ratio(2, 20))).isTrue();
        assertThat(LineRules.isRed(DAYS, single("89"))).isFalse();
        assertThat(LineRules.isRed(DAYS, single("90"))).isTrue();
    }

    @Test
    void fewerThanTheMinimumAndADenominatorOfNoughtAreNotJudged() {
        assertThat(LineRules.isRed(LEVEL_3, ratio(0, 9))).isFalse();
        assertThat(LineRules.isRed(LEVEL_3, ratio(0, 10))).isTrue();
        assertThat(LineRules.isRed(LEVEL_3, ratio(0, 0))).isFalse();
        assertThat(ratio(0, 0).worth(LEVEL_3)).isNull();
    }

    @Test
    void aRedFigureNeedsWords() {
        assertThat(fields(LineRules.unfinished(LEVEL_3, ratio(70, 100), List.of(), LIMITS)))
                .containsExactly("narrative");
        assertThat(LineRules.unfinished(LEVEL_3, ratio(70, 100, "Two trainers left"), List.of(), LIMITS))
                .isEmpty();
    }

    /// 25 per cent itself is in order; 80 to 100 is a change of exactly 25 per cent, 80 to 101 is more.
    @Test
    void aDenominatorThatChangesByMoreThanAQuarterIsConfirmed() {
        var before = List.of(ratio(70, 80));

        assertThat(LineRules.unfinished(LEVEL_3, ratio(90, 100), before, LIMITS))
                .isEmpty();
        assertThat(fields(LineRules.unfinished(LEVEL_3, ratio(90, 101), before, LIMITS)))
                .containsExactly("confirmed");
        assertThat(fields(LineRules.unfinished(LEVEL_3, ratio(59, 59), before, LIMITS)))
                .containsExactly("confirmed");
        assertThat(LineRules.unfinished(LEVEL_3, ratio(60, 60), before, LIMITS)).isEmpty();
    }

    @Test
    void theLastPeriodWithFiguresIsTheOneComparedWith() {
        var before = List.of(Answer.NONE, ratio(70, 80));

        assertThat(fields(LineRules.unfinished(LEVEL_3, ratio(90, 101), before, LIMITS)))
                .containsExactly("confirmed");
    }

    @Test
    void theSameFiguresForThreePeriodsAreOddButNotInTheWay() {
        var same = List.of(ratio(90, 100), ratio(90, 100));

        assertThat(LineRules.odd(LEVEL_3, ratio(90, 100), same, LIMITS))
                .extracting(Reason::message)
                .containsExactly("The same figures for 3 periods running.");
        assertThat(LineRules.unfinished(LEVEL_3, ratio(90, 100), same, LIMITS)).isEmpty();
        assertThat(LineRules.odd(LEVEL_3, ratio(90, 100), same.subList(0, 1), LIMITS))
                .isEmpty();
        assertThat(LineRules.odd(POLICY, single("1"), List.of(single("1"), single("1")), LIMITS))
                .isEmpty();
    }

    @Test
    void aMissingFigureNeedsWordsAndHalfAFigureItsOtherHalf() {
        assertThat(fields(LineRules.unfinished(LEVEL_3, Answer.NONE, List.of(), LIMITS)))
                .containsExactly("numerator");
        assertThat(LineRules.unfinished(
                        LEVEL_3, new Answer(null, null, null, "System down", "", false), List.of(), LIMITS))
                .isEmpty();
        assertThat(fields(LineRules.unfinished(
                        LEVEL_3, new Answer(null, BigDecimal.TEN, null, "x", "", false), List.of(), LIMITS)))
                .containsExactly("numerator");
        assertThat(fields(LineRules.unfinished(COUNT, Answer.NONE, List.of(), LIMITS)))
                .containsExactly("value");
    }

    private static List<String> fields(List<Reason> reasons) {
        return reasons.stream().map(Reason::field).toList();
    }

    private static Asked asked(Unit unit, @Nullable Integer per, Better better, @Nullable Integer target, int least) {
        return new Asked(
                "K03",
                "Level 3",
                unit,
                per,
                false,
                better,
                target == null ? null : BigDecimal.valueOf(target),
                BigDecimal.valueOf(unit == Unit.YES_NO ? 0 : 5),
                least);
    }

    private static Answer ratio(int numerator, int denominator) {
        return ratio(numerator, denominator, "");
    }

    private static Answer ratio(int numerator, int denominator, String words) {
        return new Answer(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator), null, words, "", false);
    }

    private static Answer single(String value) {
        return new Answer(null, null, new BigDecimal(value), "", "", false);
    }
}
