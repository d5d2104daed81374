package uk.goldenthread.contracts.service;

import java.util.Map;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.contracts.model.Requirement;
import uk.goldenthread.contracts.model.Stage;
import uk.goldenthread.contracts.store.ContractReading;
import uk.goldenthread.contracts.store.ContractStore;
import uk.goldenthread.contracts.store.ContractStore.Step;
import uk.goldenthread.database.Turns;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;

/// What a contract asks to be reported (BR-CON-5), and the agreement of its remedial action plan.
@Service
public class Reporting {
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 1000;

    private final ContractStore store;
    private final ContractReading reading;
    private final ContractFile file;
    private final UnitOfWork work;
    private final Turns turns;

    Reporting(ContractStore store, ContractReading reading, ContractFile file, UnitOfWork work, Turns turns) {
        this.store = store;
        this.reading = reading;
        this.turns = turns;
        this.file = file;
        this.work = work;
    }

    /// Adds a report that a contract asks for.
    public Outcome<Long> require(Actor actor, long id, Requirement requirement) {
        return work.write(actor.scope(), () -> {
            var contract = file.taken(actor, id, Permission.CONTRACT_EDIT);
            var what = requirement.what().strip();
            if (what.isEmpty() || what.length() > 500) {
                return Outcome.refused("what", "Say what is reported, in at most 500 characters", Clause.HOUSE);
            }
            turns.await("contract/" + id);
            if (reading.requirements(contract).contains(requirement)) {
                return Outcome.refused("what", "The contract asks for this report already", Clause.HOUSE);
            }
            store.require(contract, actor.account(), requirement);
            file.note(actor, contract, new Step("ASKS_REPORT", contract.stage(), what, false), Map.of());
            return Outcome.accepted(id);
        });
    }

    /// Records why a contract asks for no safeguarding report (BR-CON-5).
    ///
    /// @throws OptimisticLockingFailureException when it changed since it was read
    public Outcome<Long> exempt(Actor actor, long id, int version, String why) {
        return work.write(actor.scope(), () -> {
            var contract = file.taken(actor, id, version, Permission.CONTRACT_EDIT);
            int length = why.strip().length();
            if (length < SHORTEST_REASON || length > LONGEST_REASON) {
                return Outcome.refused("exemption", "Say why, in 10 to 1,000 characters", Clause.HOUSE);
            }
            store.exempt(contract, why.strip());
            file.note(actor, contract, new Step("EXEMPTED", contract.stage(), why.strip(), true), Map.of());
            return Outcome.accepted(id);
        });
    }

    /// Notes that the remedial action plan is agreed, which stops its clock.
    public Outcome<Long> planAgreed(Actor actor, long id, String words) {
        return work.write(actor.scope(), () -> {
            var contract = file.taken(actor, id, Permission.CONTRACT_EDIT);
            if (contract.stage() != Stage.RAP) {
                return Outcome.refused("to", "No remedial action plan is waiting to be agreed", Clause.HOUSE);
            }
            var said = words.strip();
            var kept = said.substring(0, Math.min(said.length(), LONGEST_REASON));
            file.note(actor, contract, new Step("PLAN_AGREED", Stage.RAP, kept, false), Map.of());
            return Outcome.accepted(id);
        });
    }
}
