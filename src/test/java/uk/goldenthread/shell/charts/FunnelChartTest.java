package uk.goldenthread.shell.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class FunnelChartTest {
    /// By hand, ten tosses of a coin: P(R<=1) = 11/1024, P(R=2) = 45/1024, so the smallest r with P(R<=r) >= 0.025 is
    /// 2, and the
    /// limit is (2 - (56/1024 - 0.025) / (45/1024)) / 10 = (2 - 30.4/45) / 10 = 0.132444.
    @Test
    void theLowerLimitOfTenTossesIsAsWorkedByHand() {
        assertThat(FunnelLimits.at(0.5, 10, 0.025)).isCloseTo(0.132444, within(0.000001));
    }

    /// By hand, five with p = 0.9: P(R<=2) = 0.00856, P(R=3) = 0.0729, so for 0.025 r is 3: (3 - (0.08146 -
    /// 0.025)/0.0729)/5 = 0.445103.
    @Test
    void theLowerLimitOfFiveAtNinetyPerCentIsAsWorkedByHand() {
        assertThat(FunnelLimits.at(0.9, 5, 0.025)).isCloseTo(0.445103, within(0.00001));
    }

    @Test
    void exactAndNormalLimitsMeetWhereOneHandsOverToTheOther() {
        for (double tail : new double[] {0.001, 0.025, 0.975, 0.999}) {
            assertThat(FunnelLimits.at(0.86, 2000, tail)).isCloseTo(FunnelLimits.at(0.86, 2001, tail), within(0.002));
        }
    }

    @Test
    void limitsNarrowAsNumbersGrowAndTheWiderLieOutside() {
        var narrow = FunnelLimits.at(0.8, 1000, 0.025);
        var wide = FunnelLimits.at(0.8, 50, 0.025);

        assertThat(wide).isLessThan(narrow).isLessThan(0.8);
        assertThat(FunnelLimits.at(0.8, 50, 0.001)).isLessThan(wide);
        assertThat(FunnelLimits.at(0.8, 50, 0.999)).isBetween(FunnelLimits.at(0.8, 50, 0.975), 1.0);
    }

    @Test
    void aShareOfNothingOrAllHasNoSpread() {
        assertThat(FunnelLimits.at(1, 40, 0.025)).isEqualTo(1);
        assertThat(FunnelLimits.at(0, 40, 0.999)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> FunnelLimits.at(0.5, 0, 0.025));
        assertThatIllegalArgumentException().isThrownBy(() -> FunnelLimits.at(0.5, 5000, 0.1));
    }

    /// All: 5,356 of 6,197 is 86.43 %. At 412, one standard error is 1.687 points: 79.4 % is 4.2 of them below, past
    /// 3.09.
    @Test
    void theOwnProviderIsMarkedAndSaidToLieOutside() {
        var chart = FunnelChart.draw("A finding", "Training", "Staff", Drawn.peers());
        var svg = Jsoup.parse(chart.svg(), Parser.xmlParser());

        assertThat(svg.select("[data-own]")).hasSize(1);
        assertThat(svg.select("[data-own]").attr("data-peer")).isEqualTo("BEYOND_998");
        assertThat(svg.select("[data-own] text").text()).isEqualTo("Alder Trust");
        assertThat(chart.alternative())
                .contains("the group's share is 86.4%")
                .contains("Alder Trust has 79.4%: Outside the 99.8% limits.");
        assertThat(chart.rows().getFirst().stream().map(cell -> cell.text()))
                .containsExactly("Alder Trust (this provider)", "327", "412", "79.4%", "Outside the 99.8% limits");
    }

    @Test
    void aProviderBelowTheGroupIsDrawnBelowItsLine() {
        var svg = Jsoup.parse(FunnelChart.draw("f", "m", "c", Drawn.peers()).svg(), Parser.xmlParser());
        var mean = Double.parseDouble(svg.select("[data-line=mean]").attr("y1"));
        var own = Double.parseDouble(svg.select("[data-own] circle").attr("cy"));

        assertThat(own).isGreaterThan(mean).isLessThan(FunnelChart.BOTTOM);
    }

    @Test
    void aSmallProviderWithinChanceIsNotCalledOut() {
        assertThat(FunnelChart.standing(new FunnelChart.Peer("Gorse Hospice", 22, 24, false), 0.8643))
                .isEqualTo(FunnelChart.Standing.WITHIN);
        assertThatIllegalArgumentException().isThrownBy(() -> new FunnelChart.Peer("x", 3, 2, false));
        assertThatIllegalArgumentException().isThrownBy(() -> FunnelChart.draw("f", "m", "c", List.of()));
    }
}
