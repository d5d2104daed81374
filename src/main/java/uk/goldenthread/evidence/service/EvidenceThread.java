package uk.goldenthread.evidence.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.evidence.EvidenceItem;
import uk.goldenthread.evidence.EvidenceLibrary;
import uk.goldenthread.evidence.store.ClaimStore;
import uk.goldenthread.evidence.store.EvidenceReading;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.shell.view.Dates;
import uk.goldenthread.thread.ThreadLink;
import uk.goldenthread.thread.ThreadNode;
import uk.goldenthread.thread.ThreadSource;
import uk.goldenthread.thread.ThreadStage;

/// Evidence on the thread: each item hangs on what it supports.
@Component
class EvidenceThread implements ThreadSource {
    private static final String KIND = "evidence";

    private final EvidenceReading reading;
    private final EvidenceLibrary shelf;
    private final ClaimStore claims;
    private final EvidenceSettings settings;

    EvidenceThread(EvidenceReading reading, EvidenceLibrary shelf, ClaimStore claims, EvidenceSettings settings) {
        this.reading = reading;
        this.shelf = shelf;
        this.claims = claims;
        this.settings = settings;
    }

    private static List<Long> items(Collection<Reference> of) {
        return of.stream()
                .filter(each -> each.kind().equals(KIND) && each.key().matches("\\d{1,18}"))
                .map(Reference::id)
                .toList();
    }

    @Override
    public List<ThreadNode> nodes(Actor actor, Collection<Reference> of) {
        var numbers = items(of);
        if (numbers.isEmpty() || !actor.may(Permission.EVIDENCE_VIEW)) {
            return List.of();
        }
        return reading.items(actor, numbers).stream()
                .map(item -> node(shelf.shown(actor, item)))
                .toList();
    }

    private ThreadNode node(EvidenceItem item) {
        var standing = item.withdrawn()
                ? "since withdrawn"
                : (item.isInDate(settings.today()) ? "in date until " : "out of date since ")
                        + Dates.day(item.validUntil());
        var sentence = "%s: %s, which shows %s, %s"
                .formatted(
                        item.title(),
                        item.document().words().toLowerCase(java.util.Locale.ROOT),
                        item.kind().words().toLowerCase(java.util.Locale.ROOT),
                        standing);
        return new ThreadNode(
                item.reference(),
                ThreadStage.EVIDENCE,
                sentence,
                item.receivedOn(),
                item.open() ? "/evidence/" + item.id() : null);
    }

    @Override
    public List<ThreadLink> links(Actor actor, Collection<Reference> of) {
        if (of.isEmpty() || !actor.may(Permission.EVIDENCE_VIEW)) {
            return List.of();
        }
        var found = new ArrayList<>(
                claims.linksTo(actor, of.stream().map(Reference::toString).toList()));
        var numbers = items(of);
        if (!numbers.isEmpty()) {
            found.addAll(claims.linksOf(actor, numbers));
        }
        return found.stream()
                .map(link -> new ThreadLink(Reference.parse(link.subject()), Reference.of(KIND, link.evidence())))
                .distinct()
                .toList();
    }

    @Override
    public Optional<Reference> at(String path) {
        return path.matches("/evidence/\\d{1,18}")
                ? Optional.of(new Reference(KIND, path.substring("/evidence/".length())))
                : Optional.empty();
    }
}
