package uk.goldenthread.shell.charts;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;

/// Questions as boxes in columns, and an arrow from each to what its answer opens. The page beside it lists the same in
/// words.
public final class QuestionDrawing {
    private static final double WIDTH = 190;
    private static final double GAP = 130;
    private static final double EDGE = 16;
    private static final double LOWEST = 48;
    private static final double PORT = 18;
    private static final int LONGEST = 26;
    private static final int LONGEST_LABEL = 19;
    private static final String BLUE = "#005eb8";
    private static final String RED = "#ad0000";

    private final List<Box> boxes;
    private final List<Arrow> arrows;
    private final List<Double> tops = new ArrayList<>();

    private QuestionDrawing(List<Box> boxes, List<Arrow> arrows) {
        this.boxes = boxes;
        this.arrows = arrows;
    }

    /// A question.
    ///
    /// @param column from 0: how many others have to be answered first
    /// @param faulty whether nobody can ever reach it
    public record Box(String code, String words, int column, boolean faulty) {}

    /// That one question opens another.
    ///
    /// @param from the place of a box in the list
    /// @param to the place of another
    /// @param label how it has to be answered: "is 0"
    public record Arrow(int from, int to, String label, boolean faulty) {}

    /// The picture.
    public static Content draw(List<Box> boxes, List<Arrow> arrows, String title, String description) {
        var drawing = new QuestionDrawing(boxes, arrows);
        var drawn = drawing.draw(title, description);
        return output -> output.writeContent(drawn);
    }

    private String draw(String title, String description) {
        var columns = boxes.stream().mapToInt(Box::column).max().orElse(0) + 1;
        var bottoms = new double[columns];
        java.util.Arrays.fill(bottoms, EDGE);
        for (int place = 0; place < boxes.size(); place++) {
            var column = boxes.get(place).column();
            tops.add(bottoms[column]);
            bottoms[column] += height(place) + EDGE;
        }
        var high = java.util.Arrays.stream(bottoms).max().orElse(EDGE);
        var svg = Svg.open(2 * EDGE + columns * WIDTH + (columns - 1) * GAP, high, title, description);
        for (int index = 0; index < arrows.size(); index++) {
            arrow(svg, index);
        }
        for (int place = 0; place < boxes.size(); place++) {
            box(svg, place);
        }
        return svg.finish();
    }

    private double height(int place) {
        return Math.max(LOWEST, PORT * (coming(place).size() + 1));
    }

    /// The arrows that end at a box, in order.
    private List<Integer> coming(int place) {
        var coming = new ArrayList<Integer>();
        for (int index = 0; index < arrows.size(); index++) {
            if (arrows.get(index).to() == place) {
                coming.add(index);
            }
        }
        return coming;
    }

    private double left(int place) {
        return EDGE + boxes.get(place).column() * (WIDTH + GAP);
    }

    private void box(Svg svg, int place) {
        var box = boxes.get(place);
        var x = left(place);
        var y = tops.get(place);
        var line = box.faulty() ? RED : BLUE;
        svg.group("font-size=\"14\"", box.code() + " " + box.words());
        svg.rect(
                x,
                y,
                WIDTH,
                height(place),
                "rx=\"4\" fill=\"#fff\" stroke-width=\"2\" stroke=\"" + line + "\""
                        + (box.faulty() ? " stroke-dasharray=\"6 4\"" : ""));
        svg.text(x + 10, y + 19, shortened(box.code(), LONGEST), "font-weight=\"700\" fill=\"#212b32\"");
        svg.text(x + 10, y + 38, shortened(box.words(), LONGEST), "font-size=\"13\" fill=\"#212b32\"");
        svg.end();
    }

    private void arrow(Svg svg, int index) {
        var arrow = arrows.get(index);
        var coming = coming(arrow.to());
        var fromX = left(arrow.from()) + WIDTH;
        var fromY = tops.get(arrow.from()) + height(arrow.from()) / 2;
        var toX = left(arrow.to());
        var toY = tops.get(arrow.to()) + height(arrow.to()) * (coming.indexOf(index) + 1) / (coming.size() + 1);
        var line = arrow.faulty() ? RED : "#4c6272";
        var reach = Math.min(GAP / 2, 40);
        svg.path(
                "M%s %s C%s %s %s %s %s %s"
                        .formatted(
                                Svg.number(fromX),
                                Svg.number(fromY),
                                Svg.number(fromX + reach),
                                Svg.number(fromY),
                                Svg.number(fromX),
                                Svg.number(toY),
                                Svg.number(Math.min(fromX + reach, toX - 8)),
                                Svg.number(toY)),
                "fill=\"none\" stroke-width=\"2\" stroke=\"" + line + "\"" + dashes(arrow));
        svg.line(
                Math.min(fromX + reach, toX - 8),
                toY,
                toX - 6,
                toY,
                "stroke-width=\"2\" stroke=\"" + line + "\"" + dashes(arrow));
        svg.path("M%s %s l-8 -5 v10 z".formatted(Svg.number(toX), Svg.number(toY)), "fill=\"" + line + "\"");
        svg.text(
                toX - 12,
                toY - 4,
                shortened(arrow.label(), LONGEST_LABEL),
                "font-size=\"12\" text-anchor=\"end\" fill=\"" + (arrow.faulty() ? RED : "#212b32") + "\"");
    }

    private static String dashes(Arrow arrow) {
        return arrow.faulty() ? " stroke-dasharray=\"6 4\"" : "";
    }

    private static String shortened(String words, int longest) {
        return words.length() <= longest
                ? words
                : words.substring(0, longest - 1).strip() + "…";
    }
}
