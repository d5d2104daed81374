package uk.goldenthread.concerns.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.spc.Direction;

/// The warnings for short series, at the edges of each rule.
@NullMarked
class WarningRulesTest {
    private static final Figure TRAINING =
            new Figure("K03", "Level 3 training", true, Direction.HIGHER_IS_BETTER, BigDecimal.valueOf(90));
    private static final Figure VACANCIES =
            new Figure("K20", "Vacancies", true, Direction.LOWER_IS_BETTER, BigDecimal.valueOf(10));
    private static final Figure DAYS =
            new Figure("K30", "Days to answer", false, Direction.LOWER_IS_BETTER, BigDecimal.valueOf(5));
    private static final WarningRules RULES = new WarningRules(
            new WarningRules.Falling(true, 2, BigDecimal.valueOf(5)),
            new WarningRules.BelowTarget(true, 3),
            new WarningRules.FarBelow(true, BigDecimal.valueOf(10)));

    @Test
    void twoFallsOfFivePointsInARowWarn() {
        var found = only("W01", RULES.findings(TRAINING, quarters(96, 91, 86)));

        assertThat(found.words())
                .isEqualTo("Fell 2 periods in a row by at least 5 points each: "
                        + "96% in 2025/26 Q1, 91% in 2025/26 Q2, 86% in 2025/26 Q3.");
        assertThat(found.first().code()).isEqualTo("2025-26-Q2");
        assertThat(found.last().code()).isEqualTo("2025-26-Q3");
        assertThat(found.provisional()).isFalse();
    }

    @Test
    void aFallOfLessThanFivePointsEndsTheRun() {
        assertThat(rules(RULES.findings(TRAINING, quarters(101, 96, 91.1)))).doesNotContain("W01");
    }

    @Test
    void oneFallDoesNotWarnNorDoTwoThatEndedBefore() {
        assertThat(rules(RULES.findings(TRAINING, quarters(98, 92)))).doesNotContain("W01");
        assertThat(rules(RULES.findings(TRAINING, quarters(100, 95, 90, 91)))).doesNotContain("W01");
    }

    @Test
    void whereLessIsBetterARiseIsTheFall() {
        var found = only("W01", RULES.findings(VACANCIES, quarters(2, 7, 12)));

        assertThat(found.words()).startsWith("Rose 2 periods in a row by at least 5 points each: 2% in 2025/26 Q1");
    }

    @Test
    void aGapBetweenPeriodsBreaksARun() {
        var points = List.of(
                Point.of(Period.parse("2025/26 Q1"), 96),
                Point.of(Period.parse("2025/26 Q2"), 91),
                Point.of(Period.parse("2025/26 Q4"), 86));

        assertThat(rules(RULES.findings(TRAINING, points))).doesNotContain("W01");
    }

    @Test
    void pointsOfFallAreOnlyMeantOfPercentages() {
        assertThat(rules(RULES.findings(DAYS, quarters(5, 12, 25)))).isEmpty();
    }

    @Test
    void threePeriodsBelowTargetWarnAndTwoDoNot() {
        assertThat(only("W02", RULES.findings(TRAINING, quarters(92, 89, 88, 89.9)))
                        .words())
                .isEqualTo("Missed its target of 90% in 3 periods in a row: "
                        + "89% in 2025/26 Q2, 88% in 2025/26 Q3, 89.9% in 2025/26 Q4.");
        assertThat(rules(RULES.findings(TRAINING, quarters(89, 90, 89, 88)))).isEmpty();
    }

    @Test
    void exactlyOnTheTargetIsMet() {
        assertThat(rules(RULES.findings(TRAINING, quarters(90, 90, 90)))).isEmpty();
    }

    /// 899 of 999 is 89.99 per cent: it shows as 90% and misses all the same.
    @Test
    void wholeNumbersAreComparedNotTheRoundedPercentage() {
        var points = new ArrayList<Point>();
        for (var code : List.of("2025/26 Q1", "2025/26 Q2", "2025/26 Q3")) {
            points.add(
                    new Point(Period.parse(code), 90.0, BigDecimal.valueOf(899), BigDecimal.valueOf(999), true, false));
        }

        assertThat(rules(RULES.findings(TRAINING, points))).containsExactly("W02");
    }

    @Test
    void tenPointsBelowTargetWarnAtOnceAndAHairLessDoesNot() {
        assertThat(only("W03", RULES.findings(TRAINING, quarters(80))).words())
                .isEqualTo("Missed its target of 90% by at least 10 points: 80% in 2025/26 Q1.");
        assertThat(rules(RULES.findings(TRAINING, quarters(80.1)))).isEmpty();
    }

    @Test
    void aValueTooSmallToJudgeWarnsOfNothing() {
        var point = new Point(Period.parse("2025/26 Q1"), 0, BigDecimal.ZERO, BigDecimal.valueOf(9), false, false);

        assertThat(RULES.findings(TRAINING, List.of(point))).isEmpty();
    }

    @Test
    void aFindingOnAProvisionalValueSaysSo() {
        var point = new Point(Period.parse("2025/26 Q1"), 70, null, null, true, true);

        assertThat(only("W03", RULES.findings(TRAINING, List.of(point))).provisional())
                .isTrue();
    }

    @Test
    void aNeutralFigureAndOneWithoutTargetAreNotJudged() {
        var neutral = new Figure("K14", "Referrals", true, Direction.NEUTRAL, null);
        var open = new Figure("K14", "Referrals", true, Direction.HIGHER_IS_BETTER, null);

        assertThat(RULES.findings(neutral, quarters(90, 70, 50))).isEmpty();
        assertThat(rules(RULES.findings(open, quarters(90, 70, 50)))).containsExactly("W01");
    }

    @Test
    void aRuleThatIsSwitchedOffFindsNothing() {
        var off = new WarningRules(
                new WarningRules.Falling(false, 2, BigDecimal.valueOf(5)),
                new WarningRules.BelowTarget(false, 3),
                new WarningRules.FarBelow(false, BigDecimal.valueOf(10)));

        assertThat(off.findings(TRAINING, quarters(90, 70, 50, 30))).isEmpty();
    }

    static List<Point> quarters(double... values) {
        var points = new ArrayList<Point>();
        var period = Period.parse("2025/26 Q1");
        for (double value : values) {
            points.add(Point.of(period, value));
            period = period.next();
        }
        return points;
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).toList();
    }

    private static Finding only(String rule, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + rule + " among " + findings));
    }
}
