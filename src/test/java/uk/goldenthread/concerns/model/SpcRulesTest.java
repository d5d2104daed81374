package uk.goldenthread.concerns.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.spc.Chart;
import uk.goldenthread.kernel.spc.Direction;
import uk.goldenthread.kernel.spc.Label;
import uk.goldenthread.kernel.spc.Series;

/// What charts warn of, on the series of the method's published test vectors V3 and V4.
@NullMarked
class SpcRulesTest {
    private static final double[] V3 = {90, 91, 89, 90, 92, 88, 91, 90, 89, 91, 90, 89, 86, 87, 86, 87, 86, 87, 86};
    private static final double[] V4 = {91, 90, 92, 91, 90, 91, 93, 92, 91, 90, 89, 88, 87};

    @Test
    void theLastPointOfV3IsTwoOfThreeNearTheLowerLimit() {
        var finding = findings(V3, 12, 85).getFirst();

        assertThat(finding.rule()).isEqualTo("SPC-CONCERN");
        assertThat(finding.words())
                .isEqualTo("Two of three points in a row lie near the lower limit of 85.4%: "
                        + "86% in May 2025, 87% in June 2025, 86% in July 2025.");
        assertThat(finding.escalates()).isTrue();
    }

    @Test
    void thePointBeforeItIsARunBelowTheMean() {
        var finding = findings(java.util.Arrays.copyOf(V3, 18), 12, 85).getFirst();

        assertThat(finding.words()).startsWith("7 periods in a row below its mean of 90%: ");
        assertThat(finding.first().code()).isEqualTo("2024-12");
        assertThat(finding.last().code()).isEqualTo("2025-06");
    }

    @Test
    void theLastPointOfV4LiesOutsideAndWithWiderLimitsItEndsATrendOfSeven() {
        assertThat(findings(V4, 0, 80).getFirst().words())
                .isEqualTo("Below the lower limit of 87.3%: 87% in January 2025.");

        var wider = new SpcRules.State(
                uk.goldenthread.kernel.spc.Standing.FULL,
                uk.goldenthread.kernel.spc.Variation.CONCERN_LOW,
                null,
                90.3846,
                80.0,
                100.0);
        var trend = SpcRules.findings(figure(80), months(V4), wider);
        assertThat(trend.getFirst().words())
                .startsWith(
                        "7 points in a row, each lower than the one before: 92% in August 2024, 91% in September 2024");
        assertThat(trend.getFirst().first().code()).isEqualTo("2024-07");
    }

    @Test
    void aTargetAboveTheUsualRangeIsAFigureThatWillMissIt() {
        assertThat(findings(V3, 12, 95)).extracting(Finding::rule).containsExactly("SPC-CONCERN", "SPC-FAIL");
        assertThat(findings(V3, 12, 95).getLast().words())
                .isEqualTo("As it runs it will miss its target of 95%: its usual range is 85.4% to 94.6%.");
        assertThat(findings(V3, 12, 90)).extracting(Finding::rule).containsExactly("SPC-CONCERN");
    }

    @Test
    void withFewerThanTwelvePointsItIsShownAndDoesNotEscalateAndWithFewerThanEightItIsNothing() {
        double[] low = {90, 91, 90, 91, 90, 91, 90, 91, 90, 60};

        assertThat(findings(low, 0, 0)).singleElement().satisfies(finding -> {
            assertThat(finding.escalates()).isFalse();
            assertThat(finding.words()).endsWith("so this is shown but does not escalate.");
        });
        assertThat(findings(new double[] {90, 91, 90, 91, 90, 91, 60}, 0, 95)).isEmpty();
    }

    /// The names our words give to a signal are the chart's own labels, at every point of the vectors.
    @Test
    void ourNameForASignalIsTheChartsOwnLabel() {
        for (int size = 13; size <= V3.length; size++) {
            var chart = chart(java.util.Arrays.copyOf(V3, size), 12, 85);
            var last = chart.label(size - 1);
            if (last != Label.COMMON_CAUSE) {
                var label = SpcRules.label(months(java.util.Arrays.copyOf(V3, size)), state(chart), -1);
                assertThat(label).as("point %d", size).isEqualTo(last);
            }
        }
    }

    /// Two years of a steady process (90 with a spread of 1.5, fixed seed), then a lasting fall of
    /// three spreads: by the method
    /// at the latest the seventh point below the mean is a run, so the stated lag is seven periods.
    @Test
    void anInjectedDeteriorationIsRaisedWithinSevenPeriodsAndTheSteadyTimeBeforeIsQuiet() {
        var random = new Random(20260401);
        var values = new ArrayList<Double>();
        for (int i = 0; i < 24; i++) {
            values.add(90 + 1.5 * random.nextGaussian());
        }
        assertThat(findings(array(values), 0, 80)).isEmpty();

        int lag = 0;
        List<Finding> found = List.of();
        while (found.isEmpty()) {
            values.add(85.5 + 1.5 * random.nextGaussian());
            lag++;
            found = findings(array(values), 0, 80);
        }

        assertThat(lag).isBetween(1, 7);
        assertThat(found.getFirst().escalates()).isTrue();
    }

    private static List<Finding> findings(double[] values, int fixAfter, double target) {
        return SpcRules.findings(figure(target), months(values), state(chart(values, fixAfter, target)));
    }

    private static Figure figure(double target) {
        return new Figure(
                "K03", "Level 3 training", true, Direction.HIGHER_IS_BETTER, BigDecimal.valueOf((long) target));
    }

    private static Chart chart(double[] values, int fixAfter, double target) {
        return Series.of(values)
                .direction(Direction.HIGHER_IS_BETTER)
                .target(target)
                .screenOutliers(false)
                .fixAfter(fixAfter)
                .chart();
    }

    private static SpcRules.State state(Chart chart) {
        var limits = chart.lastLimits();
        return new SpcRules.State(
                chart.standing(),
                chart.variation(),
                chart.assurance().orElse(null),
                limits.mean(),
                limits.lower(),
                limits.upper());
    }

    private static List<Point> months(double[] values) {
        var points = new ArrayList<Point>();
        var period = Period.parse("2024-01");
        for (double value : values) {
            points.add(Point.of(period, value));
            period = period.next();
        }
        return points;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
