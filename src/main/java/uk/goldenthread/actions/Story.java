package uk.goldenthread.actions;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.actions.model.Action;
import uk.goldenthread.actions.store.ActionWrites;
import uk.goldenthread.actions.store.ActionWrites.By;
import uk.goldenthread.actions.store.ActionWrites.Judged;
import uk.goldenthread.database.Changes;
import uk.goldenthread.ledger.Ledger;

/// What every change of an action leaves behind in the same transaction: the change, its story, the
/// ledger, and the event that other modules hear.
@Component
class Story {
    private final ActionWrites writes;
    private final ActionRules rules;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    Story(ActionWrites writes, ActionRules rules, Ledger ledger, ApplicationEventPublisher events) {
        this.writes = writes;
        this.rules = rules;
        this.ledger = ledger;
        this.events = events;
    }

    By by(Actor actor) {
        return new By(actor.account(), actor.name(), rules.now());
    }

    /// The system itself, which tells and opens what is due.
    By system() {
        return new By(null, "Golden Thread", rules.now());
    }

    /// One step: the change, and what is said of it.
    void step(Action action, By by, Changes change, String step, String words) {
        writes.change(action, change.at("updated_at", by.at()));
        told(action, by, step, words);
    }

    /// The same step of several: as many statements as for one.
    void steps(Collection<Action> actions, By by, Changes change, String step, String words) {
        writes.change(actions, change.at("updated_at", by.at()));
        writes.step(actions, by, step, words.strip());
        ledger.recordEach(
                "ACTION_" + step,
                actions.stream().map(action -> "action/" + action.id()).toList());
        actions.stream()
                .map(action -> new ActionChanged(action.icb(), action.organisation()))
                .distinct()
                .forEach(events::publishEvent);
    }

    /// A step that changes nothing of the action itself.
    void told(Action action, By by, String step, String words) {
        writes.step(action, by, step, words.strip());
        announce(action.icb(), action.organisation(), action.id(), step, Map.of());
    }

    /// A judgement, with its step and the evidence it rests on.
    void judged(Action action, By by, Changes change, Judged judged) {
        writes.judgement(action, by, judged);
        step(action, by, change, judged.decision(), said(judged));
    }

    private static String said(Judged judged) {
        var minute = judged.minute();
        return minute == null || minute.isBlank()
                ? judged.words()
                : (judged.words() + " (minute " + minute.strip() + ")").strip();
    }

    /// The ledger and the event.
    void announce(int icb, int organisation, long id, String step, Map<String, ?> detail) {
        ledger.record("ACTION_" + step, "action/" + id, detail);
        events.publishEvent(new ActionChanged(icb, organisation));
    }

    static Judged judgement(String decision, String words, List<String> evidence) {
        return judgement(decision, words, evidence, null, null);
    }

    static Judged judgement(
            String decision, String words, List<String> evidence, @Nullable String effect, @Nullable String minute) {
        return new Judged(decision, words.strip(), evidence, effect, minute == null ? null : minute.strip());
    }
}
