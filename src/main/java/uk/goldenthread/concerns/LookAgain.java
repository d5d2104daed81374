package uk.goldenthread.concerns;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.catalogue.WarningRule;
import uk.goldenthread.concerns.store.SeriesStore;
import uk.goldenthread.concerns.store.SeriesStore.Stored;
import uk.goldenthread.figures.Measures;
import uk.goldenthread.figures.SeriesChanged;
import uk.goldenthread.figures.SeriesKey;
import uk.goldenthread.figures.SeriesState;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.organisations.Directory;
import uk.goldenthread.organisations.Organisation;
import uk.goldenthread.rulebook.Consequences;
import uk.goldenthread.rulebook.RulesChanged;

/// Looks for signals again when the ICB changes the rules that raise them, in the transaction that changed them; and
/// says
/// beforehand how many there would be.
@Component
class LookAgain implements Consequences {
    private static final List<String> OF_FIGURES = List.of("W01", "W02", "W03", "W09", "W11", "W12");
    private static final List<String> OF_FACTS = List.of("W05", "W06", "W07", "W10", "W13", "CLAIM", "ASSESSMENT");

    private final Measures measures;
    private final SeriesStore series;
    private final SeriesFindings findings;
    private final Looks looks;
    private final Scores scores;
    private final Directory directory;
    private final Clock clock;

    LookAgain(
            Measures measures,
            SeriesStore series,
            SeriesFindings findings,
            Looks looks,
            Directory directory,
            Clock clock) {
        this.measures = measures;
        this.series = series;
        this.findings = findings;
        this.looks = looks;
        this.scores = looks.scores();
        this.directory = directory;
        this.clock = clock;
    }

    /// What looks for signals.
    @Component
    record Looks(RaiseSignals figures, DailyLook returns, OwedLook owed, FactLook facts, Scores scores) {}

    @EventListener
    @Order(2) // after the series themselves were judged anew
    void on(RulesChanged event) {
        var today = London.dateOf(clock.instant());
        if (OF_FIGURES.stream().anyMatch(event::touches)) {
            looks.figures().on(new SeriesChanged(event.icb(), all(event.icb())));
        }
        if (event.touches("W04") || event.touches("RETURN")) {
            looks.returns().look(event.icb(), null, today);
        }
        if (event.touches("W08") || event.touches("SIGNAL")) {
            looks.owed().look(event.icb(), null, today);
        }
        if (OF_FACTS.stream().anyMatch(event::touches)) {
            looks.facts().look(event.icb(), null, today);
        }
        if (event.touches("SCORE")) {
            scores.bringUpToDate(event.icb(), providers(event.icb(), today), today);
        }
    }

    private Set<SeriesKey> all(int icb) {
        return measures.states(icb).stream().map(SeriesState::series).collect(Collectors.toSet());
    }

    private List<Integer> providers(int icb, LocalDate today) {
        return directory.providersOf(icb, today).stream().map(Organisation::id).toList();
    }

    @Override
    public List<String> of(Proposal proposal) {
        var sentences = new ArrayList<String>();
        var change = proposal.change();
        if (!change.kpis().isEmpty() || OF_FIGURES.stream().anyMatch(change::touches)) {
            var touched = all(change.icb()).stream()
                    .filter(key -> change.kpis().isEmpty() || change.kpis().contains(key.kpi()))
                    .toList();
            var stored = touched.isEmpty() ? List.<Stored>of() : series.read(change.icb(), touched);
            sentences.addAll(warnings(stored, proposal));
        }
        if (change.touches("SCORE")) {
            sentences.add(proposals(proposal));
        }
        return sentences;
    }

    private List<String> warnings(Collection<Stored> stored, Proposal proposal) {
        if (stored.isEmpty()) {
            return List.of();
        }
        var before = count(stored, proposal.before(), proposal.today());
        var after = count(stored, proposal.after(), proposal.today());
        var rules = new TreeSet<>(before.keySet());
        rules.addAll(after.keySet());
        var sentences = rules.stream()
                .filter(rule -> !before.getOrDefault(rule, 0).equals(after.getOrDefault(rule, 0)))
                .map(rule -> "Warnings “%s” (%s) that hold today: %d instead of %d."
                        .formatted(
                                name(proposal.after(), rule),
                                rule,
                                after.getOrDefault(rule, 0),
                                before.getOrDefault(rule, 0)))
                .toList();
        return sentences.isEmpty() ? List.of("No warning is raised or ended today.") : sentences;
    }

    private static String name(RuleBook book, String rule) {
        return book.shipped().settings().warning(rule).map(WarningRule::name).orElse(rule);
    }

    private Map<String, Integer> count(Collection<Stored> stored, RuleBook book, LocalDate today) {
        var counts = new TreeMap<String, Integer>();
        stored.forEach(one ->
                findings.warnings(one, book, today).forEach(finding -> counts.merge(finding.rule(), 1, Integer::sum)));
        return counts;
    }

    private String proposals(Proposal proposal) {
        var icb = proposal.change().icb();
        var providers = providers(icb, proposal.today());
        var before = scores.proposed(icb, providers, proposal.before(), proposal.today());
        var after = scores.proposed(icb, providers, proposal.after(), proposal.today());
        long changed = providers.stream()
                .filter(each -> before.get(each) != after.get(each))
                .count();
        return "The level that the score proposes today changes for %d of %d providers; no level changes by itself."
                .formatted(changed, providers.size());
    }
}
