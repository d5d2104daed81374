package uk.goldenthread.shell.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class SpcChartTest {
    private static final double[] USUAL = {50, 52, 48, 51, 49, 50, 53, 47, 50, 51, 49, 50};

    @Test
    void aPointAboveTheUpperLimitIsDrawnAboveItsLine() {
        var values = USUAL.clone();
        values[11] = 75;
        var drawn = draw(Drawn.series(Unit.NUMBER, 40, 50, 60, null, values));

        assertThat(pointHeight(drawn, 11)).isLessThan(lineHeight(drawn, "upper"));
        assertThat(pointHeight(drawn, 0))
                .isGreaterThan(lineHeight(drawn, "upper"))
                .isLessThan(lineHeight(drawn, "lower"));
    }

    @Test
    void aValueHalfwayBetweenTheLimitsIsDrawnHalfwayBetweenTheirLines() {
        var drawn = draw(Drawn.series(Unit.NUMBER, 40, 50, 60, null, USUAL));

        assertThat(pointHeight(drawn, 0))
                .isCloseTo((lineHeight(drawn, "upper") + lineHeight(drawn, "lower")) / 2, within(0.01));
        assertThat(pointHeight(drawn, 0)).isCloseTo(lineHeight(drawn, "mean"), within(0.01));
    }

    @Test
    void aPercentageLimitPastAHundredIsDrawnAtAHundred() {
        var series = Drawn.series(Unit.PERCENT, 88, 96, 104, null, 95, 97, 96, 100);
        var drawn = draw(series);

        assertThat(lineHeight(drawn, "upper")).isCloseTo(SpcChart.height(series, 100), within(0.01));
        assertThat(drawn.select("text").eachText()).noneMatch(words -> words.startsWith("10") && !words.equals("100%"));
        assertThat(drawn.text()).contains("upper limit 100%").doesNotContain("104");
    }

    @Test
    void theTargetIsADashedLineOfItsOwnColourWithItsLabel() {
        var drawn = draw(Drawn.series(Unit.NUMBER, 40, 50, 60, 55.0, USUAL));
        var target = drawn.selectFirst("[data-line=target]");

        assertThat(target).isNotNull();
        assertThat(target.attr("stroke-dasharray")).isNotEmpty();
        assertThat(drawn.select("[stroke=" + target.attr("stroke") + "]")).hasSize(1);
        assertThat(drawn.select("text").eachText()).contains("Target 55");
        assertThat(lineHeight(drawn, "target")).isLessThan(lineHeight(drawn, "mean"));
    }

    @Test
    void anAxisThatDoesNotStartAtNoughtSaysSo() {
        var high = draw(Drawn.series(Unit.COUNT, 90, 100, 110, null, 100, 101, 99));
        var low = draw(Drawn.series(Unit.COUNT, 1, 8, 15, null, 7, 9, 8));

        assertThat(high.text()).contains("the scale starts at");
        assertThat(low.text()).doesNotContain("the scale starts at");
        assertThat(low.select("text").eachText()).contains("0");
    }

    @Test
    void eachKindOfSignalHasItsOwnShapeSoThatAGreyPrintSaysTheSame() {
        var shapes = List.of(Signal.values()).stream()
                .map(signal -> {
                    var point = new SpcSeries.Point("May", 5, signal, null);
                    var series = new SpcSeries("f", "m", Unit.NUMBER, List.of(point), List.of(), null);
                    var mark = draw(series).selectFirst("[data-point=0]");
                    assertThat(mark).isNotNull();
                    return mark.child(1).tagName() + mark.child(1).attr("d").split("L").length;
                })
                .toList();

        assertThat(shapes).doesNotHaveDuplicates().hasSize(4);
    }

    @Test
    void aResetOfTheLimitsIsMarkedWhereItBeginsWithItsReason() {
        var series = Drawn.training();
        var drawn = draw(series);
        var mark = drawn.selectFirst("[data-line=rebase]");

        assertThat(mark).isNotNull();
        assertThat(Double.parseDouble(mark.attr("x1")))
                .isGreaterThan(pointPlace(drawn, 11))
                .isLessThan(pointPlace(drawn, 12));
        assertThat(SpcChart.draw(series).alternative())
                .contains("Limits reset from Jun 2025: electronic staff record took over from spreadsheets.");
    }

    @Test
    void theAlternativeGivesTheFindingNotTheShape() {
        var chart = SpcChart.draw(Drawn.training());
        var svg = Jsoup.parse(chart.svg(), Parser.xmlParser()).selectFirst("svg");

        assertThat(svg).isNotNull();
        assertThat(svg.attr("role")).isEqualTo("img");
        assertThat(svg.select("> title").text())
                .isEqualTo("Level 3 training at Alder Trust fell below its usual range in May");
        assertThat(svg.select("> desc").text())
                .contains("Latest 79.4%, target 90%.")
                .contains("Mean 91.2%, usual range 87.4% to 95.1%.")
                .endsWith("Signals: May 2026 79.4%.");
    }

    @Test
    void theTableHoldsEveryPointWithTheLimitsOfItsStretch() {
        var chart = SpcChart.draw(Drawn.training());

        assertThat(chart.rows()).hasSize(24);
        assertThat(chart.rows().get(11).stream().map(cell -> cell.text()))
                .containsExactly("May 2025", "85.2%", "85.1%", "81.6%", "88.6%", "Expected variation");
        assertThat(chart.rows().get(23).stream().map(cell -> cell.text()))
                .containsExactly("May 2026", "79.4%", "91.2%", "87.4%", "95.1%", "Concern: Below the lower limit");
    }

    @Test
    void namesOfPeriodsDoNotRunIntoOneAnother() {
        var values = IntStream.range(0, 60).mapToDouble(index -> 50 + index % 3).toArray();
        var drawn = draw(Drawn.series(Unit.NUMBER, 40, 50, 60, null, values));
        var places = drawn.select("text[text-anchor=middle]").stream()
                .map(text -> Double.parseDouble(text.attr("x")))
                .sorted()
                .toList();

        assertThat(places).hasSizeGreaterThan(4);
        // "Month 60" of eight letters at 14 units takes about 60 units.
        assertThat(IntStream.range(1, places.size()).mapToDouble(index -> places.get(index) - places.get(index - 1)))
                .allMatch(gap -> gap >= 60);
    }

    @Test
    void tooFewPointsMakeTrialLimitsAndTheChartSaysSo() {
        var few = draw(Drawn.series(Unit.NUMBER, 40, 50, 60, null, 50, 51, 49, 50, 52, 48, 50, 51));
        var enough = draw(Drawn.series(Unit.NUMBER, 40, 50, 60, null, USUAL));

        assertThat(few.text()).contains("Trial upper limit 60");
        assertThat(enough.text()).contains("Upper limit 60").doesNotContain("Trial");
    }

    @Test
    void aNameWithMarkupInItStaysText() {
        var point = SpcSeries.Point.usual("<b>May</b>", 5);
        var series = new SpcSeries("\"><script>", "A & B", Unit.NUMBER, List.of(point), List.of(), null);
        var svg = SpcChart.draw(series).svg();

        assertThat(svg).doesNotContain("<script>").doesNotContain("<b>");
        assertThat(Jsoup.parse(svg, Parser.xmlParser()).text()).contains("A & B");
    }

    @Test
    void aStretchOutsideThePointsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpcSeries(
                        "f",
                        "m",
                        Unit.NUMBER,
                        List.of(SpcSeries.Point.usual("May", 1)),
                        List.of(new SpcSeries.Segment(0, 2, 1, null, null, null)),
                        null));
    }

    @Test
    void lineNamesAreMovedApartInOrder() {
        assertThat(LineLabels.apart(List.of(100.0, 102.0, 104.0), 0, 300)).containsExactly(100.0, 118.0, 136.0);
        assertThat(LineLabels.apart(List.of(100.0, 290.0, 299.0), 0, 300)).containsExactly(100.0, 282.0, 300.0);
    }

    private static Document draw(SpcSeries series) {
        return Jsoup.parse(SpcChart.draw(series).svg(), Parser.xmlParser());
    }

    private static double lineHeight(Document drawn, String line) {
        var found = drawn.selectFirst("[data-line=" + line + "]");
        assertThat(found).isNotNull();
        return Double.parseDouble(found.attr("y1"));
    }

    private static double pointHeight(Document drawn, int index) {
        return Double.parseDouble(circle(drawn, index).attr("cy"));
    }

    private static double pointPlace(Document drawn, int index) {
        return Double.parseDouble(circle(drawn, index).attr("cx"));
    }

    private static org.jsoup.nodes.Element circle(Document drawn, int index) {
        var circle = drawn.selectFirst("[data-point=" + index + "] circle");
        assertThat(circle).isNotNull();
        return circle;
    }
}
