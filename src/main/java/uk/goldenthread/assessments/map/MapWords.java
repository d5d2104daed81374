package uk.goldenthread.assessments.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.assessments.store.HeatStore;
import uk.goldenthread.shell.charts.Chart;
import uk.goldenthread.shell.charts.DifferenceChart;
import uk.goldenthread.shell.charts.DifferenceChart.Bar;

/// What maps and reports of a round say in words.
public final class MapWords {
    /// A colour and its score stay on one line.
    private static final String NO_BREAK = "\u00a0";

    private MapWords() {}

    /// A change of a score with its sign; empty where there is none to tell.
    public static String change(@Nullable Double change) {
        if (change == null) {
            return "";
        }
        return change == 0 ? "0" : String.format(Locale.UK, "%s%.1f", change > 0 ? "+" : "−", Math.abs(change));
    }

    /// A view's name.
    public static String view(String view) {
        return switch (view) {
            case "CLAIMED" -> "Claimed";
            case "EVIDENCED" -> "Evidenced";
            case "MODERATED" -> "Moderated";
            default -> "Accepted";
        };
    }

    /// A cell as paper has it: `G 91`, a dash where there is nothing, empty where it does not apply.
    public static String letter(HeatMap.Cell cell) {
        return switch (cell) {
            case HeatMap.Cell.NotApplicable _ -> "";
            case HeatMap.Cell.Missing _ -> "–";
            case HeatMap.Cell.Scored scored -> scored.colour().substring(0, 1) + NO_BREAK + scored.shown();
        };
    }

    /// What changed since the last round, in sentences.
    public static List<String> changes(HeatMap.Changes changes) {
        if (changes.compared() == 0) {
            return List.of("No organisation has a score of the round before in this view, so nothing is compared.");
        }
        var sentences = new ArrayList<String>();
        sentences.add("%d compared with their last round: %d rose, %d fell, %d stayed."
                .formatted(
                        changes.compared(),
                        changes.better(),
                        changes.worse(),
                        changes.compared() - changes.better() - changes.worse()));
        for (var moved : changes.standards()) {
            sentences.add(
                    "%s: better colour in %d, worse in %d.".formatted(moved.standard(), moved.better(), moved.worse()));
        }
        return sentences;
    }

    /// The chart by standard; empty while nothing is judged.
    public static Optional<Chart> chart(HeatMaps.Compared compared) {
        var bars = new ArrayList<Bar>();
        for (var standard : compared.edition().standards()) {
            var own = compared.variances().stream()
                    .filter(each -> standard.criteria().stream()
                            .anyMatch(criterion -> criterion.code().equals(each.code())))
                    .toList();
            var judged = own.stream().mapToInt(HeatStore.Variance::judged).sum();
            if (judged > 0) {
                bars.add(new Bar(
                        standard.code() + " " + standard.name(),
                        own.stream()
                                        .mapToDouble(each -> each.mean() * each.judged())
                                        .sum()
                                / judged,
                        judged,
                        own.stream().mapToInt(HeatStore.Variance::over).sum(),
                        own.stream().mapToInt(HeatStore.Variance::under).sum()));
            }
        }
        return bars.isEmpty() ? Optional.empty() : Optional.of(DifferenceChart.draw(finding(bars), bars));
    }

    private static String finding(List<Bar> bars) {
        var over = bars.stream().mapToInt(Bar::over).sum();
        var judged = bars.stream().mapToInt(Bar::judged).sum();
        return over == 0
                ? "No claim lay 25 points or more above its judgement"
                : "%d of %d claims lay 25 points or more above the judgement".formatted(over, judged);
    }

    /// A criterion with its words.
    public static String line(HeatMaps.Compared compared, String code) {
        return compared.edition()
                .criterion(code)
                .map(criterion -> code + " " + criterion.rated().text())
                .orElse(code);
    }
}
