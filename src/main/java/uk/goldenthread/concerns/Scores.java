package uk.goldenthread.concerns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.concerns.model.CompositeScore;
import uk.goldenthread.concerns.model.CompositeScore.Counted;
import uk.goldenthread.concerns.store.ScoreStore;
import uk.goldenthread.concerns.store.ScoreStore.Holding;
import uk.goldenthread.concerns.store.ScoreStore.Rollup;
import uk.goldenthread.rulebook.Rules;

/// The composite score: worked out from the signals that hold, and kept beside them for lists.
@Component
public class Scores {
    private final ScoreStore store;
    private final Rules rules;
    private final ConcernSettings settings;

    Scores(ScoreStore store, Rules rules, ConcernSettings settings) {
        this.store = store;
        this.rules = rules;
        this.settings = settings;
    }

    /// The score of one provider with every contribution. Called inside a unit of work.
    public CompositeScore of(int icb, int organisation, LocalDate today) {
        return score(store.holding(icb, List.of(organisation)).getOrDefault(organisation, List.of()), today);
    }

    /// Brings the stored scores of these providers up to date, in the caller's unit of work.
    void bringUpToDate(int icb, Collection<Integer> organisations, LocalDate today) {
        var rollups = new ArrayList<Rollup>();
        store.holding(icb, organisations).forEach((organisation, holding) -> {
            var score = score(holding, today);
            int open = count(holding, each -> !each.state().equals("CLOSED"));
            int unacknowledged = count(holding, each -> each.state().equals("RAISED") && each.escalates());
            rollups.add(new Rollup(organisation, score.score(), score.proposed().name(), open, unacknowledged));
        });
        store.keep(icb, rollups);
    }

    private static int count(List<Holding> holding, java.util.function.Predicate<Holding> test) {
        return (int) holding.stream().filter(test).count();
    }

    private CompositeScore score(List<Holding> holding, LocalDate today) {
        var counted = holding.stream().map(this::counted).toList();
        return CompositeScore.of(counted, settings.weights(today));
    }

    private Counted counted(Holding holding) {
        var priority = holding.kpi() != null
                && rules.now()
                        .kpis()
                        .find(holding.kpi())
                        .map(KpiDefinition::priority)
                        .orElse(false);
        return new Counted(
                holding.id(),
                holding.rule(),
                holding.kpi(),
                holding.words(),
                priority,
                holding.escalates(),
                holding.dismissed());
    }
}
