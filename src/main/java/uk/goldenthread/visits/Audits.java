package uk.goldenthread.visits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.visits.model.AuditRules;
import uk.goldenthread.visits.model.AuditRules.Details;
import uk.goldenthread.visits.store.AuditStore;
import uk.goldenthread.visits.store.AuditStore.Audit;

/// Audits: shared by the provider that made them or written down by the ICB, each to be repeated within
/// the year, and complete only when the audit that repeats it is linked (BR-VIS-4).
@Service
public class Audits {
    private static final List<String> KINDS = List.of("SINGLE_AGENCY", "ICB_COMMISSIONED", "MULTI_AGENCY", "RE_AUDIT");
    private static final List<String> RESULTS = List.of("OUTSTANDING", "GOOD", "REQUIRES_IMPROVEMENT", "INADEQUATE");
    private static final List<String> CONFIDENCES = List.of("ASSERTED", "EVIDENCED", "VALIDATED");

    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final AuditStore store;
    private final VisitRules rules;
    private final Template template;
    private final Ledger ledger;

    Audits(UnitOfWork work, AccessPolicy policy, AuditStore store, VisitRules rules, Template template, Ledger ledger) {
        this.work = work;
        this.policy = policy;
        this.store = store;
        this.rules = rules;
        this.template = template;
        this.ledger = ledger;
    }

    /// Shares an audit: one's own organisation's, or as the ICB any provider's.
    public Outcome<Long> share(Actor actor, Details details, AuditRules.Said said) {
        return work.write(actor.scope(), () -> {
            policy.require(
                    actor,
                    actor.reachesWholeIcb() ? Permission.VISIT_RECORD : Permission.AUDIT_SHARE,
                    Resource.of(actor.icb(), details.organisation()));
            var reasons = new ArrayList<>(AuditRules.problems(said, rules.today(), rules.reAuditMonths()));
            reasons.addAll(problems(details));
            var repeated = details.reAudits();
            if (repeated != null) {
                var first = store.find(actor.icb(), repeated).orElseThrow(HiddenException::new);
                if (first.details().organisation() != details.organisation()) {
                    reasons.add(Reason.house("kind", "A re-audit repeats an audit of the same organisation."));
                }
                if (first.complete()) {
                    reasons.add(Reason.house("kind", "That audit was repeated already."));
                }
            }
            if (!reasons.isEmpty()) {
                return Outcome.refused(reasons);
            }
            var line =
                    template.question(details.topic()).map(Template.Topic::line).orElse(null);
            var id = store.add(actor, details, line, said, rules.today());
            if (id.isEmpty()) {
                return Visits.notNow("That audit was repeated already.");
            }
            ledger.record("AUDIT_SHARED", "audit/" + id.get(), Map.of("kind", details.kind()));
            return Outcome.accepted(id.get());
        });
    }

    private List<Reason> problems(Details details) {
        var reasons = new ArrayList<Reason>();
        if (!KINDS.contains(details.kind())) {
            reasons.add(Reason.house("kind", "Choose what kind of audit it is."));
        }
        if (details.kind().equals("RE_AUDIT") != (details.reAudits() != null)) {
            reasons.add(Reason.house("kind", "A re-audit says which audit it repeats; open that audit to begin one."));
        }
        if (!RESULTS.contains(details.result())) {
            reasons.add(Reason.house("result", "Choose the result as a whole."));
        }
        if (!CONFIDENCES.contains(details.confidence())) {
            reasons.add(Reason.house("confidence", "Choose how sure the result is."));
        }
        if (!details.topic().isEmpty() && !template.has(details.topic())) {
            reasons.add(Reason.house("topic", "Choose one of the questions, or none."));
        }
        return reasons;
    }

    /// One audit.
    ///
    /// @throws HiddenException when there is none that this person may see
    public Audit one(Actor actor, AsAt asAt, long id) {
        return work.read(actor.scope(), asAt.instant(), () -> {
            var audit = store.find(actor.icb(), id).orElseThrow(HiddenException::new);
            policy.require(
                    actor,
                    Permission.VISIT_VIEW,
                    Resource.of(actor.icb(), audit.details().organisation()));
            return audit;
        });
    }

    /// The latest audits: an ICB's all, a provider's own.
    public List<Audit> list(Actor actor, AsAt asAt) {
        return work.read(actor.scope(), asAt.instant(), () -> {
            policy.require(actor, Permission.VISIT_VIEW);
            return store.list(actor.icb(), actor.reachesWholeIcb() ? null : Integer.valueOf(actor.organisation()));
        });
    }
}
