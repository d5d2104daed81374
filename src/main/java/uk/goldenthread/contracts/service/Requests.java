package uk.goldenthread.contracts.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.contracts.model.Stage;
import uk.goldenthread.contracts.store.ContractReading;
import uk.goldenthread.contracts.store.RequestStore;
import uk.goldenthread.contracts.store.RequestStore.Request;
import uk.goldenthread.database.Turns;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.evidence.EvidenceLibrary;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.ledger.Ledger;

/// Written requests for evidence under a contract: asked, answered with evidence within ten operational
/// days, accepted or
/// given back (SC32, BR-CON-3).
@Service
public class Requests {
    /// The kind of a request's stable name.
    public static final String KIND = "evidence-request";

    static final Clause CLAUSE =
            new Clause("BR-CON-3", "Evidence is given within 10 operational days of a written request (SC32)");

    private static final int SHORTEST = 10;
    private static final int LONGEST_ASKED = 1000;
    private static final int LONGEST_ANSWER = 2000;

    private final RequestStore store;
    private final ContractReading contracts;
    private final ContractRules rules;
    private final Clauses clauses;
    private final EvidenceLibrary evidence;
    private final TellProvider tell;
    private final AccessPolicy policy;
    private final UnitOfWork work;
    private final Ledger ledger;
    private final Turns turns;

    Requests(
            RequestStore store,
            ContractReading contracts,
            ContractRules rules,
            Clauses clauses,
            EvidenceLibrary evidence,
            TellProvider tell,
            AccessPolicy policy,
            UnitOfWork work,
            Ledger ledger,
            Turns turns) {
        this.store = store;
        this.contracts = contracts;
        this.rules = rules;
        this.clauses = clauses;
        this.evidence = evidence;
        this.tell = tell;
        this.policy = policy;
        this.work = work;
        this.ledger = ledger;
        this.turns = turns;
    }

    /// A request's stable name.
    public static Reference name(long request) {
        return Reference.of(KIND, request);
    }

    /// Asks a provider for evidence.
    ///
    /// @return the request's number
    public Outcome<Long> ask(Actor actor, long contract, String clause, String words) {
        return work.write(actor.scope(), () -> {
            var found = contracts.find(actor, contract).orElseThrow(HiddenException::new);
            policy.require(actor, Permission.CONTRACT_EDIT, Resource.of(found.icb(), found.organisation()));
            var asked = words.strip();
            var reasons = new ArrayList<Reason>();
            if (!found.stage().isInForce() && found.stage() != Stage.MOBILISATION && found.stage() != Stage.SIGNED) {
                reasons.add(Reason.house("", "Evidence is asked for under a contract that is signed"));
            }
            if (!clauses.has(clause)) {
                reasons.add(Reason.house("clause", "Choose the clause that asks for it"));
            }
            if (asked.length() < SHORTEST || asked.length() > LONGEST_ASKED) {
                reasons.add(Reason.house("asked", "Say what is asked for, in 10 to 1,000 characters"));
            }
            turns.await("contract/" + contract);
            reasons.addAll(askedAlready(actor, contract, clause, asked));
            if (!reasons.isEmpty()) {
                return Outcome.refused(reasons);
            }
            var today = rules.today();
            var due = rules.evidenceDue(today);
            long id = store.ask(found, actor.account(), clause, asked, new RequestStore.Days(today, due));
            ledger.record("EVIDENCE_ASKED", name(id).toString(), Map.of("contract", contract, "due", due.toString()));
            tell.asked(found, id, due);
            return Outcome.accepted(id);
        });
    }

    private List<Reason> askedAlready(Actor actor, long contract, String clause, String asked) {
        return store.of(actor, contract).stream()
                .filter(each -> !each.isAnswered())
                .filter(each -> each.clause().equals(clause) && each.asked().equals(asked))
                .map(each -> Reason.house("asked", "This was asked for already; the provider has not answered yet"))
                .limit(1)
                .toList();
    }

    private Request find(Actor actor, long id, int version) {
        var request = store.find(actor, id).orElseThrow(HiddenException::new);
        if (request.version() != version) {
            throw new OptimisticLockingFailureException("request %d changed since it was read".formatted(id));
        }
        return request;
    }

    private static Resource resource(Request request) {
        return Resource.of(request.icb(), request.organisation());
    }

    /// Answers with the evidence that is linked, and words.
    ///
    /// @throws OptimisticLockingFailureException when it changed since it was read
    public Outcome<Long> answer(Actor actor, long id, int version, String words) {
        return work.write(actor.scope(), () -> {
            var request = find(actor, id, version);
            policy.require(actor, Permission.EVIDENCE_ADD, resource(request));
            var answer = words.strip();
            var reasons = new ArrayList<Reason>();
            if (request.isAnswered()) {
                reasons.add(Reason.house("", "This request is answered already"));
            }
            boolean shown = evidence.of(actor, List.of(name(id))).getOrDefault(name(id), List.of()).stream()
                    .anyMatch(item -> item.isInDate(rules.today()));
            if (!shown && answer.length() < SHORTEST) {
                reasons.add(new Reason(
                        "answer", "Give at least one item of evidence in date, or say why there is none", CLAUSE));
            }
            if (answer.length() > LONGEST_ANSWER) {
                reasons.add(Reason.house("answer", "Shorten this to 2,000 characters"));
            }
            if (!reasons.isEmpty()) {
                return Outcome.refused(reasons);
            }
            store.answer(request, actor.account(), rules.today(), answer);
            ledger.record("EVIDENCE_REQUEST_ANSWERED", name(id).toString());
            return Outcome.accepted(id);
        });
    }

    /// Accepts an answer that somebody else gave.
    ///
    /// @throws OptimisticLockingFailureException when it changed since it was read
    public Outcome<Long> accept(Actor actor, long id, int version) {
        return work.write(actor.scope(), () -> {
            var request = find(actor, id, version);
            policy.require(actor, Permission.CONTRACT_EDIT, resource(request));
            var refusal = notToJudge(actor, request);
            if (refusal != null) {
                return refusal;
            }
            store.accept(request, actor.account(), rules.today());
            ledger.record("EVIDENCE_REQUEST_ACCEPTED", name(id).toString());
            return Outcome.accepted(id);
        });
    }

    private static @org.jspecify.annotations.Nullable Outcome<Long> notToJudge(Actor actor, Request request) {
        if (!request.isAnswered() || request.isAccepted()) {
            return Outcome.refused("", "No answer waits to be looked at", Clause.HOUSE);
        }
        return Integer.valueOf(actor.account()).equals(request.answeredBy())
                ? Outcome.refused("", "You answered this yourself. Somebody else looks at it", Clause.HOUSE)
                : null;
    }

    /// Gives an answer back with what is still needed; its date stays.
    ///
    /// @throws OptimisticLockingFailureException when it changed since it was read
    public Outcome<Long> giveBack(Actor actor, long id, int version, String why) {
        return work.write(actor.scope(), () -> {
            var request = find(actor, id, version);
            policy.require(actor, Permission.CONTRACT_EDIT, resource(request));
            var refusal = notToJudge(actor, request);
            if (refusal != null) {
                return refusal;
            }
            if (why.strip().length() < SHORTEST || why.strip().length() > LONGEST_ASKED) {
                return Outcome.refused("why", "Say what is still needed, in 10 to 1,000 characters", Clause.HOUSE);
            }
            store.giveBack(request, why.strip());
            ledger.record("EVIDENCE_REQUEST_GIVEN_BACK", name(id).toString());
            tell.givenBack(request.organisation(), id, version);
            return Outcome.accepted(id);
        });
    }
}
