package uk.goldenthread.concerns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.assessments.StandingClaims;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.concerns.model.CrossCheck;
import uk.goldenthread.concerns.model.Triangulation.Claim;
import uk.goldenthread.concerns.model.Triangulation.Fact;
import uk.goldenthread.concerns.model.Triangulation.Row;
import uk.goldenthread.concerns.model.Triangulation.Source;
import uk.goldenthread.concerns.store.FactReading;
import uk.goldenthread.concerns.store.FactReading.State;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.rulebook.Rules;
import uk.goldenthread.shell.view.Dates;

/// What providers claim beside what else is known of them, matter by matter. Called inside a unit of work of the ICB,
/// because what is heard is not a provider's to read.
@Service
public class Contradictions {
    private static final Set<String> POOR = Set.of("REQUIRES_IMPROVEMENT", "INADEQUATE");
    private static final Map<String, String> GRADES = Map.of(
            "GOOD_PRACTICE",
            "good practice",
            "NO_CONCERN",
            "no concern",
            "IMPROVEMENT",
            "improvement needed",
            "SIGNIFICANT",
            "a significant concern",
            "IMMEDIATE",
            "an immediate risk");

    private final CrossChecks checks;
    private final StandingClaims claims;
    private final FactReading facts;
    private final FactSettings settings;
    private final Rules rules;

    Contradictions(CrossChecks checks, StandingClaims claims, FactReading facts, FactSettings settings, Rules rules) {
        this.checks = checks;
        this.claims = claims;
        this.facts = facts;
        this.settings = settings;
        this.rules = rules;
    }

    /// Every matter that one provider claims or of which anything is told, in the order of the catalogue.
    public List<Row> of(int icb, int organisation, LocalDate today) {
        return all(icb, organisation, claims.of(icb, organisation, today), today)
                .getOrDefault(organisation, List.of());
    }

    private record Place(int organisation, String check) {}

    /// The same for many providers, by organisation.
    ///
    /// @param known their claims and what was said beside them
    Map<Integer, List<Row>> all(int icb, @Nullable Integer organisation, StandingClaims.Known known, LocalDate today) {
        var claimed = new HashMap<Place, List<Claim>>();
        var told = new HashMap<Place, List<Fact>>();
        for (var claim : known.claims()) {
            var made = new Claim(claim.framework(), claim.name(), claim.code(), claim.claimed(), claim.handedIn());
            checks(claim.framework(), claim.code())
                    .forEach(check -> add(claimed, new Place(claim.organisation(), check.code()), made));
        }
        figures(icb, organisation, told, today);
        said(known, told);
        visits(icb, organisation, told);
        heard(icb, organisation, told, today);
        var triangulation = settings.triangulation(today);
        var organisations = new HashSet<Integer>();
        claimed.keySet().forEach(place -> organisations.add(place.organisation()));
        told.keySet().forEach(place -> organisations.add(place.organisation()));
        var rows = new HashMap<Integer, List<Row>>();
        for (var each : organisations) {
            for (var check : checks.all()) {
                var place = new Place(each, check.code());
                if (claimed.containsKey(place) || told.containsKey(place)) {
                    add(
                            rows,
                            each,
                            triangulation.row(
                                    check,
                                    claimed.getOrDefault(place, List.of()),
                                    told.getOrDefault(place, List.of()),
                                    today));
                }
            }
        }
        return rows;
    }

    private static <K, V> void add(Map<K, List<V>> map, K key, V value) {
        map.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
    }

    private List<CrossCheck> checks(String framework, String line) {
        return checks.all().stream()
                .filter(check -> check.isClaimedBy(framework, line))
                .toList();
    }

    private void figures(int icb, @Nullable Integer organisation, Map<Place, List<Fact>> told, LocalDate today) {
        var codes = new HashSet<String>();
        checks.all().forEach(check -> codes.addAll(check.figures()));
        var book = rules.now();
        for (var state : facts.states(icb, organisation, codes)) {
            var words = words(state, book);
            for (var check : checks.all()) {
                if (check.figures().contains(state.kpi())) {
                    add(
                            told,
                            new Place(state.organisation(), check.code()),
                            new Fact(Source.FIGURES, words, state.failing(), today));
                }
            }
        }
    }

    private static String words(State state, RuleBook book) {
        var kpi = book.kpis().find(state.kpi());
        var percent =
                kpi.filter(each -> each.unit() == KpiDefinition.Unit.PERCENT).isPresent();
        var number = java.math.BigDecimal.valueOf(state.value())
                .setScale(1, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return "%s: %s%s in %s%s."
                .formatted(
                        kpi.map(KpiDefinition::name).orElse(state.kpi()),
                        number,
                        percent ? "%" : "",
                        Period.parse(state.period()).label(),
                        state.failing() ? ", misses its target" : "");
    }

    private void said(StandingClaims.Known known, Map<Place, List<Fact>> told) {
        for (var said : known.said()) {
            var words = "%d%% of practitioners say: %s".formatted(said.agree(), said.text());
            for (var check : checks.all()) {
                if (check.questions().contains(said.question())) {
                    add(
                            told,
                            new Place(said.organisation(), check.code()),
                            new Fact(Source.SURVEY, words, !said.enough(), said.beside()));
                }
            }
        }
    }

    private void visits(int icb, @Nullable Integer organisation, Map<Place, List<Fact>> told) {
        for (var finding : facts.findings(icb, organisation)) {
            var against = !Set.of("GOOD_PRACTICE", "NO_CONCERN").contains(finding.grade());
            var words = "The visit on %s found %s at %s."
                    .formatted(
                            Dates.day(finding.visited()),
                            GRADES.getOrDefault(finding.grade(), finding.grade()),
                            finding.line());
            checks(finding.framework(), finding.line())
                    .forEach(check -> add(
                            told,
                            new Place(finding.organisation(), check.code()),
                            new Fact(Source.VISITS, words, against, finding.visited())));
        }
        for (var audit : facts.audits(icb, organisation)) {
            var words = "The audit “%s” concluded %s on %s."
                    .formatted(
                            audit.title(),
                            audit.result().replace('_', ' ').toLowerCase(java.util.Locale.ROOT),
                            Dates.day(audit.concluded()));
            checks(audit.framework(), audit.line())
                    .forEach(check -> add(
                            told,
                            new Place(audit.organisation(), check.code()),
                            new Fact(Source.AUDITS, words, POOR.contains(audit.result()), audit.concluded())));
        }
    }

    private void heard(int icb, @Nullable Integer organisation, Map<Place, List<Fact>> told, LocalDate today) {
        var since = today.minusMonths(settings.triangulation(today).months());
        for (var each : facts.heard(icb, organisation, since)) {
            var heard = each.heard();
            var words = "%s, heard on %s: %s."
                    .formatted(
                            heard.praises() ? "Praise" : "A worry",
                            Dates.day(heard.on()),
                            HeardSources.words(heard.source()));
            for (var check : checks.all()) {
                if (check.themes().contains(heard.theme())) {
                    add(
                            told,
                            new Place(each.organisation(), check.code()),
                            new Fact(Source.HEARD, words, !heard.praises(), heard.on()));
                }
            }
        }
    }
}
