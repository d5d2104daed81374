package uk.goldenthread.papers.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.goldenthread.papers.model.PaperData.LadderLine;
import uk.goldenthread.papers.model.PaperData.Measure;

/// What changed since the committee's last paper, in sentences: levels first, then measures, then returns.
public final class Changes {
    /// A share that moved by less than this many points did not change.
    private static final BigDecimal POINTS = BigDecimal.ONE;

    private Changes() {}

    /// Sentences, none when nothing changed.
    public static List<String> between(PaperData before, PaperData now) {
        var sentences = new ArrayList<String>();
        levels(before, now, sentences);
        var earlier = before.measures().stream().collect(Collectors.toMap(Measure::kpi, Function.identity()));
        for (var measure : now.measures()) {
            var then = earlier.get(measure.kpi());
            if (then != null) {
                measure(then, measure, before.label(), sentences);
            }
        }
        returns(before, now, sentences);
        return List.copyOf(sentences);
    }

    private static void levels(PaperData before, PaperData now, List<String> sentences) {
        var then = before.ladder().stream().collect(Collectors.toMap(LadderLine::code, Function.identity()));
        for (var line : now.ladder()) {
            var was = then.remove(line.code());
            if (was == null) {
                sentences.add("%s moved to %s from routine oversight, on %s."
                        .formatted(line.name(), word(line.level()), Words.day(line.since())));
            } else if (!was.level().equals(line.level())) {
                sentences.add("%s moved from %s to %s, on %s."
                        .formatted(line.name(), word(was.level()), word(line.level()), Words.day(line.since())));
            }
        }
        then.values().stream()
                .sorted(java.util.Comparator.comparing(LadderLine::name).thenComparing(LadderLine::code))
                .forEach(line -> sentences.add(
                        "%s returned to routine oversight from %s.".formatted(line.name(), word(line.level()))));
    }

    private static String word(String level) {
        return switch (level) {
            case "RQR" -> "rapid quality review";
            default -> level.toLowerCase(java.util.Locale.UK);
        };
    }

    private static void measure(Measure then, Measure now, String period, List<String> sentences) {
        var was = then.total().value();
        var is = now.total().value();
        if (was == null || is == null || !now.unit().equals("PERCENT")) {
            return;
        }
        var moved = is.subtract(was).setScale(1, RoundingMode.HALF_UP);
        if (moved.abs().compareTo(POINTS) >= 0) {
            sentences.add("%s %s from %s in %s to %s."
                    .formatted(
                            now.name(),
                            moved.signum() > 0 ? "rose" : "fell",
                            then.total().text(),
                            period,
                            now.total().text()));
        }
        var troubled =
                now.states().stream().filter(s -> s.concern() || s.fails()).count();
        var before =
                then.states().stream().filter(s -> s.concern() || s.fails()).count();
        if (troubled != before) {
            sentences.add("%s, providers of concern or certain to miss the target: %d, before %d."
                    .formatted(now.name(), troubled, before));
        }
    }

    private static void returns(PaperData before, PaperData now, List<String> sentences) {
        var was = before.returns().late().size();
        var is = now.returns().late().size();
        if (was != is) {
            sentences.add(
                    "Returns late or missing: %d for %s, %d for %s.".formatted(is, now.label(), was, before.label()));
        }
    }
}
