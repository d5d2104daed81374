package uk.goldenthread.evidence.service;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.evidence.EvidenceItem;
import uk.goldenthread.evidence.EvidenceLibrary;
import uk.goldenthread.evidence.store.DueStore;
import uk.goldenthread.notify.WorkItem;
import uk.goldenthread.notify.WorkSource;

/// What evidence puts on people's Home: what they have to renew, and what they gave.
@Component
class EvidenceWork implements WorkSource {
    private static final int LATELY_DAYS = 14;

    private final DueStore store;
    private final EvidenceLibrary shelf;
    private final EvidenceSettings settings;

    EvidenceWork(DueStore store, EvidenceLibrary shelf, EvidenceSettings settings) {
        this.store = store;
        this.shelf = shelf;
        this.settings = settings;
    }

    @Override
    public List<WorkItem> toDo(Actor actor) {
        if (!actor.may(Permission.EVIDENCE_ADD)) {
            return List.of();
        }
        var today = settings.today();
        return store.toRenew(actor, today, today.plusDays(settings.firstReminder())).stream()
                .map(item -> line(
                        actor,
                        item,
                        "Evidence to renew",
                        item.validUntil().isBefore(today)
                                ? "It is past its date, and something rests on it"
                                : "Your organisation gave it, and its time is ending"))
                .toList();
    }

    private WorkItem line(Actor actor, EvidenceItem item, String kind, String why) {
        var shown = shelf.shown(actor, item);
        return new WorkItem(
                kind, shown.title(), actor.organisationName(), item.validUntil(), why, "/evidence/" + item.id());
    }

    @Override
    public List<WorkItem> waitingOnOthers(Actor actor) {
        return List.of();
    }

    @Override
    public List<WorkItem> doneLately(Actor actor) {
        if (!actor.may(Permission.EVIDENCE_ADD)) {
            return List.of();
        }
        return store.givenBy(actor, settings.today().minusDays(LATELY_DAYS)).stream()
                .map(item -> new WorkItem(
                        "Evidence given",
                        shelf.shown(actor, item).title(),
                        actor.organisationName(),
                        null,
                        "You gave it",
                        "/evidence/" + item.id()))
                .toList();
    }
}
