package uk.goldenthread.contracts.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.contracts.model.Contract;
import uk.goldenthread.contracts.store.ContractReading;
import uk.goldenthread.contracts.store.ContractStore;
import uk.goldenthread.contracts.store.ContractStore.Step;
import uk.goldenthread.ledger.Ledger;

/// Takes a contract out for a change, if this person may change it so, and writes down what was done, in
/// its story and in the ledger. Called inside a unit of work.
@Component
class ContractFile {
    private final ContractStore store;
    private final ContractReading reading;
    private final ContractRules rules;
    private final AccessPolicy policy;
    private final Ledger ledger;
    private final Clock clock;

    ContractFile(
            ContractStore store,
            ContractReading reading,
            ContractRules rules,
            AccessPolicy policy,
            Ledger ledger,
            Clock clock) {
        this.store = store;
        this.reading = reading;
        this.rules = rules;
        this.policy = policy;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// The contract, for somebody who has this permission, or the other one where two are given.
    ///
    /// @throws HiddenException when there is none of that number for this person
    Contract taken(Actor actor, long id, Permission permission, Permission... or) {
        var contract = reading.find(actor, id).orElseThrow(HiddenException::new);
        var resource = Resource.of(contract.icb(), contract.organisation());
        if (Stream.of(or).noneMatch(other -> policy.allows(actor, other, resource))) {
            policy.require(actor, permission, resource);
        }
        return contract;
    }

    /// The contract as it was read before.
    ///
    /// @throws OptimisticLockingFailureException when it changed since
    Contract taken(Actor actor, long id, int version, Permission permission) {
        var contract = taken(actor, id, permission);
        if (contract.version() != version) {
            throw new OptimisticLockingFailureException("contract %d changed since it was read".formatted(id));
        }
        return contract;
    }

    /// Writes down what was done today.
    ///
    /// @param detail for the ledger
    void note(Actor actor, Contract contract, Step step, Map<String, ?> detail) {
        note(actor, contract, rules.today(), step, detail);
    }

    /// Writes down what was done on a day.
    void note(Actor actor, Contract contract, LocalDate day, Step step, Map<String, ?> detail) {
        store.step(contract, actor, clock.instant(), day, step);
        ledger.record("CONTRACT_" + step.step(), "contract/" + contract.id(), detail);
    }
}
