package uk.goldenthread.shell.charts;

import gg.jte.Content;
import java.util.List;

/// The golden thread as a picture: a row for each stage from the duty to the paper, a knot for each thing, a line for
/// each
/// tie. An empty row is where the thread breaks off. The page beside it lists the same in words.
public final class StrandDrawing {
    private static final double WIDTH = 760;
    private static final double LEFT = 210;
    private static final double ROW = 44;
    private static final int MOST = 24;
    private static final String GOLD = "#b8860b";

    private StrandDrawing() {}

    /// @param count how many things stand at this stage; 0 where the thread breaks off
    public record Row(String label, int count) {}

    /// @param row of the stage, from 0
    /// @param index within it, from 0
    public record Place(int row, int index) {}

    public record Join(Place from, Place to) {}

    public static Content draw(List<Row> rows, List<Join> joins, String title, String description) {
        var svg = Svg.open(WIDTH, rows.size() * ROW, title, description);
        joins.stream()
                .filter(join -> join.from().index() < MOST && join.to().index() < MOST)
                .forEach(join -> svg.line(
                        x(join.from(), rows),
                        y(join.from().row()),
                        x(join.to(), rows),
                        y(join.to().row()),
                        "stroke=\"" + GOLD + "\" stroke-width=\"2\""));
        for (int row = 0; row < rows.size(); row++) {
            row(svg, rows, row);
        }
        var drawn = svg.finish();
        return output -> output.writeContent(drawn);
    }

    private static void row(Svg svg, List<Row> rows, int row) {
        var count = rows.get(row).count();
        svg.text(
                LEFT - 24,
                y(row) + 5,
                rows.get(row).label(),
                "font-size=\"14\" text-anchor=\"end\" fill=\"" + (count == 0 ? "#4c6272" : "#212b32") + "\"");
        if (count == 0) {
            svg.text(LEFT, y(row) + 5, "nothing yet", "font-size=\"14\" font-style=\"italic\" fill=\"#4c6272\"");
        }
        for (int index = 0; index < Math.min(count, MOST); index++) {
            svg.circle(
                    x(new Place(row, index), rows),
                    y(row),
                    7,
                    "fill=\"#fff\" stroke=\"" + GOLD + "\" stroke-width=\"4\"");
        }
        if (count > MOST) {
            svg.text(WIDTH - 34, y(row) + 5, "+" + (count - MOST), "font-size=\"14\" fill=\"#212b32\"");
        }
    }

    private static double y(int row) {
        return ROW / 2 + row * ROW;
    }

    private static double x(Place place, List<Row> rows) {
        var drawn = Math.min(rows.get(place.row()).count(), MOST);
        var room = WIDTH - LEFT - 50;
        return LEFT + 10 + (drawn == 1 ? room / 2 : place.index() * room / (drawn - 1));
    }
}
