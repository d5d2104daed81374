package uk.goldenthread.overview.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uk.goldenthread.figures.MeasureWords;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.overview.service.ProviderRecord.Measure;
import uk.goldenthread.overview.store.ProviderStore;
import uk.goldenthread.shell.charts.Icons.Assurance;
import uk.goldenthread.shell.charts.Icons.Variation;

/// Questions for the next contract meeting, from what stands out: the greatest concern first, never blaming, and what
/// goes well last, because others may learn from it.
final class Prompts {
    private static final int MOST_OF_A_KIND = 2;
    private static final int MOST = 7;

    private Prompts() {}

    static List<String> of(List<Measure> measures, List<ProviderStore.Return> returns) {
        var priorityFirst = measures.stream()
                .sorted(Comparator.comparing((Measure m) -> !m.definition().priority()))
                .toList();
        var prompts = new ArrayList<String>();
        priorityFirst.stream()
                .filter(Measure::worsens)
                .limit(MOST_OF_A_KIND)
                .forEach(m -> prompts.add("%s is getting worse: %s in %s. What changed, and what is being done?"
                        .formatted(name(m), value(m), period(m))));
        priorityFirst.stream()
                .filter(m -> m.cell() instanceof Cell.Reading reading
                        && reading.assurance() == Assurance.FAIL
                        && !reading.worsens())
                .limit(MOST_OF_A_KIND)
                .forEach(m -> prompts.add(
                        "%s will keep missing its target of %s as it runs now. What would have to be done differently?"
                                .formatted(name(m), target(m))));
        var late = returns.stream().filter(r -> r.daysLate() > 0).count();
        if (late >= 2) {
            prompts.add("%d of the last %d returns were late. What makes them late, and what would help?"
                    .formatted(late, returns.size()));
        }
        priorityFirst.stream()
                .filter(m -> m.cell() instanceof Cell.Missing && m.definition().priority())
                .limit(MOST_OF_A_KIND)
                .forEach(m -> prompts.add("%s has not been given. What stands in the way?".formatted(name(m))));
        priorityFirst.stream()
                .filter(Prompts::improves)
                .limit(1)
                .forEach(m -> prompts.add("%s is getting better: %s in %s. What worked, that others could learn from?"
                        .formatted(name(m), value(m), period(m))));
        return prompts.stream().limit(MOST).toList();
    }

    private static boolean improves(Measure measure) {
        return measure.cell() instanceof Cell.Reading reading
                && (reading.variation() == Variation.IMPROVEMENT_HIGH
                        || reading.variation() == Variation.IMPROVEMENT_LOW);
    }

    private static String name(Measure measure) {
        return measure.definition().name();
    }

    private static String value(Measure measure) {
        var series = measure.series();
        return MeasureWords.value(measure.definition(), series == null ? null : series.value());
    }

    private static String target(Measure measure) {
        var target = measure.definition().target();
        return MeasureWords.value(measure.definition(), target == null ? null : target.doubleValue());
    }

    private static String period(Measure measure) {
        var series = measure.series();
        return series == null
                ? ""
                : Period.find(series.period()).map(Period::label).orElse(series.period());
    }
}
