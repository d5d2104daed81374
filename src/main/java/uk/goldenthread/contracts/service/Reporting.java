package uk.goldenthread.contracts.service;

import java.time.Clock;
import java.util.Map;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.contracts.model.Contract;
import uk.goldenthread.contracts.model.Requirement;
import uk.goldenthread.contracts.model.Stage;
import uk.goldenthread.contracts.store.ContractReading;
import uk.goldenthread.contracts.store.ContractStore;
import uk.goldenthread.contracts.store.ContractStore.Step;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.ledger.Ledger;

/// What a contract asks to be reported (BR-CON-5), and the agreement of its remedial action plan.
@Service
public class Reporting {
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 1000;

    private final ContractStore store;
    private final ContractReading reading;
    private final ContractRules rules;
    private final AccessPolicy policy;
    private final UnitOfWork work;
    private final Ledger ledger;
    private final Clock clock;

    Reporting(
            ContractStore store,
            ContractReading reading,
            ContractRules rules,
            AccessPolicy policy,
            UnitOfWork work,
            Ledger ledger,
            Clock clock) {
        this.store = store;
        this.reading = reading;
        this.rules = rules;
        this.policy = policy;
        this.work = work;
        this.ledger = ledger;
        this.clock = clock;
    }

    private void note(Actor actor, Contract contract, Step step) {
        store.step(contract, actor, clock.instant(), rules.today(), step);
        ledger.record("CONTRACT_" + step.step(), "contract/" + contract.id(), Map.of());
    }

    private Contract mine(Actor actor, long id) {
        var contract = reading.find(actor, id).orElseThrow(HiddenException::new);
        policy.require(actor, Permission.CONTRACT_EDIT, Resource.of(contract.icb(), contract.organisation()));
        return contract;
    }

    /// Adds a report that a contract asks for.
    public Outcome<Long> require(Actor actor, long id, Requirement requirement) {
        return work.write(actor.scope(), () -> {
            var contract = mine(actor, id);
            var what = requirement.what().strip();
            if (what.isEmpty() || what.length() > 500) {
                return Outcome.refused("what", "Say what is reported, in at most 500 characters", Clause.HOUSE);
            }
            store.require(contract, actor.account(), requirement);
            note(actor, contract, new Step("ASKS_REPORT", contract.stage(), what, false));
            return Outcome.accepted(id);
        });
    }

    /// Records why a contract asks for no safeguarding report (BR-CON-5).
    ///
    /// @throws OptimisticLockingFailureException when it changed since it was read
    public Outcome<Long> exempt(Actor actor, long id, int version, String why) {
        return work.write(actor.scope(), () -> {
            var contract = mine(actor, id);
            if (contract.version() != version) {
                throw new OptimisticLockingFailureException("contract %d changed since it was read".formatted(id));
            }
            int length = why.strip().length();
            if (length < SHORTEST_REASON || length > LONGEST_REASON) {
                return Outcome.refused("exemption", "Say why, in 10 to 1,000 characters", Clause.HOUSE);
            }
            store.exempt(contract, why.strip());
            note(actor, contract, new Step("EXEMPTED", contract.stage(), why.strip(), true));
            return Outcome.accepted(id);
        });
    }

    /// Notes that the remedial action plan is agreed, which stops its clock.
    public Outcome<Long> planAgreed(Actor actor, long id, String words) {
        return work.write(actor.scope(), () -> {
            var contract = mine(actor, id);
            if (contract.stage() != Stage.RAP) {
                return Outcome.refused("to", "No remedial action plan is waiting to be agreed", Clause.HOUSE);
            }
            var said = words.strip();
            note(
                    actor,
                    contract,
                    new Step(
                            "PLAN_AGREED",
                            Stage.RAP,
                            said.substring(0, Math.min(said.length(), LONGEST_REASON)),
                            false));
            return Outcome.accepted(id);
        });
    }
}
