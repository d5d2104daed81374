package uk.goldenthread.actions;

import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.actions.model.Action;
import uk.goldenthread.actions.model.ActionClauses;
import uk.goldenthread.actions.model.ActionState;
import uk.goldenthread.actions.model.Extensions;
import uk.goldenthread.actions.model.Extensions.Approver;
import uk.goldenthread.actions.store.ActionStore;
import uk.goldenthread.actions.store.ActionStore.Extension;
import uk.goldenthread.actions.store.ActionWrites;
import uk.goldenthread.database.Changes;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Outcome;

/// What the ICB's designated professionals do with actions: verify, send back, look again whether
/// the change holds, decide on later dates, ask again, let lapse.
@Service
public class ActionReviews {
    private final UnitOfWork work;
    private final Found found;
    private final ActionStore store;
    private final ActionWrites writes;
    private final ActionRules rules;
    private final ActionEvidence evidence;
    private final Story story;

    ActionReviews(
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

    /// The day proposed for the embed check of what is verified today.
    public LocalDate checkOn() {
        return rules.today().plusMonths(rules.limits().embedMonths());
    }

    /// Verifies that it is done. Never one's own organisation's, never one's own.
    ///
    /// @param check when to look whether the change holds
    public Outcome<Long> assure(Actor actor, long id, String words, LocalDate check) {
        return work.write(actor.scope(), () -> {
            var action = found.locked(actor, id, Permission.ACTION_ASSURE);
            if (!(action.state() instanceof ActionState.EvidenceSubmitted submitted)) {
                return Found.notNow("This action was not handed in, so there is nothing to verify.");
            }
            var proofs = evidence.proofs(actor, action);
            var earliest = rules.today().plusMonths(rules.limits().embedEarliestMonths());
            var outcome = submitted.assure(
                    found.verification(actor, action), proofs, action.plan().expects(), check, earliest);
            return outcome.map(next -> {
                var by = story.by(actor);
                var change = ActionWrites.to(next)
                        .at("assured_at", by.at())
                        .set("assured_by", actor.account())
                        .set("embed_check_on", check);
                story.judged(action, by, change, Story.judgement("ASSURED", words, proofs.names()));
                return id;
            });
        });
    }

    /// Sends it back: the evidence is not enough, or the change did not hold.
    public Outcome<Long> sendBack(Actor actor, long id, String reason) {
        return work.write(actor.scope(), () -> {
            var action = found.locked(actor, id, Permission.ACTION_ASSURE);
            var refusals = found.verification(actor, action);
            Outcome<ActionState.Returned> outcome =
                    switch (action.state()) {
                        case ActionState.EvidenceSubmitted it -> it.sendBack(refusals, reason);
                        case ActionState.Assured it -> it.sendBack(refusals, reason);
                        default -> Found.notNow("There is nothing to send back: it is not with the ICB.");
                    };
            var decision = action.state() instanceof ActionState.Assured ? "NOT_EMBEDDED" : "RETURNED";
            return outcome.map(next -> {
                var by = story.by(actor);
                var seen = evidence.proofs(actor, action).names();
                story.judged(
                        action,
                        by,
                        ActionWrites.to(next).at("returned_at", by.at()),
                        Story.judgement(decision, reason, seen));
                return id;
            });
        });
    }

    /// Finds that the change holds in practice.
    public Outcome<Long> embed(Actor actor, long id, String words) {
        return work.write(actor.scope(), () -> {
            var action = found.locked(actor, id, Permission.ACTION_ASSURE);
            if (!(action.state() instanceof ActionState.Assured assured)) {
                return Found.notNow("Whether a change holds is judged after it was verified.");
            }
            var proofs = evidence.proofs(actor, action);
            return assured.embed(found.verification(actor, action), proofs, rules.today(), earliest(action))
                    .map(next -> {
                        var judged = Story.judgement("EMBEDDED", words, proofs.names());
                        story.judged(action, story.by(actor), ActionWrites.to(next), judged);
                        return id;
                    });
        });
    }

    /// The first day on which the embed check of a verified action can show anything.
    private LocalDate earliest(Action action) {
        var assured = ActionRules.day(Objects.requireNonNull(action.progress().assuredAt()));
        return assured.plusMonths(rules.limits().embedEarliestMonths());
    }

    /// Approves or refuses the later date that was asked for.
    ///
    /// @param minute the committee's, needed once the date has moved as often as it may without
    public Outcome<Long> decideLater(Actor actor, long id, boolean approve, String words, String minute) {
        return work.write(actor.scope(), () -> {
            var action = found.locked(actor, id, Permission.ACTION_EXTEND);
            var asked = store.extensions(action.icb(), id).stream()
                    .filter(each -> each.decision().equals("ASKED"))
                    .findFirst();
            if (asked.isEmpty()) {
                return Found.notNow("No later date is asked for.");
            }
            if (!approve && words.strip().length() < ActionState.SHORTEST_REASON) {
                return Outcome.refused(
                        "words", "Say why the date cannot move, in at least 10 characters.", ActionClauses.EXTENSION);
            }
            var approver = new Approver(actor.organisation(), actor.may(Permission.ACTION_CLOSE));
            var reasons = Extensions.refusals(action, approver, approve ? minute : "-", rules.limits());
            return Outcome.unless(reasons, () -> decided(actor, action, asked.get(), approve, words, minute));
        });
    }

    private Long decided(Actor actor, Action action, Extension asked, boolean approve, String words, String minute) {
        var by = story.by(actor);
        writes.decide(
                action, by, approve ? "APPROVED" : "REFUSED", words.strip(), minute.isBlank() ? null : minute.strip());
        if (approve) {
            var change = Changes.none()
                    .set("due_on", asked.to())
                    .set("extensions", action.timing().extensions() + 1);
            story.step(action, by, change, "EXTENDED", words);
        } else {
            story.told(action, by, "NOT_EXTENDED", words);
        }
        return action.id();
    }

    /// Asks again for what the organisation declined.
    public Outcome<Long> proposeAgain(Actor actor, long id, String reason) {
        return work.write(actor.scope(), () -> {
            var action = found.locked(actor, id, Permission.ACTION_PROPOSE);
            if (!(action.state() instanceof ActionState.Rejected rejected)) {
                return Found.notNow("This action was not declined.");
            }
            return rejected.proposeAgain(reason).map(next -> {
                story.step(action, story.by(actor), ActionWrites.to(next), "PROPOSED_AGAIN", reason);
                return id;
            });
        });
    }

    /// Lets it lapse, because something overtook it. A recurring action does not come again.
    public Outcome<Long> lapse(Actor actor, long id, String reason) {
        return work.write(actor.scope(), () -> {
            var action = found.locked(actor, id, Permission.ACTION_PROPOSE);
            if (!(action.state() instanceof ActionState.Unfinished unfinished)) {
                return Found.notNow("This action has ended already.");
            }
            return unfinished.lapse(reason).map(next -> {
                var by = story.by(actor);
                story.step(action, by, ActionWrites.to(next).at("closed_at", by.at()), "LAPSED", reason);
                return id;
            });
        });
    }
}
