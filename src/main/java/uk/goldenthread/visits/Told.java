package uk.goldenthread.visits;

import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.database.Changes;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.notify.Addressee;
import uk.goldenthread.notify.Message;
import uk.goldenthread.notify.Notifications;
import uk.goldenthread.visits.model.Visit;
import uk.goldenthread.visits.store.VisitWrites;

/// What every change of a visit leaves behind in the same transaction: the change, its story, the ledger,
/// and what people are told.
@Component
class Told {
    private final VisitWrites writes;
    private final VisitRules rules;
    private final Ledger ledger;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;

    Told(
            VisitWrites writes,
            VisitRules rules,
            Ledger ledger,
            Notifications notifications,
            ApplicationEventPublisher events) {
        this.writes = writes;
        this.rules = rules;
        this.ledger = ledger;
        this.notifications = notifications;
        this.events = events;
    }

    /// A step that changes the visit.
    ///
    /// @param open whether the provider may read it
    void step(Actor actor, Visit visit, Changes change, String step, String words, boolean open) {
        writes.change(visit, change);
        said(actor, visit, step, words, open);
    }

    /// A step that changes nothing of the visit itself.
    void said(Actor actor, Visit visit, String step, String words, boolean open) {
        writes.step(visit, actor, step, words.strip(), rules.now(), open);
        ledger.record("VISIT_" + step, "visit/" + visit.id(), Map.of());
    }

    /// Tells the provider's named professional and its executive lead, or a practice's lead.
    void provider(Visit visit, String kind, String sentence, String step) {
        for (var role : new String[] {"PROVIDER_NAMED_PROFESSIONAL", "PROVIDER_EXECUTIVE_LEAD", "PRACTICE_LEAD"}) {
            notifications.tell(new Addressee.Holders(visit.organisation(), role), message(visit, kind, sentence, step));
        }
    }

    /// Tells the ICB's designated nurse and executive lead.
    void icb(Visit visit, String kind, String sentence, String step) {
        for (var role : new String[] {"DESIGNATED_NURSE", "ICB_EXECUTIVE_LEAD"}) {
            notifications.tell(new Addressee.Holders(visit.icb(), role), message(visit, kind, sentence, step));
        }
    }

    private static Message message(Visit visit, String kind, String sentence, String step) {
        return new Message(kind, sentence, "/visits/" + visit.id(), "visit/%d/%s".formatted(visit.id(), step), true);
    }

    void publish(Object event) {
        events.publishEvent(event);
    }
}
