package uk.goldenthread.actions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.actions.model.ActionState;
import uk.goldenthread.actions.model.Effect;
import uk.goldenthread.actions.store.ActionWrites;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Outcome;

/// What the committee does with actions: judge their effect, close them with its minute, accept the
/// risk that is left. One action at a time: there is no closing in bulk (BR-ACT-5).
@Service
public class Committee {
    private final UnitOfWork work;
    private final Found found;
    private final ActionEvidence evidence;
    private final Story story;

    Committee(UnitOfWork work, Found found, ActionEvidence evidence, Story story) {
        this.work = work;
        this.found = found;
        this.evidence = evidence;
        this.story = story;
    }

    /// Judges what the change did for people.
    public Outcome<Long> evaluate(Actor actor, long id, @Nullable Effect effect, String words) {
        return work.write(actor.scope(), () -> {
            var action = found.locked(actor, id, Permission.ACTION_CLOSE);
            if (!(action.state() instanceof ActionState.Embedded embedded)) {
                return Found.notNow("An effect is judged once the change holds in practice.");
            }
            return embedded.evaluate(effect, words).map(next -> {
                var name = String.valueOf(effect);
                var seen = evidence.proofs(actor, action).names();
                var judged = Story.judgement("EVALUATED", words, seen, name, null);
                story.judged(action, story.by(actor), ActionWrites.to(next).set("effect", name), judged);
                return id;
            });
        });
    }

    /// Closes it with the minute's reference.
    public Outcome<Long> close(Actor actor, long id, String words, String minute) {
        return work.write(actor.scope(), () -> {
            var action = found.locked(actor, id, Permission.ACTION_CLOSE);
            if (!(action.state() instanceof ActionState.Evaluated evaluated)) {
                return Found.notNow(
                        "An action closes when its effect was judged. Before, the committee can only accept the risk.");
            }
            return evaluated.close(minute).map(next -> {
                var by = story.by(actor);
                var change = ActionWrites.to(next).at("closed_at", by.at()).set("minute", minute.strip());
                story.judged(
                        action,
                        by,
                        change,
                        Story.judgement(
                                "CLOSED", words, evidence.proofs(actor, action).names(), null, minute));
                return id;
            });
        });
    }

    /// Closes it although not every step was taken, with the risk that is borne on the record.
    public Outcome<Long> acceptRisk(Actor actor, long id, String reason, String minute) {
        return work.write(actor.scope(), () -> {
            var action = found.locked(actor, id, Permission.ACTION_CLOSE);
            if (!(action.state() instanceof ActionState.Unfinished unfinished)) {
                return Found.notNow("This action has ended already.");
            }
            return unfinished.acceptRisk(reason, minute).map(next -> {
                var by = story.by(actor);
                var change = ActionWrites.to(next).at("closed_at", by.at()).set("minute", minute.strip());
                story.judged(
                        action,
                        by,
                        change,
                        Story.judgement(
                                "RISK_ACCEPTED",
                                reason,
                                evidence.proofs(actor, action).names(),
                                null,
                                minute));
                return id;
            });
        });
    }
}
