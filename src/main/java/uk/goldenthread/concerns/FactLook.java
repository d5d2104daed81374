package uk.goldenthread.concerns;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.AssessmentAgreed;
import uk.goldenthread.assessments.AssessmentModerated;
import uk.goldenthread.assessments.StandingClaims;
import uk.goldenthread.concerns.model.AssessmentRules;
import uk.goldenthread.concerns.model.AssessmentRules.Assessment;
import uk.goldenthread.concerns.model.AssessmentRules.Line;
import uk.goldenthread.concerns.model.HeardRule;
import uk.goldenthread.concerns.model.HeardRule.Heard;
import uk.goldenthread.concerns.model.PostRule;
import uk.goldenthread.concerns.model.PostRule.Vacancy;
import uk.goldenthread.concerns.model.Reconciliation.Found;
import uk.goldenthread.concerns.model.RegulatorRule;
import uk.goldenthread.concerns.model.Triangulation.Source;
import uk.goldenthread.concerns.store.FactReading;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.intelligence.IntelligenceHeard;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.notify.DailyJob;
import uk.goldenthread.organisations.Vacancies;

/// What is known of providers besides their figures: posts (W05), self-assessments (W06, W07, critical requirements),
/// the
/// regulator (W10), what is heard (W13), and claims that something else contradicts. Looked at once a day for every
/// provider, and at once when the ICB itself judged, agreed or heard something. What a provider's own hand changes is
/// looked at in the night: what is set beside its claims is not the provider's to read.
@Component
class FactLook implements DailyJob {
    static final Set<String> RULES = Set.of(
            PostRule.CODE,
            AssessmentRules.OVER_RATED,
            AssessmentRules.EXPIRED,
            AssessmentRules.CRITICAL,
            RegulatorRule.CODE,
            HeardRule.CODE,
            Source.FIGURES.rule(),
            Source.SURVEY.rule(),
            Source.VISITS.rule(),
            Source.AUDITS.rule(),
            Source.HEARD.rule());

    private final UnitOfWork work;
    private final Vacancies vacancies;
    private final StandingClaims claims;
    private final Contradictions contradictions;
    private final FactReading facts;
    private final RaiseSignals signals;
    private final Today today;

    FactLook(
            UnitOfWork work,
            Vacancies vacancies,
            StandingClaims claims,
            Contradictions contradictions,
            FactReading facts,
            RaiseSignals signals,
            Today today) {
        this.work = work;
        this.vacancies = vacancies;
        this.claims = claims;
        this.contradictions = contradictions;
        this.facts = facts;
        this.signals = signals;
        this.today = today;
    }

    /// The day and the rules of that day.
    @Component
    record Today(FactSettings settings, Clock clock) {
        LocalDate date() {
            return London.dateOf(clock.instant());
        }
    }

    @Override
    public String name() {
        return "concerns.factLook";
    }

    @Override
    public void run(int icb, LocalDate day) {
        work.write(Scope.jobFor(icb), () -> {
            look(icb, null, day);
            return true;
        });
    }

    @EventListener
    void on(AssessmentModerated event) {
        look(event.icb(), event.organisation(), today.date());
    }

    @EventListener
    void on(AssessmentAgreed event) {
        look(event.icb(), event.organisation(), today.date());
    }

    @EventListener
    void on(IntelligenceHeard event) {
        look(event.icb(), event.organisation(), today.date());
    }

    /// Looks at one provider, or at every one.
    void look(int icb, @Nullable Integer organisation, LocalDate day) {
        var found = new ArrayList<Found>();
        posts(icb, organisation, day, found);
        var known = claims.of(icb, organisation, day);
        assessments(icb, organisation, known, day, found);
        regulator(icb, organisation, day, found);
        heard(icb, organisation, day, found);
        var triangulation = today.settings().triangulation(day);
        contradictions
                .all(icb, organisation, known, day)
                .forEach((each, rows) -> rows.forEach(
                        row -> triangulation.findings(row).forEach(finding -> found.add(new Found(each, finding)))));
        signals.reconcile(icb, organisation, RULES, found, day);
    }

    private void posts(int icb, @Nullable Integer organisation, LocalDate day, List<Found> found) {
        var rule = today.settings().posts(day);
        for (var each : vacancies.on(icb, organisation, day, rule.noCover())) {
            var vacancy = new Vacancy(each.role(), each.name(), each.since(), each.days(), each.uncovered());
            rule.finding(vacancy).ifPresent(finding -> found.add(new Found(each.organisation(), finding)));
        }
    }

    private record Standing(int organisation, String framework, String name, LocalDate handedIn) {}

    private void assessments(
            int icb, @Nullable Integer organisation, StandingClaims.Known known, LocalDate day, List<Found> found) {
        var rules = today.settings().assessments(day);
        var full = today.settings().triangulation(day).least();
        var expired = facts.expired(icb, organisation, day);
        var lines = new LinkedHashMap<Standing, List<Line>>();
        for (var claim : known.claims()) {
            var standing = new Standing(claim.organisation(), claim.framework(), claim.name(), claim.handedIn());
            lines.computeIfAbsent(standing, _ -> new ArrayList<>())
                    .add(new Line(
                            claim.code(),
                            claim.text(),
                            claim.critical(),
                            claim.variance(),
                            claim.claimed() >= full,
                            claim.unmet(),
                            expired.contains(claim.answer())));
        }
        lines.forEach((standing, mine) -> rules.findings(
                        new Assessment(standing.framework(), standing.name(), standing.handedIn(), mine))
                .forEach(finding -> found.add(new Found(standing.organisation(), finding))));
    }

    private void regulator(int icb, @Nullable Integer organisation, LocalDate day, List<Found> found) {
        var rule = today.settings().regulator(day);
        var ratings = facts.ratings(icb, organisation);
        var notices = facts.notices(icb, organisation);
        var rated = new java.util.TreeSet<>(ratings.keySet());
        rated.addAll(notices.keySet());
        rated.forEach(
                each -> rule.findings(ratings.getOrDefault(each, List.of()), notices.getOrDefault(each, List.of()))
                        .forEach(finding -> found.add(new Found(each, finding))));
    }

    private void heard(int icb, @Nullable Integer organisation, LocalDate day, List<Found> found) {
        var rule = today.settings().heard(day);
        var heard = new HashMap<Integer, List<Heard>>();
        facts.heard(icb, organisation, day.minusDays(rule.days() - 1L))
                .forEach(each -> heard.computeIfAbsent(each.organisation(), _ -> new ArrayList<>())
                        .add(new Heard(
                                each.heard().on(),
                                HeardSources.words(each.heard().source()),
                                each.heard().theme(),
                                each.heard().praises())));
        heard.forEach(
                (each, mine) -> rule.finding(mine, day).ifPresent(finding -> found.add(new Found(each, finding))));
    }
}
