package uk.goldenthread.shell.charts;

import gg.jte.Content;
import java.util.Objects;
import java.util.stream.Stream;

/// A measure's last periods at a glance, for a tile. It says its finding and leaves figures to the chart.
public final class Sparkline {
    private static final double WIDTH = 240;
    private static final double HEIGHT = 56;
    private static final double EDGE = 6;

    private Sparkline() {}

    public static Content draw(SpcSeries series) {
        var svg = Svg.open(WIDTH, HEIGHT, series.finding(), "");
        var y = scale(series);
        if (!series.segments().isEmpty()) {
            var last = series.segments().getLast();
            if (last.lower() != null && last.upper() != null) {
                var top = y.at(series.unit().clip(last.upper()));
                var bottom = y.at(series.unit().clip(last.lower()));
                svg.rect(0, top, WIDTH, Math.max(1, bottom - top), "fill=\"#f0f4f5\"");
            }
            var mean = y.at(last.mean());
            svg.line(0, mean, WIDTH, mean, "stroke=\"#aeb7bd\" stroke-width=\"1\"");
        }
        if (series.target() != null) {
            var target = y.at(series.target());
            svg.line(
                    0,
                    target,
                    WIDTH,
                    target,
                    "stroke=\"" + SpcChart.TARGET + "\" stroke-width=\"1.5\" stroke-dasharray=\"6 4\"");
        }
        points(svg, series, y);
        var drawn = svg.finish();
        return output -> output.writeContent(drawn);
    }

    private static void points(Svg svg, SpcSeries series, Scale y) {
        var d = new StringBuilder();
        for (int index = 0; index < series.points().size(); index++) {
            d.append(index == 0 ? "M" : "L")
                    .append(Svg.number(x(series, index)))
                    .append(' ');
            d.append(Svg.number(y.at(series.points().get(index).value())));
        }
        svg.path(d.toString(), "fill=\"none\" stroke=\"#4c6272\" stroke-width=\"1.5\"");
        for (int index = 0; index < series.points().size(); index++) {
            var point = series.points().get(index);
            var last = index == series.points().size() - 1;
            if (last || point.signal() != Signal.COMMON_CAUSE) {
                point.signal().draw(svg, x(series, index), y.at(point.value()), last ? 4.5 : 3);
            }
        }
    }

    private static double x(SpcSeries series, int index) {
        var count = series.points().size();
        return count == 1 ? WIDTH / 2 : EDGE + index * (WIDTH - 2 * EDGE) / (count - 1);
    }

    private static Scale scale(SpcSeries series) {
        var values = Stream.of(
                        series.points().stream().map(SpcSeries.Point::value),
                        series.segments().stream().flatMap(each -> Stream.of(each.lower(), each.upper())),
                        Stream.of(series.target()))
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .mapToDouble(value -> series.unit().clip(value))
                .summaryStatistics();
        var high = values.getMax() > values.getMin() ? values.getMax() : values.getMin() + 1;
        return new Scale(values.getMin(), high, HEIGHT - EDGE, EDGE, high - values.getMin());
    }
}
