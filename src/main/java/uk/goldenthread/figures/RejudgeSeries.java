package uk.goldenthread.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.goldenthread.kernel.spc.Assurance;
import uk.goldenthread.rulebook.Consequences;
import uk.goldenthread.rulebook.RulesChanged;

/// Judges series anew when their rule changes, in the transaction that changed it; and says beforehand what would
/// change.
@Component
@Order(1)
class RejudgeSeries implements Consequences {
    private static final String SCREENING = "SPC.screen_outliers";

    private final Measures measures;

    RejudgeSeries(Measures measures) {
        this.measures = measures;
    }

    @EventListener
    @Order(1) // before the signals that rest on what it stores
    void on(RulesChanged event) {
        measures.rejudge(event.icb(), touched(event));
    }

    private Set<SeriesKey> touched(RulesChanged event) {
        boolean all = event.settings().contains(SCREENING);
        if (!all && event.kpis().isEmpty()) {
            return Set.of();
        }
        return measures.states(event.icb()).stream()
                .map(SeriesState::series)
                .filter(series -> all || event.kpis().contains(series.kpi()))
                .collect(Collectors.toSet());
    }

    @Override
    public List<String> of(Proposal proposal) {
        var touched = touched(proposal.change());
        if (touched.isEmpty()) {
            return proposal.change().kpis().isEmpty()
                    ? List.of()
                    : List.of("No provider has given a figure for this measure yet.");
        }
        int icb = proposal.change().icb();
        var before = byAssurance(measures.judged(icb, touched, proposal.before()));
        var after = byAssurance(measures.judged(icb, touched, proposal.after()));
        var sentences = new ArrayList<String>();
        sentences.add("%d %s a chart that this rule judges."
                .formatted(touched.size(), touched.size() == 1 ? "series of figures has" : "series of figures have"));
        long changed = touched.stream()
                .filter(series -> before.get(series) != after.get(series))
                .count();
        if (changed == 0) {
            sentences.add("No icon against the target changes.");
        } else {
            sentences.add("The icon against the target changes for %d: %s."
                    .formatted(changed, String.join(", ", moves(touched, before, after))));
        }
        return sentences;
    }

    private static Map<SeriesKey, @Nullable Assurance> byAssurance(List<SeriesState> states) {
        var found = new java.util.HashMap<SeriesKey, @Nullable Assurance>();
        states.forEach(state -> found.put(state.series(), state.assurance()));
        return found;
    }

    private static List<String> moves(
            Set<SeriesKey> touched,
            Map<SeriesKey, @Nullable Assurance> before,
            Map<SeriesKey, @Nullable Assurance> after) {
        var counts = new java.util.TreeMap<String, Integer>();
        for (var series : touched) {
            if (before.get(series) != after.get(series)) {
                counts.merge(
                        "from “%s” to “%s”".formatted(words(before.get(series)), words(after.get(series))),
                        1,
                        Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(each -> "%d %s".formatted(each.getValue(), each.getKey()))
                .toList();
    }

    private static String words(@Nullable Assurance assurance) {
        if (assurance == null) {
            return "no icon";
        }
        return switch (assurance) {
            case PASS -> "will meet the target";
            case FAIL -> "will miss the target";
            case HIT_AND_MISS -> "may meet or miss it";
        };
    }
}
