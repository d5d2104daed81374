package uk.goldenthread.shell.charts;

import java.util.List;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;

/// How far judgements lie from claims: one bar a standard, to the left where claims lay above what was
/// judged. Signs,
/// words and a heavier outline carry it too, so that it prints in grey.
public final class DifferenceChart {
    static final double WIDTH = 960;
    private static final double LEFT = 340;
    private static final double RIGHT = 880;
    private static final double TOP = 56;
    private static final double STEP = 34;
    private static final double BAR = 20;
    private static final int LONGEST_NAME = 40;

    private final List<Bar> bars;
    private final Svg svg;
    private final Scale x;
    private final double bottom;

    /// One standard.
    ///
    /// @param mean points of 100, judged less claimed, -100 to 100
    /// @param judged how many judgements it rests on
    /// @param over how many claims lay 25 points or more above the judgement
    /// @param under how many lay so far below
    public record Bar(String name, double mean, int judged, int over, int under) {}

    private DifferenceChart(String finding, String alternative, List<Bar> bars) {
        this.bars = bars;
        this.bottom = TOP + bars.size() * STEP;
        this.svg = Svg.open(WIDTH, bottom + 48, finding, alternative);
        var most = bars.stream().mapToDouble(bar -> Math.abs(bar.mean())).max().orElse(0);
        var end = Math.max(10, Math.ceil(most / 10) * 10);
        this.x = Scale.round(-end, end, 5, LEFT, RIGHT);
    }

    /// Draws the chart.
    ///
    /// @throws IllegalArgumentException when there is no bar
    public static Chart draw(String finding, List<Bar> bars) {
        if (bars.isEmpty()) {
            throw new IllegalArgumentException("nothing was judged");
        }
        var alternative = alternative(bars);
        var chart = new DifferenceChart(finding, alternative, List.copyOf(bars));
        chart.axes();
        chart.bars();
        return new Chart(finding, chart.svg.finish(), alternative, columns(), rows(bars));
    }

    private void axes() {
        svg.rect(0, 0, WIDTH, bottom + 48, "fill=\"#ffffff\"");
        svg.text(x.at(0) - 12, 24, "Claimed higher", "text-anchor=\"end\" font-size=\"15\" fill=\"#212b32\"");
        svg.text(x.at(0) + 12, 24, "Judged higher", "font-size=\"15\" fill=\"#212b32\"");
        for (double tick : x.ticks()) {
            svg.line(x.at(tick), TOP - 12, x.at(tick), bottom, "stroke=\"#e8edee\" stroke-width=\"1\"");
            var words = signed(tick);
            svg.text(x.at(tick), bottom + 24, words, "text-anchor=\"middle\" font-size=\"14\" fill=\"#4c6272\"");
        }
        svg.line(x.at(0), TOP - 12, x.at(0), bottom, "stroke=\"#212b32\" stroke-width=\"1.5\"");
    }

    private void bars() {
        var y = TOP;
        for (var bar : bars) {
            var middle = y + BAR / 2;
            svg.text(
                    8,
                    middle + 5,
                    bar.name().length() > LONGEST_NAME ? bar.name().substring(0, LONGEST_NAME - 1) + "…" : bar.name(),
                    "font-size=\"15\" fill=\"#212b32\"");
            var from = Math.min(x.at(0), x.at(bar.mean()));
            var width = Math.max(1, Math.abs(x.at(bar.mean()) - x.at(0)));
            var over = bar.mean() < 0;
            svg.group("data-bar=\"" + (over ? "over" : "under") + "\"", bar.name() + ": " + signed(bar.mean()));
            svg.rect(
                    from,
                    y,
                    width,
                    BAR,
                    over
                            ? "fill=\"#c55a11\" stroke=\"#212b32\" stroke-width=\"1.5\""
                            : "fill=\"#d6e6f5\" stroke=\"#005eb8\" stroke-width=\"1.5\"");
            svg.end();
            svg.text(
                    over ? from - 8 : from + width + 8,
                    middle + 5,
                    signed(bar.mean()),
                    "text-anchor=\"" + (over ? "end" : "start")
                            + "\" font-size=\"14\" font-weight=\"bold\" fill=\"#212b32\"");
            y += STEP;
        }
    }

    private static String signed(double value) {
        var rounded = Math.round(value * 10) / 10.0;
        var words = rounded == Math.rint(rounded)
                ? Long.toString((long) Math.abs(rounded))
                : Double.toString(Math.abs(rounded));
        return rounded == 0 ? "0" : (rounded < 0 ? "−" : "+") + words;
    }

    private static String alternative(List<Bar> bars) {
        var lowest = bars.stream()
                .min(java.util.Comparator.comparingDouble(Bar::mean))
                .orElseThrow();
        var over = bars.stream().mapToInt(Bar::over).sum();
        return "Mean difference between judgement and claim in points of 100, by standard. Furthest below its claims: %s (%s). %d claims lay 25 points or more above the judgement."
                .formatted(lowest.name(), signed(lowest.mean()), over);
    }

    private static List<Column> columns() {
        return List.of(
                Column.text("Standard"),
                Column.figures("Mean difference"),
                Column.figures("Judgements"),
                Column.figures("Claimed 25 or more above"),
                Column.figures("Claimed 25 or more below"));
    }

    private static List<List<Cell>> rows(List<Bar> bars) {
        return bars.stream()
                .map(bar -> List.of(
                        Cell.naming(bar.name()),
                        Cell.of(signed(bar.mean())),
                        Cell.of(bar.judged()),
                        Cell.of(bar.over()),
                        Cell.of(bar.under())))
                .toList();
    }
}
