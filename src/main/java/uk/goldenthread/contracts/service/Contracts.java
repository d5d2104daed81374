package uk.goldenthread.contracts.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.contracts.model.Contract;
import uk.goldenthread.contracts.model.Contract.Terms;
import uk.goldenthread.contracts.model.Requirement;
import uk.goldenthread.contracts.model.Route;
import uk.goldenthread.contracts.model.Stage;
import uk.goldenthread.contracts.store.ContractReading;
import uk.goldenthread.contracts.store.ContractStore;
import uk.goldenthread.contracts.store.ContractStore.Step;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;

/// The register of contracts: entering and changing them, and moving them through their life cycle.
@Service
public class Contracts {
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 1000;

    private final ContractStore store;
    private final ContractReading reading;
    private final ContractRules rules;
    private final TellProvider tell;
    private final AccessPolicy policy;
    private final UnitOfWork work;
    private final ContractFile file;

    Contracts(
            ContractStore store,
            ContractReading reading,
            ContractRules rules,
            TellProvider tell,
            AccessPolicy policy,
            UnitOfWork work,
            ContractFile file) {
        this.store = store;
        this.reading = reading;
        this.rules = rules;
        this.tell = tell;
        this.policy = policy;
        this.work = work;
        this.file = file;
    }

    /// A contract to be entered.
    ///
    /// @param live whether it is in force already, rather than in planning
    /// @param report the safeguarding report that it asks for; null for none yet
    /// @param exemption why it asks for none; empty when it is not exempt
    public record NewContract(
            int organisation,
            Terms terms,
            boolean live,
            @Nullable Requirement report,
            String exemption) {}

    public Outcome<Long> enter(Actor actor, NewContract entered) {
        policy.require(actor, Permission.CONTRACT_EDIT, Resource.of(actor.icb(), entered.organisation()));
        var exemption = entered.exemption().strip();
        var reasons = new ArrayList<Reason>(exemption.isEmpty() ? List.of() : reasoned(exemption, "exemption"));
        if (entered.live() && entered.report() == null && exemption.isEmpty()) {
            reasons.add(new Reason(
                    "what",
                    "Enter the safeguarding report that it asks for, or why it asks for none",
                    Contract.REPORTS));
        }
        if (!reasons.isEmpty()) {
            return Outcome.refused(reasons);
        }
        return work.write(actor.scope(), () -> {
            var stage = entered.live() ? Stage.LIVE : Stage.PLANNING;
            var row = new ContractStore.Entered(
                    entered.organisation(),
                    entered.terms(),
                    stage,
                    rules.today(),
                    exemption.isEmpty() ? null : exemption,
                    null);
            var id = store.add(actor.icb(), row);
            if (id.isEmpty()) {
                return referenceTaken("reference");
            }
            var contract = reading.find(actor, id.get()).orElseThrow();
            if (entered.report() != null) {
                store.require(contract, actor.account(), entered.report());
            }
            file.note(actor, contract, new Step("ENTERED", stage, "", false), Map.of("stage", stage));
            return Outcome.accepted(contract.id());
        });
    }

    private static Outcome<Long> referenceTaken(String field) {
        return Outcome.refused(field, "The ICB has a contract with this reference already", Clause.HOUSE);
    }

    private static List<Reason> reasoned(String words, String field) {
        int length = words.strip().length();
        return length >= SHORTEST_REASON && length <= LONGEST_REASON
                ? List.of()
                : List.of(Reason.house(field, "Say why, in 10 to 1,000 characters"));
    }

    /// Changes what was agreed; its stage stays.
    ///
    /// @throws OptimisticLockingFailureException when it changed since it was read
    public Outcome<Long> change(Actor actor, long id, int version, Terms terms) {
        return work.write(actor.scope(), () -> {
            var contract = file.taken(actor, id, version, Permission.CONTRACT_EDIT);
            if (reading.isTaken(contract, terms.reference())) {
                return referenceTaken("reference");
            }
            store.change(contract, terms);
            file.note(actor, contract, new Step("CHANGED", contract.stage(), "", true), Map.of());
            return Outcome.accepted(id);
        });
    }

    /// A move to another stage.
    ///
    /// @param day when it happened; null for today
    /// @param route null when none was chosen
    /// @param endOn the last day after a variation or renewal; null for none
    /// @param newReference of the contract that follows a renewal
    public record Move(
            Stage to,
            @Nullable LocalDate day,
            String words,
            @Nullable Route route,
            @Nullable LocalDate endOn,
            String newReference) {}

    /// Moves a contract on.
    ///
    /// @return everything that keeps it where it is
    /// @throws OptimisticLockingFailureException when it changed since it was read
    public Outcome<Long> move(Actor actor, long id, int version, Move move) {
        return work.write(actor.scope(), () -> {
            var contract = file.taken(actor, id, version, Permission.CONTRACT_EDIT);
            var today = rules.today();
            var day = move.day() == null ? today : move.day();
            var reasons = against(contract, move, day, today);
            if (!reasons.isEmpty()) {
                return Outcome.refused(reasons);
            }
            if (move.to() == Stage.RENEWED) {
                var successor = store.add(contract.icb(), successor(contract, move, today));
                if (successor.isEmpty()) {
                    return referenceTaken("newReference");
                }
                store.handOn(contract, successor.get(), actor.account());
            }
            var endOn = move.to() == Stage.VARIED ? move.endOn() : null;
            store.move(contract, move.to(), day, move.route(), endOn);
            boolean icbOnly = List.of(Stage.SPECIFICATION, Stage.PROCUREMENT, Stage.DUE_DILIGENCE, Stage.RENEWAL_REVIEW)
                    .contains(move.to());
            file.note(
                    actor,
                    contract,
                    day,
                    new Step("MOVED", move.to(), move.words().strip(), icbOnly),
                    Map.of("from", contract.stage(), "to", move.to(), "on", day.toString()));
            if (move.to() == Stage.PERFORMANCE_NOTICE) {
                tell.notice(contract, rules.meeting(day), day);
            }
            return Outcome.accepted(id);
        });
    }

    private List<Reason> against(Contract contract, Move move, LocalDate day, LocalDate today) {
        var withRoute = move.route() == null ? contract : withRoute(contract, move.route());
        var reasons = new ArrayList<>(withRoute.against(move.to(), reading.gateway(contract), today));
        if (day.isAfter(today) || day.isBefore(contract.stageSince())) {
            reasons.add(Reason.house("day", "Enter a day from the last step on, and not after today"));
        }
        if (move.words().strip().length() > LONGEST_REASON) {
            reasons.add(Reason.house("words", "Shorten this to 1,000 characters"));
        }
        if (move.to() == Stage.PERFORMANCE_NOTICE && move.words().strip().length() < SHORTEST_REASON) {
            reasons.add(Reason.house("words", "Say what the notice is about, in 10 to 1,000 characters"));
        }
        if (move.to() == Stage.VARIED || move.to() == Stage.RENEWED) {
            var first = move.to() == Stage.VARIED ? today : contract.terms().endOn();
            if (move.endOn() == null || !move.endOn().isAfter(first)) {
                reasons.add(Reason.house("endOn", "Enter the new last day, after the present one or today"));
            }
        }
        if (move.to() == Stage.RENEWED && move.newReference().isBlank()) {
            reasons.add(Reason.house("newReference", "Enter the reference of the contract that follows"));
        }
        return reasons;
    }

    private static Contract withRoute(Contract contract, Route route) {
        return new Contract(
                contract.id(),
                contract.icb(),
                contract.organisation(),
                contract.terms(),
                contract.stage(),
                contract.stageSince(),
                route,
                contract.signedOff(),
                contract.asksSafeguarding(),
                contract.exemption(),
                contract.version());
    }

    private static ContractStore.Entered successor(Contract contract, Move move, LocalDate today) {
        var old = contract.terms();
        var terms = new Terms(
                move.newReference().strip(),
                old.title(),
                old.form(),
                old.leadCommissioner(),
                old.associates(),
                old.endOn().plusDays(1),
                java.util.Objects.requireNonNull(move.endOn()),
                old.monthlyValue(),
                old.clauses());
        return new ContractStore.Entered(
                contract.organisation(), terms, Stage.PLANNING, today, contract.exemption(), contract.id());
    }
}
