package uk.goldenthread.papers.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.goldenthread.papers.service.Freezing;

/// A frozen paper run again as at its instant, and compared with today.
public record RerunPage(int id, String title, String moment, boolean same, List<Line> differences, List<Line> today) {
    private static final Map<String, String> PARTS = Map.of(
            "measures",
            "Measures",
            "ladder",
            "Providers by level of oversight",
            "returns",
            "Returns received",
            "warnings",
            "Warnings",
            "changes",
            "Changes since the last paper",
            "providers",
            "Providers");

    /// One value that differs.
    public record Line(String where, String before, String now) {}

    /// Where in the paper a value stands, in words: `measures / K03 / answered` is "Measures, K03, answered".
    static String place(String path) {
        var steps = path.split(" / ", -1);
        var words = new StringBuilder(PARTS.getOrDefault(steps[0], spelt(steps[0])));
        for (int step = 1; step < steps.length; step++) {
            words.append(", ").append(spelt(steps[step]));
        }
        return words.toString();
    }

    private static String spelt(String name) {
        return name.matches("[a-z]+[A-Z]\\w*")
                ? name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.UK)
                : name;
    }

    /// How many figures a reader would see changed: several values may stand behind one.
    static int figures(List<Freezing.Difference> differences) {
        return (int) differences.stream()
                .map(each -> each.where().split(" / ", -1))
                .map(steps -> steps.length > 1 ? steps[0] + steps[1] : steps[0])
                .distinct()
                .count();
    }
}
