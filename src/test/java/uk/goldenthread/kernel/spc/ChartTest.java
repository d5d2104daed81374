package uk.goldenthread.kernel.spc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static final double[] SPIKE = {1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1};
    private static final Series FALL = Series.of(
                    90, 91, 89, 90, 92, 88, 91, 90, 89, 91, 90, 89, 86, 87, 86, 87, 86, 87, 86)
            .fixAfter(12)
            .screenOutliers(false);

    @Test
    void v1LimitsFromEveryMovingRangeFindTheSpike() {
        var chart = Series.of(SPIKE).screenOutliers(false).chart();

        assertLimits(chart, 1.9444, 1.8824, -3.0626, 6.9515, -1.3936, 5.2825);
        assertThat(labels(chart)).isEqualTo("C C C C OH C C C C C C C C C C C C C");
    }

    @Test
    void v2ScreeningTheOutlyingRangesNarrowsTheLimits() {
        var chart = Series.of(SPIKE).chart();

        assertLimits(chart, 1.9444, 1.0, -0.7156, 4.6044, 0.1711, 3.7178);
        assertThat(labels(chart)).isEqualTo("C C C C OH C C C C C C C C C C C C C");
    }

    @Test
    void v3AFixedBasisShowsTheShiftAfterIt() {
        var chart = FALL.chart();

        assertLimits(chart, 90, 1.7273, 85.4055, 94.5945, 86.937, 93.063);
        assertThat(labels(chart)).isEqualTo("C C C C C C C C C C C RL 2L RL 2L RL 2L RL 2L");
    }

    @Test
    void v4ATrendEndsBeyondTheLimit() {
        var chart = Series.of(91, 90, 92, 91, 90, 91, 93, 92, 91, 90, 89, 88, 87)
                .screenOutliers(false)
                .chart();

        assertLimits(chart, 90.3846, 1.1667, 87.2813, 93.4879, 88.3157, 92.4535);
        assertThat(labels(chart)).isEqualTo("C C C C C C TL TL TL TL TL TL OL");
    }

    @Test
    void v5TwoOfThreePointsNearALimit() {
        var chart = Series.of(90, 91, 89, 90, 91, 89, 90, 91, 89, 90, 91, 89, 87.2, 87.3, 90)
                .fixAfter(12)
                .screenOutliers(false)
                .chart();

        assertLimits(chart, 90, 1.3636, 86.3727, 93.6273, 87.5818, 92.4182);
        assertThat(labels(chart)).isEqualTo("C C C C C C C C C C C C 2L 2L C");
    }

    @Test
    void v6AConstantProcessOnItsTargetIsHitAndMissByRuleAndSaysSo() {
        var constant = new double[12];
        Arrays.fill(constant, 85);
        for (boolean screen : new boolean[] {true, false}) {
            var chart = Series.of(constant)
                    .screenOutliers(screen)
                    .direction(Direction.HIGHER_IS_BETTER)
                    .target(85)
                    .chart();

            assertLimits(chart, 85, 0, 85, 85, 85, 85);
            assertThat(labels(chart)).isEqualTo("C C C C C C C C C C C C");
            assertThat(chart.assurance()).contains(Assurance.HIT_AND_MISS);
            assertThat(chart.cautions()).containsExactly(Caution.EXACTLY_ON_TARGET);
        }
    }

    @Test
    void theIconsFollowDirectionAndTarget() {
        var up = FALL.direction(Direction.HIGHER_IS_BETTER);

        assertThat(up.chart().variation()).isEqualTo(Variation.CONCERN_LOW);
        assertThat(up.target(85).chart().assurance()).contains(Assurance.PASS);
        assertThat(up.target(90).chart().assurance()).contains(Assurance.HIT_AND_MISS);
        assertThat(up.target(95).chart().assurance()).contains(Assurance.FAIL);
        var down = FALL.direction(Direction.LOWER_IS_BETTER).target(95).chart();
        assertThat(down.assurance()).contains(Assurance.PASS);
        assertThat(down.variation()).isEqualTo(Variation.IMPROVEMENT_LOW);
        assertThat(FALL.chart().variation()).isEqualTo(Variation.NEUTRAL_LOW);
        assertThat(FALL.target(85).chart().assurance()).isEmpty();
        assertThat(up.chart().assurance()).isEmpty();
    }

    @Test
    void theTurningPointOfTwoTrendsBelongsToTheOneOnItsRight() {
        var chart = Series.of(10, 0, 10, 0, 10, 0, 2, 3, 4, 5, 6, 7, 8, 7, 6, 5, 4, 3, 2)
                .chart();

        assertThat(chart.side(11)).isEqualTo(Side.HIGH);
        assertThat(chart.label(12)).isEqualTo(Label.TREND);
        assertThat(chart.side(12)).isEqualTo(Side.LOW);
    }

    @Test
    void aMissingValueMovesNoLimitAndBreaksARun() {
        var gap = Series.of(0, 10, 0, 10, 7, 7, 7, Double.NaN, 7, 7, 7, 7, 0, 0, 0, 0)
                .screenOutliers(false)
                .chart();
        var whole = Series.of(0, 10, 0, 10, 7, 7, 7, 7, 7, 7, 7, 0, 0, 0, 0)
                .screenOutliers(false)
                .chart();

        assertThat(gap.lastLimits().mean()).isEqualTo(whole.lastLimits().mean());
        assertThat(gap.label(6)).isEqualTo(Label.COMMON_CAUSE);
        assertThat(whole.label(6)).isEqualTo(Label.RUN);
        assertThat(gap.relativeToMean(7)).isZero();
    }

    @Test
    void fewPointsShowALineThenTrialLimitsThenSignals() {
        assertThat(Series.of(1, 2, 3, 4, 5, 6, 7).chart().showsSignals()).isFalse();
        assertThat(Series.of(1, 2, 3, 4, 5, 6, 7).chart().label(3)).isEqualTo(Label.TREND);
        var eight = Series.of(1, 2, 3, 4, 5, 6, 7, 8).chart();
        assertThat(eight.standing()).isEqualTo(Standing.TRIAL);
        assertThat(eight.showsSignals()).isTrue();
        assertThat(eight.escalates()).isFalse();
        assertThat(eight.cautions()).containsExactly(Caution.TRIAL_LIMITS);
        var twelve = Series.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(twelve.chart().escalates()).isTrue();
        assertThat(twelve.rebasedAt(4).chart().cautions())
                .containsExactly(Caution.TRIAL_LIMITS, Caution.SHORT_EARLIER_SEGMENT);
        assertThat(Series.of(5).chart().cautions()).containsExactly(Caution.LINE_ONLY, Caution.NO_LIMITS);
    }

    @Test
    void whatCannotBeChartedIsRefused() {
        assertThatThrownBy(() -> Series.of()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Series.of(1, Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FALL.fixAfter(11)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FALL.rebasedAt(19)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FALL.rebasedAt(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void shiftingAndScalingASeriesShiftsAndScalesItsLimitsAndKeepsItsLabels(
            @ForAll @Size(min = 2, max = 40) int[] steps,
            @ForAll @IntRange(min = -64, max = 64) int shift,
            @ForAll @IntRange(min = 0, max = 6) int power) {
        // Whole numbers and powers of two keep the arithmetic exact, so that labels must agree to the last bit.
        var values = Arrays.stream(steps).mapToDouble(step -> step % 50).toArray();
        double scale = 1 << power;
        var plain = Series.of(values).chart();
        var moved = Series.of(Arrays.stream(values).map(v -> v * scale + shift).toArray())
                .chart();

        assertThat(moved.lastLimits().mean())
                .isCloseTo(plain.lastLimits().mean() * scale + shift, within(1e-9 * scale));
        assertThat(moved.lastLimits().upper())
                .isCloseTo(plain.lastLimits().upper() * scale + shift, within(1e-8 * scale));
        assertThat(moved.lastLimits().lower())
                .isCloseTo(plain.lastLimits().lower() * scale + shift, within(1e-8 * scale));
    }

    @Property
    void aMirroredSeriesHasMirroredLabels(@ForAll @Size(min = 1, max = 40) int[] steps) {
        var values = Arrays.stream(steps).mapToDouble(step -> step % 20).toArray();
        var plain = Series.of(values).chart();
        var mirrored = Series.of(Arrays.stream(values).map(v -> -v).toArray()).chart();

        assertThat(labels(mirrored))
                .isEqualTo(labels(plain).replace('H', 'h').replace('L', 'H').replace('h', 'L'));
    }

    @Property
    void pointsAfterAFixedBasisNeverMoveTheLimits(
            @ForAll @Size(12) int[] first, @ForAll @Size(max = 20) int[] further) {
        var basis = Arrays.stream(first).mapToDouble(value -> value / 7.0).toArray();
        var later = Arrays.stream(further).mapToDouble(value -> value / 3.0).toArray();
        var all = Arrays.copyOf(basis, basis.length + later.length);
        System.arraycopy(later, 0, all, basis.length, later.length);
        var alone = Series.of(basis).chart().lastLimits();
        var longer = Series.of(all).fixAfter(12).chart().lastLimits();

        assertThat(longer.mean()).isEqualTo(alone.mean());
        assertThat(longer.upper()).isEqualTo(alone.upper());
        assertThat(longer.lower()).isEqualTo(alone.lower());
    }

    @Property
    void aRebasedSegmentIsChartedAsIfItStoodAlone(
            @ForAll @Size(min = 2, max = 40) int[] steps, @ForAll @IntRange(min = 1, max = 39) int cut) {
        var values = Arrays.stream(steps).mapToDouble(step -> step % 20).toArray();
        int at = Math.min(cut, values.length - 1);
        var both = Series.of(values).rebasedAt(at).chart();
        var before = Series.of(Arrays.copyOfRange(values, 0, at)).chart();
        var after = Series.of(Arrays.copyOfRange(values, at, values.length)).chart();

        assertThat(labels(both)).isEqualTo(labels(before) + " " + labels(after));
        assertThat(both.limits(0)).isEqualTo(before.limits(0));
        assertThat(both.limits(1)).isEqualTo(after.limits(0));
        assertThat(both.segment(at - 1)).isZero();
        assertThat(both.segment(at)).isEqualTo(1);
    }

    private static void assertLimits(Chart chart, double... wanted) {
        var limits = chart.lastLimits();
        var actual = new double[] {
            limits.mean(), limits.movingRange(), limits.lower(), limits.upper(), limits.lowerNear(), limits.upperNear()
        };
        assertThat(actual).containsExactly(wanted, within(0.00005));
    }

    /// Label and side of each point in short: `C`, or `O`, `T`, `2` or `R` with `H` or `L`.
    private static String labels(Chart chart) {
        return IntStream.range(0, chart.size())
                .mapToObj(i -> {
                    var letter =
                            switch (chart.label(i)) {
                                case COMMON_CAUSE -> "C";
                                case OUTSIDE -> "O";
                                case TREND -> "T";
                                case TWO_OF_THREE -> "2";
                                case RUN -> "R";
                            };
                    return letter
                            + (chart.side(i) == Side.NONE
                                    ? ""
                                    : chart.side(i).name().substring(0, 1));
                })
                .collect(Collectors.joining(" "));
    }
}
