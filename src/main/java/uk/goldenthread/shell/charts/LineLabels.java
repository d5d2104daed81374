package uk.goldenthread.shell.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The names of a chart's level lines, at their right-hand ends, moved apart where they would cover one another.
final class LineLabels {
    private static final double APART = 18;

    private LineLabels() {}

    record Label(double y, String words, String colour, boolean bold) {}

    static void draw(Svg svg, List<Label> labels, double x, double top, double bottom) {
        var sorted =
                labels.stream().sorted(Comparator.comparingDouble(Label::y)).toList();
        var places = apart(sorted.stream().map(Label::y).toList(), top, bottom);
        for (int index = 0; index < sorted.size(); index++) {
            var label = sorted.get(index);
            var weight = label.bold() ? " font-weight=\"bold\"" : "";
            svg.text(
                    x,
                    places.get(index) + 5,
                    label.words(),
                    "font-size=\"14\" fill=\"" + label.colour() + "\"" + weight);
        }
    }

    /// Places at least a line apart, in the same order, as near as may be to where they belong.
    static List<Double> apart(List<Double> sorted, double top, double bottom) {
        var places = new ArrayList<>(sorted);
        for (int index = 0; index < places.size(); index++) {
            var least = index == 0 ? top : places.get(index - 1) + APART;
            places.set(index, Math.max(places.get(index), least));
        }
        for (int index = places.size() - 1; index >= 0; index--) {
            var most = index == places.size() - 1 ? bottom : places.get(index + 1) - APART;
            places.set(index, Math.min(places.get(index), most));
        }
        return places;
    }

    /// Words in at most so many lines of so many letters; what does not fit is cut with an ellipsis.
    static List<String> wrap(String words, int letters, int most) {
        var lines = new ArrayList<String>();
        var rest = words.strip();
        while (rest.length() > letters && lines.size() < most - 1) {
            var space = rest.lastIndexOf(' ', letters);
            var cut = space > 0 ? space : letters;
            lines.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        lines.add(
                rest.length() <= letters ? rest : rest.substring(0, letters - 1).strip() + "…");
        return lines;
    }
}
