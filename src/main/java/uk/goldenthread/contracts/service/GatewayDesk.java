package uk.goldenthread.contracts.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.contracts.model.Gateway;
import uk.goldenthread.contracts.model.Made;
import uk.goldenthread.contracts.model.Stage;
import uk.goldenthread.contracts.store.ContractReading;
import uk.goldenthread.contracts.store.ContractStore;
import uk.goldenthread.contracts.store.ContractStore.Step;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.shell.view.Dates;

/// The safeguarding part of making a contract: the specification's sign-off, the eight checks, and an
/// executive's waiver.
@Service
public class GatewayDesk {
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 1000;

    private final ContractStore store;
    private final ContractReading reading;
    private final ContractRules rules;
    private final ContractFile file;
    private final UnitOfWork work;
    private final Clock clock;

    GatewayDesk(
            ContractStore store,
            ContractReading reading,
            ContractRules rules,
            ContractFile file,
            UnitOfWork work,
            Clock clock) {
        this.store = store;
        this.reading = reading;
        this.rules = rules;
        this.file = file;
        this.work = work;
        this.clock = clock;
    }

    /// A designated professional signs off the safeguarding part of the specification.
    ///
    /// @throws OptimisticLockingFailureException when the contract changed since it was read
    public Outcome<Long> signOff(Actor actor, long id, int version) {
        return work.write(actor.scope(), () -> {
            var contract = file.taken(actor, id, version, Permission.CONTRACT_SIGN_OFF);
            if (contract.stage() != Stage.SPECIFICATION || contract.signedOff()) {
                return Outcome.refused("", "No specification of this contract waits to be signed off", Clause.HOUSE);
            }
            store.signOff(contract, actor.account(), clock.instant());
            file.note(actor, contract, new Step("SIGNED_OFF", contract.stage(), "", true), Map.of());
            return Outcome.accepted(id);
        });
    }

    /// Records checks; those not among them stay as they are.
    public Outcome<Long> check(Actor actor, long id, List<Made> made) {
        return work.write(actor.scope(), () -> {
            var contract = file.taken(actor, id, Permission.CONTRACT_SIGN_OFF, Permission.CONTRACT_EDIT);
            var reasons = new ArrayList<Reason>();
            if (contract.stage().isInForce() || contract.stage().isOver()) {
                reasons.add(Reason.house("", "The gateway is for contracts that are being made"));
            }
            for (var each : made) {
                var field = "note-" + each.check().name();
                if (!each.passed() && each.note().length() < SHORTEST_REASON) {
                    reasons.add(Reason.house(
                            field,
                            "Say what is wrong with “%s”, in at least 10 characters"
                                    .formatted(each.check().words())));
                } else if (each.note().length() > LONGEST_REASON) {
                    reasons.add(Reason.house(field, "Shorten this to 1,000 characters"));
                }
            }
            if (!reasons.isEmpty()) {
                return Outcome.refused(reasons);
            }
            made.stream()
                    .filter(each -> store.check(contract, each, actor.account(), clock.instant()))
                    .map(each -> each.check().words() + ": " + (each.passed() ? "passed" : "failed, " + each.note()))
                    .forEach(words ->
                            file.note(actor, contract, new Step("CHECKED", contract.stage(), words, true), Map.of()));
            return Outcome.accepted(id);
        });
    }

    /// An executive waives the checks that failed, for at most 90 days (BR-CON-2).
    ///
    /// @param until the last day; null when none was given
    public Outcome<Long> waive(Actor actor, long id, @Nullable LocalDate until, String why) {
        return work.write(actor.scope(), () -> {
            var contract = file.taken(actor, id, Permission.CONTRACT_WAIVE);
            var today = rules.today();
            var last = today.plusDays(rules.waiverDays());
            var reasons = new ArrayList<Reason>();
            if (reading.gateway(contract).failed().isEmpty()) {
                reasons.add(new Reason("", "No check has failed, so there is nothing to waive", Gateway.CLAUSE));
            }
            if (until == null || !until.isAfter(today) || until.isAfter(last)) {
                reasons.add(new Reason(
                        "until",
                        "Enter a last day after today and at most %d days from now".formatted(rules.waiverDays()),
                        Gateway.CLAUSE));
            }
            if (why.strip().length() < SHORTEST_REASON || why.strip().length() > LONGEST_REASON) {
                reasons.add(new Reason("reason", "Say why, in 10 to 1,000 characters", Gateway.CLAUSE));
            }
            if (!reasons.isEmpty() || until == null) {
                return Outcome.refused(reasons);
            }
            store.waive(contract, actor.account(), today, until, why.strip());
            var words = "until %s: %s".formatted(Dates.day(until), why.strip());
            file.note(
                    actor,
                    contract,
                    new Step("WAIVED", contract.stage(), words, true),
                    Map.of("until", until.toString()));
            return Outcome.accepted(id);
        });
    }
}
