package uk.goldenthread.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.goldenthread.kernel.spc.Assurance;
import uk.goldenthread.kernel.spc.Chart;
import uk.goldenthread.kernel.spc.Direction;
import uk.goldenthread.kernel.spc.Label;
import uk.goldenthread.kernel.spc.Series;
import uk.goldenthread.kernel.spc.Side;
import uk.goldenthread.kernel.spc.Variation;

/// The charts against the NHS-R Community's reference implementation, point by point.
class SpcVectorsTest {
    /// The reference warns below 13 points where our rule says 12.
    private static final int REFERENCE_SHORT_SEGMENT = 13;

    private static final Map<String, String> TYPES = Map.of(
            "Common Cause", "COMMON_CAUSE NONE",
            "Above UCL", "OUTSIDE HIGH",
            "Below LCL", "OUTSIDE LOW",
            "7 Point Trend (Increasing)", "TREND HIGH",
            "7 Point Trend (Decreasing)", "TREND LOW",
            "2 in 3 Above CL", "TWO_OF_THREE HIGH",
            "2 in 3 Below CL", "TWO_OF_THREE LOW",
            "7 Points Above CL", "RUN HIGH",
            "7 Points Below CL", "RUN LOW");

    @Test
    void everyReferenceChartIsEqualPointByPoint() {
        var cases = SharedData.json("spc/xmr-cases.json");

        assertThat(cases).hasSize(109);
        cases.forEach(SpcVectorsTest::check);
    }

    @Test
    void everyLocalTrustsChartIsEqualPointByPoint() {
        var cases = SharedData.json("spc/local-trust-ae-cases.json");

        assertThat(cases).hasSize(4);
        cases.forEach(SpcVectorsTest::check);
    }

    @Test
    void theReferencesOwnSnapshotIsMet() {
        for (var vector : SharedData.json("spc/committed-snapshot-cases.json").path("cases")) {
            var limits = Series.of(doubles(vector.path("values")))
                    .screenOutliers(vector.path("screenOutliers").asBoolean())
                    .chart()
                    .lastLimits();
            var expected = vector.path("expected");

            assertThat(limits.mean()).isCloseTo(expected.path("mean").asDouble(), within(1e-6));
            assertThat(limits.lower())
                    .isCloseTo(expected.path("lowerProcessLimit").asDouble(), within(1e-5));
            assertThat(limits.upper())
                    .isCloseTo(expected.path("upperProcessLimit").asDouble(), within(1e-5));
        }
    }

    @Test
    void trendsAreFlaggedFromTheSeventhPoint() {
        for (var vector : SharedData.json("spc/rule-unit-vectors.json").path("sevenPointTrend")) {
            var chart = Series.of(doubles(vector.path("y"))).chart();
            var flags = vector.path("flag");
            int last = flags.size() - 1;
            var expected =
                    switch (flags.get(last).asInt()) {
                        case 1 -> Side.HIGH;
                        case -1 -> Side.LOW;
                        default -> Side.NONE;
                    };
            assertThat(chart.side(3)).isEqualTo(expected);
            assertThat(chart.label(3)).isEqualTo(expected == Side.NONE ? Label.COMMON_CAUSE : Label.TREND);
        }
    }

    private static void check(JsonNode vector) {
        var chart = series(vector).chart();
        var expected = vector.path("expected");
        var id = vector.path("id").asString();
        for (int i = 0; i < chart.size(); i++) {
            checkPoint(chart, expected, i, id + " point " + i);
        }
        assertThat(reference(chart.variation()))
                .as(id)
                .isEqualTo(expected.path("variationIcon").asString());
        assertThat(chart.assurance().map(SpcVectorsTest::reference).orElse(null))
                .as(id)
                .isEqualTo(
                        expected.path("assurance").isNull()
                                ? null
                                : expected.path("assurance").asString());
    }

    private static void checkPoint(Chart chart, JsonNode expected, int i, String at) {
        var limits = chart.limits(chart.segment(i));
        assertThat(chart.segment(i))
                .as(at)
                .isEqualTo(expected.path("rebaseGroup").get(i).asInt());
        checkNumber(limits.mean(), expected.path("mean").get(i), at);
        checkNumber(limits.lower(), expected.path("lowerProcessLimit").get(i), at);
        checkNumber(limits.upper(), expected.path("upperProcessLimit").get(i), at);
        if (!expected.path("relativeToMean").get(i).isNull()) {
            assertThat(chart.relativeToMean(i))
                    .as(at)
                    .isEqualTo(expected.path("relativeToMean").get(i).asInt());
        }
        if (!expected.path("outsideLimits").get(i).isNull()) {
            assertThat(chart.label(i) == Label.OUTSIDE)
                    .as(at)
                    .isEqualTo(expected.path("outsideLimits").get(i).asBoolean());
            assertThat(chart.isCloseToLimit(i))
                    .as(at)
                    .isEqualTo(expected.path("closeToLimits").get(i).asBoolean());
        }
        assertThat(chart.label(i) + " " + chart.side(i))
                .as(at)
                .isEqualTo(TYPES.get(expected.path("specialCauseType").get(i).asString()));
        assertThat(reference(chart.variation(i)))
                .as(at)
                .isEqualTo(expected.path("pointType").get(i).asString());
        assertThat(sizeOfSegment(chart, chart.segment(i)) < REFERENCE_SHORT_SEGMENT)
                .as(at)
                .isEqualTo(expected.path("shortGroupWarning").get(i).asBoolean());
    }

    private static void checkNumber(double actual, JsonNode expected, String at) {
        if (expected.isNull()) {
            assertThat(actual).as(at).isNaN();
        } else {
            double wanted = expected.asDouble();
            assertThat(actual).as(at).isCloseTo(wanted, within(1e-6 * Math.max(Math.abs(wanted), 1e-3)));
        }
    }

    private static int sizeOfSegment(Chart chart, int segment) {
        int size = 0;
        for (int i = 0; i < chart.size(); i++) {
            if (chart.segment(i) == segment) {
                size++;
            }
        }
        return size;
    }

    private static Series series(JsonNode vector) {
        var options = vector.path("options");
        var series = Series.of(doubles(vector.path("input").path("values")))
                .screenOutliers(options.path("screenOutliers").asBoolean())
                .direction(
                        switch (options.path("improvementDirection").asString()) {
                            case "increase" -> Direction.HIGHER_IS_BETTER;
                            case "decrease" -> Direction.LOWER_IS_BETTER;
                            default -> Direction.NEUTRAL;
                        })
                .rebasedAt(rebases(vector));
        series = options.path("fixAfterNPoints").isNull()
                ? series
                : series.fixAfter(options.path("fixAfterNPoints").asInt());
        return options.path("target").isNull()
                ? series
                : series.target(options.path("target").asDouble());
    }

    private static int[] rebases(JsonNode vector) {
        var dates = vector.path("input").path("dates");
        var rebases = vector.path("options").path("rebaseDates");
        var indices = new int[rebases.size()];
        for (int r = 0; r < indices.length; r++) {
            int index = 0;
            while (dates.get(index).asString().compareTo(rebases.get(r).asString()) < 0) {
                index++;
            }
            indices[r] = index;
        }
        return indices;
    }

    private static double[] doubles(JsonNode values) {
        var doubles = new double[values.size()];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = values.get(i).isNull() ? Double.NaN : values.get(i).asDouble();
        }
        return doubles;
    }

    private static String reference(Variation variation) {
        return switch (variation) {
            case COMMON_CAUSE -> "common_cause";
            case IMPROVEMENT_HIGH, IMPROVEMENT_LOW -> "special_cause_improvement";
            case CONCERN_HIGH, CONCERN_LOW -> "special_cause_concern";
            case NEUTRAL_HIGH -> "special_cause_neutral_high";
            case NEUTRAL_LOW -> "special_cause_neutral_low";
        };
    }

    private static String reference(Assurance assurance) {
        return switch (assurance) {
            case PASS -> "consistent_pass";
            case FAIL -> "consistent_fail";
            case HIT_AND_MISS -> "inconsistent";
        };
    }
}
