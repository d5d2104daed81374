package uk.goldenthread.concerns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.concerns.model.CompositeScore;
import uk.goldenthread.concerns.model.CompositeScore.Counted;
import uk.goldenthread.concerns.model.Level;
import uk.goldenthread.concerns.store.ScoreStore;
import uk.goldenthread.concerns.store.ScoreStore.Holding;
import uk.goldenthread.concerns.store.ScoreStore.Rollup;
import uk.goldenthread.rulebook.Rules;

/// The composite score: worked out from the signals that hold, and kept beside them for lists.
@Component
public class Scores {
    private final ScoreStore store;
    private final Rules rules;

    Scores(ScoreStore store, Rules rules) {
        this.store = store;
        this.rules = rules;
    }

    /// The score of one provider with every contribution. Called inside a unit of work.
    public CompositeScore of(int icb, int organisation, LocalDate today) {
        var holding = store.holding(icb, List.of(organisation)).getOrDefault(organisation, List.of());
        return score(holding, rules.now(), today);
    }

    /// Brings the stored scores of these providers up to date, in the caller's unit of work.
    void bringUpToDate(int icb, Collection<Integer> organisations, LocalDate today) {
        var rollups = new ArrayList<Rollup>();
        store.holding(icb, organisations).forEach((organisation, holding) -> {
            var score = score(holding, rules.now(), today);
            int open = count(holding, each -> !each.state().equals("CLOSED"));
            int unacknowledged = count(holding, each -> each.state().equals("RAISED") && each.escalates());
            rollups.add(new Rollup(organisation, score.score(), score.proposed().name(), open, unacknowledged));
        });
        store.keep(icb, rollups);
    }

    private static int count(List<Holding> holding, java.util.function.Predicate<Holding> test) {
        return (int) holding.stream().filter(test).count();
    }

    /// The level that the score of each provider would propose under these rules.
    Map<Integer, Level> proposed(int icb, Collection<Integer> organisations, RuleBook book, LocalDate today) {
        var proposed = new HashMap<Integer, Level>();
        store.holding(icb, organisations)
                .forEach((organisation, holding) ->
                        proposed.put(organisation, score(holding, book, today).proposed()));
        return proposed;
    }

    private static CompositeScore score(List<Holding> holding, RuleBook book, LocalDate today) {
        var counted = holding.stream().map(each -> counted(each, book)).toList();
        return CompositeScore.of(counted, ConcernSettings.weights(book, today));
    }

    private static Counted counted(Holding holding, RuleBook book) {
        var priority = holding.kpi() != null
                && book.kpis().find(holding.kpi()).map(KpiDefinition::priority).orElse(false);
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
