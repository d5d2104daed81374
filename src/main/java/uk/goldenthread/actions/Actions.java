package uk.goldenthread.actions;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.actions.model.Action;
import uk.goldenthread.actions.model.ActionState;
import uk.goldenthread.actions.model.Extensions;
import uk.goldenthread.actions.store.ActionStore;
import uk.goldenthread.actions.store.ActionWrites;
import uk.goldenthread.database.Changes;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;

/// What an organisation does with its actions: accept or decline, say how it goes, say that it is
/// done, ask for longer. With [ActionReviews], [Committee] and [BulkEdit] the only way to change
/// one.
@Service
public class Actions {
    private final UnitOfWork work;
    private final Found found;
    private final ActionStore store;
    private final ActionWrites writes;
    private final ActionRules rules;
    private final ActionEvidence evidence;
    private final Story story;

    Actions(
            UnitOfWork work,
            Found found,
            ActionStore store,
            ActionWrites writes,
            ActionRules rules,
            ActionEvidence evidence,
            Story story) {
        this.work = work;
        this.found = found;
        this.store = store;
        this.writes = writes;
        this.rules = rules;
        this.evidence = evidence;
        this.story = story;
    }

    /// Takes the action on and names who owns it.
    ///
    /// @param owner an account of somebody who works there and may carry actions out
    public Outcome<Long> accept(Actor actor, long id, int owner, String words) {
        return work.write(actor.scope(), () -> {
            var action = found.locked(actor, id, Permission.ACTION_WORK);
            if (!(action.state() instanceof ActionState.Proposed proposed)) {
                return Found.notNow("This action was answered already.");
            }
            return owner(action, owner).map(named -> {
                var change = ActionWrites.to(proposed.accept())
                        .set("owner", named.account())
                        .set("owner_name", named.name());
                story.step(action, story.by(actor), change, "ACCEPTED", words);
                return id;
            });
        });
    }

    private Outcome<Action.Owner> owner(Action action, int account) {
        return found.whoMayOwn(action.organisation()).stream()
                .filter(person -> person.account() == account)
                .findFirst()
                .map(person -> Outcome.accepted(new Action.Owner(person.account(), person.name())))
                .orElseGet(() -> Outcome.refused(List.of(Reason.house(
                        "owner",
                        "Choose somebody who works for %s and may carry actions out."
                                .formatted(action.organisationName())))));
    }

    /// Declines the action with a reason; the ICB may ask again.
    public Outcome<Long> decline(Actor actor, long id, String reason) {
        return work.write(actor.scope(), () -> {
            var action = found.locked(actor, id, Permission.ACTION_WORK);
            if (!(action.state() instanceof ActionState.Proposed proposed)) {
                return Found.notNow("This action was answered already.");
            }
            return proposed.decline(reason).map(next -> {
                story.step(action, story.by(actor), ActionWrites.to(next), "DECLINED", reason);
                return id;
            });
        });
    }

    /// Says how it goes.
    public Outcome<Long> update(Actor actor, long id, String words) {
        return work.write(actor.scope(), () -> {
            var action = found.locked(actor, id, Permission.ACTION_WORK);
            if (!(action.state() instanceof ActionState.AtWork working)) {
                return Found.notNow("This action is not being worked on now, so there is nothing to say of it.");
            }
            return working.update(words).map(next -> {
                story.step(action, story.by(actor), ActionWrites.to(next), "UPDATED", words);
                return id;
            });
        });
    }

    /// Says that it is done. It goes to the ICB, which verifies it.
    public Outcome<Long> submit(Actor actor, long id, String words) {
        return work.write(actor.scope(), () -> {
            var action = found.locked(actor, id, Permission.ACTION_WORK);
            if (!(action.state() instanceof ActionState.AtWork working)) {
                return Found.notNow("This action is not being worked on now, so it cannot be handed in.");
            }
            var proofs = evidence.proofs(actor, action);
            return working.submit(words, proofs, action.plan().expects(), notEnough(action))
                    .map(next -> {
                        var by = story.by(actor);
                        story.step(action, by, ActionWrites.to(next).at("submitted_at", by.at()), "SUBMITTED", words);
                        return id;
                    });
        });
    }

    /// The evidence that was not enough when the action was last sent back.
    private Set<String> notEnough(Action action) {
        if (!(action.state() instanceof ActionState.Returned)) {
            return Set.of();
        }
        return store.judgements(action.icb(), action.id()).stream()
                .filter(judgement -> Set.of("RETURNED", "NOT_EMBEDDED").contains(judgement.decision()))
                .reduce((_, last) -> last)
                .map(ActionStore.Judgement::evidence)
                .orElse(Set.of());
    }

    /// Asks for a later date.
    public Outcome<Long> askLater(Actor actor, long id, LocalDate to, String reason) {
        return work.write(actor.scope(), () -> {
            var action = found.locked(actor, id, Permission.ACTION_WORK);
            if (store.extensions(action.icb(), id).stream()
                    .anyMatch(each -> each.decision().equals("ASKED"))) {
                return Found.notNow("A later date was asked for already; the ICB has not decided.");
            }
            var reasons = Extensions.problems(action, to, reason, rules.today(), rules.limits());
            return Outcome.unless(reasons, () -> {
                var by = story.by(actor);
                writes.extension(action, by, to, reason.strip(), false, null);
                story.told(action, by, "EXTENSION_ASKED", reason);
                return id;
            });
        });
    }

    /// Hands it to another colleague.
    public Outcome<Long> giveTo(Actor actor, long id, int owner) {
        return work.write(actor.scope(), () -> {
            var action = found.locked(actor, id, Permission.ACTION_WORK);
            if (!(action.state() instanceof ActionState.AtWork)) {
                return Found.notNow("The owner changes only while the action is being worked on.");
            }
            return owner(action, owner).map(named -> {
                var change = Changes.none().set("owner", named.account()).set("owner_name", named.name());
                story.step(action, story.by(actor), change, "OWNER_CHANGED", named.name());
                return id;
            });
        });
    }
}
