package uk.goldenthread.visits;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Permission;
import uk.goldenthread.catalogue.OrganisationKind;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.organisations.Directory;
import uk.goldenthread.organisations.Organisation;
import uk.goldenthread.visits.model.Programme;
import uk.goldenthread.visits.model.VisitKind;
import uk.goldenthread.visits.store.ProgrammeStore;
import uk.goldenthread.visits.store.ProgrammeStore.Plan;
import uk.goldenthread.visits.store.VisitStore;
import uk.goldenthread.visits.store.VisitWrites;

/// The year's plan of visits: proposed by cadence and risk with a part drawn at random, kept with its
/// seed, and planned once somebody approves it.
@Service
public class Programmes {
    private static final int SEEDS = 1_000_000;

    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final ProgrammeStore store;
    private final VisitStore visits;
    private final VisitWrites writes;
    private final Told told;
    private final Sources sources;
    private final Ledger ledger;
    private final SecureRandom random = new SecureRandom();

    Programmes(
            UnitOfWork work,
            AccessPolicy policy,
            ProgrammeStore store,
            Visits.Kept kept,
            Sources sources,
            Ledger ledger) {
        this.work = work;
        this.policy = policy;
        this.store = store;
        this.visits = kept.store();
        this.writes = kept.writes();
        this.told = kept.told();
        this.sources = sources;
        this.ledger = ledger;
    }

    /// What a plan is made from.
    @org.springframework.stereotype.Component
    record Sources(
            VisitRules rules, Directory directory, OrganisationKind.Kinds kinds, ObjectProvider<Oversight> oversight) {}

    /// The plan proposed last.
    public Optional<Plan> latest(Actor actor, AsAt asAt) {
        return work.read(actor.scope(), asAt.instant(), () -> {
            policy.require(actor, Permission.VISIT_PLAN, Resource.ofIcb(actor.icb()));
            return store.latest(actor.icb());
        });
    }

    /// Proposes a plan for the year from today; nobody chooses the seed.
    public Outcome<Integer> propose(Actor actor) {
        return propose(actor, random.nextInt(SEEDS));
    }

    Outcome<Integer> propose(Actor actor, long seed) {
        return work.write(actor.scope(), () -> {
            policy.require(actor, Permission.VISIT_PLAN, Resource.ofIcb(actor.icb()));
            var rules = sources.rules();
            LocalDate start = rules.today();
            var last = visits.lastVisits(actor.icb());
            var levels = levels(actor.icb());
            var candidates = sources.directory().providersOf(actor.icb(), start).stream()
                    .map(each -> new Programme.Candidate(
                            each.id(), each.name(), isMain(each), levels.get(each.id()), last.get(each.id())))
                    .toList();
            var lines = Programme.of(candidates, start, seed, rules.limits(), rules.calendar());
            int id = store.add(actor, start, seed, lines, rules.now());
            ledger.record("VISITS_PROPOSED", "visit-programme/" + id, Map.of("seed", seed, "visits", lines.size()));
            return Outcome.accepted(id);
        });
    }

    private Map<Integer, String> levels(int icb) {
        var levels = new HashMap<Integer, String>();
        sources.oversight().forEach(each -> levels.putAll(each.levels(icb)));
        return levels;
    }

    /// A main provider gives a full return; a practice has its own, light one.
    private boolean isMain(Organisation organisation) {
        return sources.kinds()
                .find(organisation.kind())
                .map(kind -> kind.returns() == OrganisationKind.Returns.FULL)
                .orElse(false);
    }

    /// Approves the plan proposed last: its visits are planned, each with the reason why.
    public Outcome<Integer> approve(Actor actor, int id) {
        return work.write(actor.scope(), () -> {
            policy.require(actor, Permission.VISIT_PLAN, Resource.ofIcb(actor.icb()));
            var plan = store.latest(actor.icb()).filter(each -> each.id() == id);
            if (plan.isEmpty() || plan.get().approved()) {
                return Visits.notNow("This plan was approved already, or another was proposed since.");
            }
            store.approve(actor, id, sources.rules().now());
            var numbers = new ArrayList<Long>();
            for (var line : plan.get().lines()) {
                var drawn = line.chosen().equals("RANDOM");
                var visit = new VisitWrites.New(
                        line.organisation(),
                        drawn ? VisitKind.UNANNOUNCED : VisitKind.ANNOUNCED,
                        drawn ? "Visit drawn at random" : "Visit that is due",
                        line.why(),
                        line.on(),
                        null);
                numbers.add(writes.add(actor, visit));
            }
            visits.ofNumbers(actor.icb(), numbers)
                    .forEach(visit -> told.said(actor, visit, "PLANNED", visit.why(), false));
            var planned = numbers.size();
            ledger.record("VISITS_APPROVED", "visit-programme/" + id, Map.of("visits", planned));
            return Outcome.accepted(planned);
        });
    }
}
