package uk.goldenthread.visits;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.database.Changes;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.visits.model.Grade;
import uk.goldenthread.visits.model.Visit;
import uk.goldenthread.visits.model.VisitClauses;
import uk.goldenthread.visits.model.VisitState;
import uk.goldenthread.visits.store.FindingStore;
import uk.goldenthread.visits.store.VisitWrites;
import uk.goldenthread.visits.store.VisitWrites.NewFinding;

/// What a visit found, with its grade. An immediate risk has a path of its own: the provider's lead is
/// told before the visitors leave, it is confirmed in writing within a working day, and the provider
/// plans within five.
@Service
public class Findings {
    private final UnitOfWork work;
    private final Visits visits;
    private final FindingStore store;
    private final VisitWrites writes;
    private final VisitRules rules;
    private final Template template;
    private final Told told;

    Findings(UnitOfWork work, Visits visits, Visits.Kept kept, VisitRules rules, Template template) {
        this.work = work;
        this.visits = visits;
        this.store = kept.findings();
        this.writes = kept.writes();
        this.told = kept.told();
        this.rules = rules;
        this.template = template;
    }

    /// A finding to be added.
    ///
    /// @param about the code of the part or the question of the visit that it is about
    /// @param toldTo for an immediate risk, the role of whom at the provider was told; never a patient's
    ///     name
    /// @param toldAt when they were told
    public record Wanted(
            @Nullable Grade grade,
            String about,
            String words,
            String toldTo,
            @Nullable Instant toldAt) {}

    /// Adds a finding. An immediate risk is open to the provider at once, and the ICB's leads are told.
    public Outcome<Long> add(Actor actor, long id, Wanted wanted) {
        return work.write(actor.scope(), () -> {
            var visit = visits.locked(actor, id, Permission.VISIT_RECORD);
            if (!Visits.recording(visit)) {
                return Visits.notNow("Findings are added until the draft report is written.");
            }
            var reasons = problems(wanted);
            return Outcome.unless(reasons, () -> add(actor, visit, wanted));
        });
    }

    private List<Reason> problems(Wanted wanted) {
        var reasons = new ArrayList<Reason>();
        if (wanted.grade() == null) {
            reasons.add(Reason.house("grade", "Choose what the finding weighs."));
        }
        if (!template.topics().containsKey(wanted.about())) {
            reasons.add(Reason.house("about", "Choose what of the visit it is about."));
        }
        var words = wanted.words().strip().length();
        if (words < VisitState.SHORTEST || words > 4000) {
            reasons.add(Reason.house("found", "Say what was found, in 10 to 4,000 characters."));
        }
        if (wanted.grade() == Grade.IMMEDIATE) {
            var toldAt = wanted.toldAt();
            if (wanted.toldTo().isBlank()) {
                reasons.add(new Reason(
                        "toldTo",
                        "Tell the provider's lead before you leave, and say whom you told.",
                        VisitClauses.IMMEDIATE));
            }
            if (toldAt == null || toldAt.isAfter(rules.now())) {
                reasons.add(new Reason("toldAt", "Say when the lead was told.", VisitClauses.IMMEDIATE));
            }
        }
        return reasons;
    }

    private Long add(Actor actor, Visit visit, Wanted wanted) {
        var grade = Objects.requireNonNull(wanted.grade());
        var topic = Objects.requireNonNull(template.topics().get(wanted.about()));
        var immediate = grade == Grade.IMMEDIATE;
        var finding = new NewFinding(
                grade,
                topic.part().code(),
                topic.code(),
                topic.line(),
                wanted.words().strip(),
                immediate ? wanted.toldTo().strip() : "",
                immediate ? wanted.toldAt() : null);
        long number = writes.finding(visit, finding);
        var open = immediate || visit.open();
        told.step(actor, visit, Changes.none().set("open_to_provider", open), "FOUND", grade.words(), immediate);
        if (immediate) {
            told.icb(
                    visit,
                    "IMMEDIATE_RISK",
                    "%s: a visit found an immediate risk. The provider's lead was told."
                            .formatted(visit.organisationName()),
                    "immediate/" + number);
            told.publish(new ImmediateRisk(visit.icb(), visit.organisation(), number));
        }
        return number;
    }

    /// Confirms an immediate risk to the provider in writing.
    public Outcome<Long> confirmInWriting(Actor actor, long id, long finding) {
        return work.write(actor.scope(), () -> {
            var visit = visits.locked(actor, id, Permission.VISIT_RECORD);
            if (!writes.written(visit, finding, rules.now())) {
                return Visits.notNow("There is no immediate risk of this number that waits to be confirmed.");
            }
            told.said(actor, visit, "WRITTEN", "", true);
            told.provider(
                    visit,
                    "IMMEDIATE_RISK",
                    "The ICB confirms in writing an immediate risk that its visit found. Send your plan within %d working days."
                            .formatted(rules.limits().report().plan()),
                    "written/" + finding);
            return Outcome.accepted(id);
        });
    }

    /// Withdraws a finding: it was wrong. It stays on the record with the reason.
    ///
    /// @throws HiddenException when there is no such finding
    public Outcome<Long> withdraw(Actor actor, long id, long finding, String why) {
        return work.write(actor.scope(), () -> {
            var visit = visits.locked(actor, id, Permission.VISIT_RECORD);
            if (!Visits.recording(visit) && !(visit.state() instanceof VisitState.FactualAccuracy)) {
                return Visits.notNow("A finding is withdrawn until the report is final.");
            }
            if (why.strip().length() < VisitState.SHORTEST) {
                return Outcome.refused(
                        List.of(Reason.house("why", "Say why it was wrong, in at least 10 characters.")));
            }
            var knew = store.ofVisit(visit.icb(), id).stream().anyMatch(each -> each.id() == finding && each.open());
            if (!writes.withdraw(visit, finding, why.strip())) {
                throw new HiddenException();
            }
            told.said(actor, visit, "WITHDRAWN", why, knew);
            told.publish(new ImmediateRisk(visit.icb(), visit.organisation(), finding));
            return Outcome.accepted(id);
        });
    }
}
