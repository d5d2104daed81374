package uk.goldenthread.visits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.organisations.Directory;
import uk.goldenthread.shell.view.Dates;
import uk.goldenthread.visits.model.Visit;
import uk.goldenthread.visits.model.VisitKind;
import uk.goldenthread.visits.model.VisitState;
import uk.goldenthread.visits.store.FindingStore;
import uk.goldenthread.visits.store.VisitStore;
import uk.goldenthread.visits.store.VisitWrites;

/// Visits until they are carried out: planned, confirmed with notice, carried out. What is written down on the way
/// round is [Recording], what follows [VisitReports], what was found [Findings].
@Service
public class Visits {
    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final VisitStore store;
    private final VisitWrites writes;
    private final VisitRules rules;
    private final Directory directory;
    private final Told told;

    Visits(Kept kept, UnitOfWork work, AccessPolicy policy, VisitRules rules, Directory directory) {
        this.store = kept.store();
        this.writes = kept.writes();
        this.told = kept.told();
        this.work = work;
        this.policy = policy;
        this.rules = rules;
        this.directory = directory;
    }

    /// What visits are read from and written to.
    @org.springframework.stereotype.Component
    record Kept(VisitStore store, FindingStore findings, VisitWrites writes, Told told) {}

    /// Plans a visit; whoever does leads it.
    ///
    /// @param why why this provider; empty when it was not chosen by a plan
    public Outcome<Long> plan(Actor actor, int organisation, VisitKind kind, String purpose, LocalDate on, String why) {
        return work.write(
                actor.scope(),
                () -> plan(actor, new VisitWrites.New(organisation, kind, purpose.strip(), why, on, null)));
    }

    /// Plans a visit to the same provider that looks again at what a visit found; its report must be final.
    ///
    /// @throws HiddenException when there is no such visit that this person may see
    public Outcome<Long> followUp(Actor actor, long first, VisitKind kind, String purpose, LocalDate on) {
        return work.write(actor.scope(), () -> {
            var visit = locked(actor, first, Permission.VISIT_PLAN);
            if (!visit.isReported()) {
                return notNow("A follow-up can be planned once the report is final.");
            }
            return plan(actor, new VisitWrites.New(visit.organisation(), kind, purpose.strip(), "", on, first));
        });
    }

    private Outcome<Long> plan(Actor actor, VisitWrites.New wanted) {
        policy.require(actor, Permission.VISIT_PLAN, Resource.of(actor.icb(), wanted.organisation()));
        var reasons = new ArrayList<Reason>();
        if (directory.providersOf(actor.icb(), rules.today()).stream()
                .noneMatch(each -> each.id() == wanted.organisation())) {
            reasons.add(Reason.house("organisation", "Choose one of the providers that your ICB assures."));
        }
        if (wanted.purpose().length() < 5) {
            reasons.add(Reason.house("purpose", "Say what the visit is to look at."));
        }
        if (wanted.on().isBefore(rules.today())) {
            reasons.add(Reason.house("on", "The day is past."));
        }
        return Outcome.unless(reasons, () -> {
            long id = writes.add(actor, wanted);
            var visit = store.find(actor.icb(), id).orElseThrow();
            told.said(actor, visit, "PLANNED", wanted.why(), false);
            return id;
        });
    }

    /// Fixes the day. The provider is told, unless the visit is unannounced.
    public Outcome<Long> confirm(Actor actor, long id, LocalDate on) {
        return work.write(actor.scope(), () -> {
            var visit = locked(actor, id, Permission.VISIT_PLAN);
            if (!(visit.state() instanceof VisitState.Planned planned)) {
                return notNow("The day of this visit is fixed already.");
            }
            return planned.confirm(
                            visit.kind(), on, rules.today(), rules.limits().notice(), rules.calendar())
                    .map(next -> {
                        var open = visit.kind().toldBefore();
                        var change = VisitWrites.to(next).set("planned_on", on).set("open_to_provider", open);
                        told.step(actor, visit, change, "CONFIRMED", Dates.day(on), open);
                        if (open) {
                            told.provider(
                                    visit,
                                    "VISIT_CONFIRMED",
                                    "The ICB visits %s on %s.".formatted(visit.organisationName(), Dates.day(on)),
                                    "confirmed/" + on);
                        }
                        return id;
                    });
        });
    }

    /// It will not take place.
    public Outcome<Long> cancel(Actor actor, long id, String reason) {
        return work.write(actor.scope(), () -> {
            var visit = locked(actor, id, Permission.VISIT_PLAN);
            if (!(visit.state() instanceof VisitState.Ahead ahead)) {
                return notNow("This visit was carried out or cancelled already.");
            }
            return ahead.cancel(reason).map(next -> {
                told.step(actor, visit, VisitWrites.to(next), "CANCELLED", reason, visit.open());
                return id;
            });
        });
    }

    /// It took place.
    public Outcome<Long> carriedOut(Actor actor, long id, LocalDate on) {
        return work.write(actor.scope(), () -> {
            var visit = locked(actor, id, Permission.VISIT_RECORD);
            if (!(visit.state() instanceof VisitState.Ahead ahead)) {
                return notNow("This visit was carried out or cancelled already.");
            }
            return ahead.carriedOut(on, rules.today()).map(next -> {
                var change = VisitWrites.to(next).set("carried_out_on", on);
                told.step(actor, visit, change, "CARRIED_OUT", Dates.day(on), visit.open());
                return id;
            });
        });
    }

    /// Whether the form of the visit is open: from its confirmation until the draft is written.
    public static boolean recording(Visit visit) {
        return visit.state() instanceof VisitState.Confirmed || visit.state() instanceof VisitState.CarriedOut;
    }

    /// The visit, locked.
    ///
    /// @throws HiddenException when there is none that this person may see
    Visit locked(Actor actor, long id, Permission permission) {
        var visit = store.lock(actor.icb(), id).orElseThrow(HiddenException::new);
        policy.require(actor, permission, Resource.of(visit.icb(), visit.organisation()));
        return visit;
    }

    static <T> Outcome<T> notNow(String message) {
        return Outcome.refused(List.of(Reason.house("", message)));
    }
}
