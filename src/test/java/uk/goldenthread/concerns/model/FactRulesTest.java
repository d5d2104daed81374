package uk.goldenthread.concerns.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.goldenthread.concerns.model.AssessmentRules.Assessment;
import uk.goldenthread.concerns.model.AssessmentRules.Line;
import uk.goldenthread.concerns.model.HeardRule.Heard;
import uk.goldenthread.concerns.model.PostRule.Vacancy;
import uk.goldenthread.concerns.model.RegulatorRule.Notice;
import uk.goldenthread.concerns.model.RegulatorRule.Rating;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.regulator.Grade;
import uk.goldenthread.kernel.spc.Direction;

/// The warnings about facts that are no series with a target (section 7.4: W05 to W07, W09 to W11, W13), at the edges
/// of
/// each; medians worked out by hand.
@NullMarked
class FactRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final PostRule POSTS = new PostRule(true, 28, 84, 7);
    private static final AssessmentRules ASSESSMENTS = new AssessmentRules(
            new AssessmentRules.OverRated(true, 25, 3), new AssessmentRules.Expired(true, 3, true), true);
    private static final CountRules COUNTS = new CountRules(
            new CountRules.Allegations(true, BigDecimal.valueOf(3), BigDecimal.valueOf(2), 2),
            new CountRules.Enquiries(true, BigDecimal.valueOf(2), 8, 2));
    private static final Figure ALLEGATIONS = new Figure("K20", "Allegations", false, Direction.NEUTRAL, null);
    private static final Figure ENQUIRIES = new Figure("K36", "Enquiries", false, Direction.NEUTRAL, null);

    @Test
    void aPostIsToldFromTheTwentyEighthDayOrOnceNobodyCoversItAndSaysWhenItIsToBeEscalated() {
        assertThat(POSTS.finding(vacancy(27, false))).isEmpty();
        assertThat(POSTS.finding(vacancy(28, false)).orElseThrow().words())
                .isEqualTo("Named nurse: vacant since 1 June 2026.");
        assertThat(POSTS.finding(vacancy(8, true)).orElseThrow().words())
                .isEqualTo("Named nurse: vacant since 1 June 2026, and nobody has covered it for more than 7 days.");
        var grave = POSTS.finding(vacancy(84, true)).orElseThrow();
        assertThat(grave.words())
                .isEqualTo(
                        "Named nurse: vacant since 1 June 2026, 84 days or more, and nobody has covered it for more than"
                                + " 7 days.");
        assertThat(grave.series()).isEqualTo("POST-NN-SC");
        assertThat(grave.rule()).isEqualTo("W05");
        assertThat(grave.first().code()).isEqualTo("2026-06");
        assertThat(new PostRule(false, 28, 84, 7).finding(vacancy(100, true))).isEmpty();
    }

    private static Vacancy vacancy(long days, boolean uncovered) {
        return new Vacancy("NN-SC", "Named nurse", DAY, days, uncovered);
    }

    @Test
    void threeLinesTwentyFivePointsTooHighWarnAndTwoDoNot() {
        var three = List.of(high("1.1", -25), high("1.2", -33), high("1.3", -100), high("1.4", -24), high("1.5", 40));

        var found = ASSESSMENTS.findings(assessment(three));

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("W06");
            assertThat(finding.series()).isEqualTo("ASSESSMENT-S11_WT");
            assertThat(finding.words())
                    .isEqualTo(
                            "Moderation of Section 11 2023 put 3 lines at least 25 points lower than claimed: 1.1, 1.2,"
                                    + " 1.3.");
        });
        assertThat(ASSESSMENTS.findings(assessment(three.subList(1, 5)))).isEmpty();
    }

    @Test
    void onlyCriticalLinesCountForOldEvidenceWhereAnyIsMarkedAndOtherwiseThoseClaimedInFull() {
        var marked = List.of(
                old("1.1", true, true), old("1.2", true, true), old("1.3", true, false), old("1.4", false, true));
        assertThat(ASSESSMENTS.findings(assessment(marked)))
                .singleElement()
                .extracting(Finding::words)
                .isEqualTo("All the evidence is out of date for 3 lines of Section 11 2023: 1.1, 1.2, 1.3.");

        var unmarked = List.of(
                old("1.1", false, true), old("1.2", false, true), old("1.3", false, true), old("1.4", false, false));
        assertThat(ASSESSMENTS.findings(assessment(unmarked)))
                .singleElement()
                .extracting(Finding::rule)
                .isEqualTo("W07");
        var markedOnly =
                new AssessmentRules(ASSESSMENTS.overRated(), new AssessmentRules.Expired(true, 3, false), true);
        assertThat(markedOnly.findings(assessment(unmarked))).isEmpty();
    }

    @Test
    void eachCriticalRequirementThatIsNotMetIsASignalOfItsOwn() {
        var lines = List.of(
                new Line("1.1", "A lead", true, 0, false, true, false),
                new Line("1.2", "A deputy", true, 0, false, false, false),
                new Line("1.3", "A report", false, 0, false, true, false));

        assertThat(ASSESSMENTS.findings(assessment(lines))).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("CRITICAL");
            assertThat(finding.series()).isEqualTo("ASSESSMENT-S11_WT/1.1");
            assertThat(finding.words()).isEqualTo("A critical requirement of Section 11 2023 is not met: 1.1 A lead.");
        });
    }

    private static Line high(String code, int variance) {
        return new Line(code, "", false, variance, true, false, false);
    }

    private static Line old(String code, boolean critical, boolean full) {
        return new Line(code, "", critical, 0, full, false, true);
    }

    private static Assessment assessment(List<Line> lines) {
        return new Assessment("S11_WT", "Section 11 2023", DAY, lines);
    }

    @Test
    void threeAllegationsPerThousandStaffWarnButNotOneInASmallHome() {
        assertThat(COUNTS.findings(ALLEGATIONS, List.of(rate(6, 2000))))
                .singleElement()
                .extracting(Finding::words)
                .isEqualTo("6 allegations were opened in 2026/27 Q1, 3 per 1,000 staff: 3 or more is many.");
        assertThat(COUNTS.findings(ALLEGATIONS, List.of(rate(5, 2000)))).isEmpty();
        assertThat(COUNTS.findings(ALLEGATIONS, List.of(rate(1, 30)))).isEmpty();
    }

    @Test
    void twiceItsOwnMedianWarnsOnceThereIsEnoughOfAPast() {
        // 1, 1, 2, 3 sorted: the median is 1.5, so 3 is twice it
        assertThat(COUNTS.findings(ENQUIRIES, counts(3, 1, 2, 1, 3)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("W11");
                    assertThat(finding.words())
                            .isEqualTo("3 enquiries were opened in 2026/27 Q1; its own median before was 1.5.");
                });
        assertThat(COUNTS.findings(ENQUIRIES, counts(3, 2, 2, 1, 3))).isEmpty();
        assertThat(COUNTS.findings(ENQUIRIES, counts(1, 1, 1, 9))).isEmpty();
        assertThat(COUNTS.findings(ENQUIRIES, counts(0, 0, 0, 0, 1))).isEmpty();
        assertThat(COUNTS.findings(ENQUIRIES, counts(0, 0, 0, 0, 2))).isNotEmpty();
    }

    @Test
    void onlyTheLastEightQuartersMakeTheMedian() {
        // the median of the eight before the last is 2; of all ten it would be 4
        assertThat(COUNTS.findings(ENQUIRIES, counts(9, 9, 9, 9, 2, 2, 2, 2, 2, 9, 4)))
                .isNotEmpty();
    }

    /// Points whose last is the first quarter of 2026/27.
    private static List<Point> counts(int... values) {
        var points = new ArrayList<Point>();
        var period = Period.parse("2026/27 Q1");
        for (int back = values.length - 1; back >= 0; back--) {
            points.addFirst(Point.of(period, values[back]));
            period = Period.parse(previous(period));
        }
        return points;
    }

    private static String previous(Period period) {
        return "%d/%02d Q%d"
                .formatted(
                        period.start().getMonthValue() == 4 ? period.start().getYear() - 1 : year(period),
                        ((period.start().getMonthValue() == 4 ? period.start().getYear() : year(period) + 1) % 100),
                        switch (period.start().getMonthValue()) {
                            case 4 -> 4;
                            case 7 -> 1;
                            case 10 -> 2;
                            default -> 3;
                        });
    }

    private static int year(Period period) {
        return period.start().getMonthValue() < 4
                ? period.start().getYear() - 1
                : period.start().getYear();
    }

    private static Point rate(int opened, int staff) {
        return new Point(
                Period.parse("2026/27 Q1"),
                1000.0 * opened / staff,
                BigDecimal.valueOf(opened),
                BigDecimal.valueOf(staff),
                true,
                false);
    }

    @Test
    void aRatingThatFellSafetyThatIsInadequateAndANoticeInForceWarn() {
        var rule = new RegulatorRule(true);
        var before = rating(2024, Grade.GOOD, Grade.GOOD);

        assertThat(rule.findings(List.of(before, rating(2026, Grade.GOOD, Grade.GOOD)), List.of()))
                .isEmpty();
        assertThat(rule.findings(List.of(before, rating(2026, Grade.OUTSTANDING, null)), List.of()))
                .isEmpty();
        assertThat(rule.findings(
                        List.of(before, rating(2026, Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE)),
                        List.of(new Notice(7, LocalDate.of(2026, 3, 2)))))
                .extracting(Finding::words)
                .containsExactly(
                        "The rating published on 1 June 2026 is requires improvement; it was good before.",
                        "Safety was rated inadequate in what was published on 1 June 2026.",
                        "The Care Quality Commission served a warning notice on 2 March 2026, which is still in force.");
        assertThat(rule.findings(List.of(rating(2026, null, Grade.INADEQUATE)), List.of()))
                .extracting(Finding::series)
                .containsExactly("REGULATOR-SAFE");
    }

    private static Rating rating(int year, @Nullable Grade overall, @Nullable Grade safe) {
        return new Rating(LocalDate.of(year, 6, 1), overall, safe);
    }

    @Test
    void threeRemarksFromTwoSourcesWithinSixtyDaysWarn() {
        var rule = new HeardRule(true, 3, 60, 2);
        var today = LocalDate.of(2026, 6, 30); // the 60 days begin on 2 May
        var first = heard(LocalDate.of(2026, 5, 2), "Complaint");
        var second = heard(LocalDate.of(2026, 5, 20), "Complaint");
        var third = heard(LocalDate.of(2026, 6, 29), "General practice");

        assertThat(rule.finding(List.of(third, first, second), today).orElseThrow())
                .satisfies(finding -> {
                    assertThat(finding.words())
                            .isEqualTo(
                                    "3 things were heard within 60 days from 2 sources: Complaint (2), General practice (1).");
                    assertThat(finding.first().code()).isEqualTo("2026-05");
                    assertThat(finding.last().code()).isEqualTo("2026-06");
                });
        assertThat(rule.finding(List.of(third, first, second), today.plusDays(1)))
                .isEmpty();
        assertThat(rule.finding(List.of(first, second, heard(LocalDate.of(2026, 6, 29), "Complaint")), today))
                .isEmpty();
        var praise = new Heard(LocalDate.of(2026, 6, 29), "General practice", "TRAINING", true);
        assertThat(rule.finding(List.of(first, second, praise), today)).isEmpty();
    }

    private static Heard heard(LocalDate on, String source) {
        return new Heard(on, source, "TRAINING", false);
    }
}
