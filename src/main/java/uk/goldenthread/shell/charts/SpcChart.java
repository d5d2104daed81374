package uk.goldenthread.shell.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;

/// A statistical process control chart: points, mean, limits as thin grey lines, target as a dashed line of its own
/// colour,
/// signals by shape and colour, and a mark with its reason where the limits were worked out anew.
public final class SpcChart {
    static final String TARGET = "#a6195c";
    static final double WIDTH = 960;
    static final double HEIGHT = 420;
    static final double LEFT = 64;
    static final double RIGHT = 780;
    static final double TOP = 44;
    static final double BOTTOM = 356;

    private static final String QUIET = "#4c6272";
    private static final String INK = "#212b32";
    private static final String LIMIT = "stroke=\"#768692\" stroke-width=\"1\"";
    private static final String MEAN = "stroke=\"#212b32\" stroke-width=\"1.5\"";
    private static final double LETTER = 7.2;

    private final SpcSeries series;
    private final Scale y;
    private final Svg svg;

    private SpcChart(SpcSeries series) {
        this.series = series;
        this.y = axis(series);
        this.svg = Svg.open(WIDTH, HEIGHT, series.finding(), alternative(series));
    }

    /// Draws the chart, and writes its alternative and its table.
    public static Chart draw(SpcSeries series) {
        var chart = new SpcChart(series);
        chart.svg.rect(0, 0, WIDTH, HEIGHT, "fill=\"#ffffff\"");
        chart.axes();
        chart.segments();
        chart.target();
        chart.points();
        chart.lineLabels();
        chart.key();
        return new Chart(series.finding(), chart.svg.finish(), alternative(series), columns(), rows(series));
    }

    /// Where a value is drawn, in the drawing's own units; a limit past what is possible is drawn at the end of it.
    static double height(SpcSeries series, double value) {
        return axis(series).at(series.unit().clip(value));
    }

    private static Scale axis(SpcSeries series) {
        var values = Stream.of(
                        series.points().stream().map(SpcSeries.Point::value),
                        series.segments().stream().flatMap(each -> Stream.of(each.lower(), each.upper(), each.mean())),
                        Stream.of(series.target()))
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .mapToDouble(value -> series.unit().clip(value))
                .summaryStatistics();
        var margin = (values.getMax() - values.getMin()) * 0.08;
        var least = series.unit().clip(values.getMin() - margin);
        var most = series.unit().clip(values.getMax() + margin);
        // An axis that nearly reaches nought goes all the way, so that small differences are not made to look large.
        var honest = series.unit() != Unit.NUMBER && least < most * 0.4 ? 0 : least;
        var scale = Scale.round(honest, most, 6, BOTTOM, TOP);
        return scale.within(scale.low(), series.unit().clip(scale.high()));
    }

    private double x(int index) {
        var count = series.points().size();
        return count == 1 ? (LEFT + RIGHT) / 2 : LEFT + 16 + index * (RIGHT - LEFT - 32) / (count - 1);
    }

    private double at(double value) {
        return y.at(series.unit().clip(value));
    }

    private void axes() {
        for (double tick : y.ticks()) {
            svg.line(LEFT, y.at(tick), RIGHT, y.at(tick), "stroke=\"#e8edee\" stroke-width=\"1\"");
            svg.text(
                    LEFT - 8,
                    y.at(tick) + 5,
                    series.unit().tick(tick, y.step()),
                    "text-anchor=\"end\" font-size=\"14\" fill=\"" + QUIET + "\"");
        }
        svg.line(LEFT, BOTTOM, RIGHT, BOTTOM, "stroke=\"#768692\" stroke-width=\"1\"");
        var note = y.low() > 0 ? " (the scale starts at " + series.unit().tick(y.low(), y.step()) + ")" : "";
        svg.text(8, 22, series.measure() + note, "font-size=\"15\" font-weight=\"bold\" fill=\"" + INK + "\"");
        var widest = series.points().stream()
                .mapToInt(point -> point.period().length())
                .max()
                .orElse(1);
        var count = series.points().size();
        var room = (RIGHT - LEFT) / Math.max(1, count);
        var every = (int) Math.max(1, Math.ceil((widest * LETTER + 12) / room));
        for (int index = count - 1; index >= 0; index -= every) {
            svg.line(x(index), BOTTOM, x(index), BOTTOM + 5, "stroke=\"#768692\" stroke-width=\"1\"");
            svg.text(
                    x(index),
                    BOTTOM + 22,
                    series.points().get(index).period(),
                    "text-anchor=\"middle\" font-size=\"14\" fill=\"" + QUIET + "\"");
        }
    }

    private void segments() {
        for (var segment : series.segments()) {
            var half = series.points().size() == 1 ? 16 : (x(1) - x(0)) / 2;
            var from = Math.max(LEFT, x(segment.from()) - half);
            var to = Math.min(RIGHT, x(segment.to() - 1) + half);
            var limit = segment.trial() ? LIMIT + " stroke-dasharray=\"3 3\"" : LIMIT;
            level(from, to, segment.upper(), "data-line=\"upper\" " + limit);
            level(from, to, segment.lower(), "data-line=\"lower\" " + limit);
            level(from, to, segment.mean(), "data-line=\"mean\" " + MEAN);
            if (segment.rebased() != null) {
                rebase(from, segment.rebased());
            }
        }
    }

    private void level(double from, double to, @Nullable Double value, String attributes) {
        if (value != null) {
            svg.line(from, at(value), to, at(value), attributes);
        }
    }

    private void rebase(double x, String reason) {
        svg.line(
                x,
                TOP - 8,
                x,
                BOTTOM,
                "data-line=\"rebase\" stroke=\"#4c6272\" stroke-width=\"1\" stroke-dasharray=\"2 3\"");
        var rightward = x < (LEFT + RIGHT) / 2;
        var room = (int) ((rightward ? RIGHT - x : x - LEFT) / 6.4);
        var lines = LineLabels.wrap("Limits reset: " + reason, Math.max(16, room), 2);
        for (int line = 0; line < lines.size(); line++) {
            svg.text(
                    x + (rightward ? 6 : -6),
                    TOP + 2 + line * 16,
                    lines.get(line),
                    "text-anchor=\"" + (rightward ? "start" : "end") + "\" font-size=\"13\" fill=\"" + QUIET + "\"");
        }
    }

    private void target() {
        if (series.target() != null) {
            var height = at(series.target());
            svg.line(
                    LEFT,
                    height,
                    RIGHT,
                    height,
                    "data-line=\"target\" stroke=\"" + TARGET + "\" stroke-width=\"2\" stroke-dasharray=\"8 5\"");
        }
    }

    private void points() {
        var d = new StringBuilder();
        for (int index = 0; index < series.points().size(); index++) {
            d.append(index == 0 ? "M" : "L").append(Svg.number(x(index))).append(' ');
            d.append(Svg.number(at(series.points().get(index).value())));
        }
        svg.path(d.toString(), "fill=\"none\" stroke=\"#768692\" stroke-width=\"1.5\"");
        var small = series.points().size() > 60;
        for (int index = 0; index < series.points().size(); index++) {
            var point = series.points().get(index);
            var note = point.period() + ": " + series.unit().write(point.value());
            svg.group(
                    "data-point=\"" + index + "\" data-signal=\"" + point.signal() + "\"",
                    point.rule() == null ? note : note + ". " + point.rule());
            point.signal().draw(svg, x(index), at(point.value()), small ? 3.5 : 5.5);
            svg.end();
        }
    }

    private void lineLabels() {
        var labels = new ArrayList<LineLabels.Label>();
        if (series.target() != null) {
            var words = "Target " + series.unit().write(series.target());
            labels.add(new LineLabels.Label(at(series.target()), words, TARGET, true));
        }
        if (!series.segments().isEmpty()) {
            var last = series.segments().getLast();
            labels.add(new LineLabels.Label(
                    at(last.mean()), "Mean " + series.unit().write(last.mean()), INK, false));
            if (last.upper() != null) {
                var words = (last.trial() ? "Trial upper limit " : "Upper limit ")
                        + series.unit().write(series.unit().clip(last.upper()));
                labels.add(new LineLabels.Label(at(last.upper()), words, QUIET, false));
            }
            if (last.lower() != null) {
                var words = (last.trial() ? "Trial lower limit " : "Lower limit ")
                        + series.unit().write(series.unit().clip(last.lower()));
                labels.add(new LineLabels.Label(at(last.lower()), words, QUIET, false));
            }
        }
        LineLabels.draw(svg, labels, RIGHT + 8, TOP, BOTTOM);
    }

    private void key() {
        var shown = series.points().stream()
                .map(SpcSeries.Point::signal)
                .distinct()
                .sorted()
                .toList();
        var x = LEFT;
        for (var signal : shown) {
            signal.draw(svg, x + 6, HEIGHT - 18, 5.5);
            svg.text(x + 18, HEIGHT - 13, signal.words(), "font-size=\"14\" fill=\"" + INK + "\"");
            x += 18 + signal.words().length() * LETTER + 28;
        }
    }

    /// What the chart says to a person who cannot see it: the measure, the latest value, where it stands, and the
    /// signals.
    static String alternative(SpcSeries series) {
        var unit = series.unit();
        var latest = series.points().getLast();
        var words = new StringBuilder(series.measure() + ", " + series.points().size() + " points from "
                + series.points().getFirst().period() + " to " + latest.period() + ". Latest "
                + unit.write(latest.value())
                + (series.target() == null ? "" : ", target " + unit.write(series.target())) + ".");
        if (!series.segments().isEmpty()) {
            var last = series.segments().getLast();
            words.append(" Mean ").append(unit.write(last.mean()));
            if (last.lower() != null && last.upper() != null) {
                words.append(", usual range ").append(unit.write(unit.clip(last.lower())));
                words.append(" to ").append(unit.write(unit.clip(last.upper())));
            }
            words.append('.');
        }
        for (var segment : series.segments()) {
            if (segment.rebased() != null) {
                words.append(" Limits reset from ")
                        .append(series.points().get(segment.from()).period());
                words.append(": ").append(segment.rebased()).append('.');
            }
        }
        var signals = series.points().stream()
                .filter(point -> point.signal() != Signal.COMMON_CAUSE)
                .toList();
        words.append(signals.isEmpty() ? " No signals." : " Signals: ");
        words.append(String.join(
                "; ",
                signals.stream()
                        .map(each -> each.period() + " " + unit.write(each.value()))
                        .toList()));
        return signals.isEmpty() ? words.toString() : words.append('.').toString();
    }

    private static List<Column> columns() {
        return List.of(
                Column.text("Period"),
                Column.figures("Value"),
                Column.figures("Mean"),
                Column.figures("Lower limit"),
                Column.figures("Upper limit"),
                Column.text("What it tells"));
    }

    private static List<List<Cell>> rows(SpcSeries series) {
        var rows = new ArrayList<List<Cell>>();
        for (int index = 0; index < series.points().size(); index++) {
            var place = index;
            var point = series.points().get(index);
            var segment = series.segments().stream()
                    .filter(each -> place >= each.from() && place < each.to())
                    .findFirst();
            rows.add(List.of(
                    Cell.naming(point.period()),
                    Cell.of(series.unit().write(point.value())),
                    Cell.of(written(series, segment.map(SpcSeries.Segment::mean).orElse(null))),
                    Cell.of(written(
                            series, segment.map(SpcSeries.Segment::lower).orElse(null))),
                    Cell.of(written(
                            series, segment.map(SpcSeries.Segment::upper).orElse(null))),
                    Cell.of(
                            point.rule() == null
                                    ? point.signal().words()
                                    : point.signal().words() + ": " + point.rule())));
        }
        return rows;
    }

    private static String written(SpcSeries series, @Nullable Double value) {
        return value == null ? "" : series.unit().write(series.unit().clip(value));
    }
}
