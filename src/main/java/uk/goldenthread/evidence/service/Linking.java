package uk.goldenthread.evidence.service;

import java.util.ArrayList;
import java.util.Collection;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.evidence.Claims;
import uk.goldenthread.evidence.EvidenceLibrary;
import uk.goldenthread.evidence.store.ClaimStore;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;

/// Links and unlinks evidence from its own pages.
@Service
public class Linking {
    private final EvidenceLibrary shelf;
    private final Claims claims;
    private final ClaimStore store;
    private final UnitOfWork work;

    Linking(EvidenceLibrary shelf, Claims claims, ClaimStore store, UnitOfWork work) {
        this.shelf = shelf;
        this.claims = claims;
        this.store = store;
        this.work = work;
    }

    /// Lets each of these items support a thing; where one may not, none does.
    ///
    /// @throws HiddenException when an item or the thing is not there for this person
    public Outcome<Reference> link(Actor actor, Collection<Long> items, Reference subject) {
        var reasons = new ArrayList<Reason>();
        work.read(actor.scope(), () -> {
            if (claims.find(actor, subject).isEmpty()) {
                throw new HiddenException();
            }
            items.stream()
                    .map(item -> store.item(actor.icb(), item).orElseThrow(HiddenException::new))
                    .filter(item -> item.withdrawn())
                    .forEach(item -> reasons.add(Reason.house("item", "Number %d was withdrawn".formatted(item.id()))));
            return true;
        });
        if (!reasons.isEmpty()) {
            return Outcome.refused(reasons);
        }
        return work.write(actor.scope(), () -> {
            for (long item : items) {
                if (shelf.link(actor, item, subject) instanceof Outcome.Refused<Reference>(var why)) {
                    return Outcome.refused(why);
                }
            }
            return Outcome.accepted(subject);
        });
    }

    /// Takes a link away.
    public Outcome<Reference> unlink(Actor actor, long item, Reference subject) {
        return work.write(actor.scope(), () -> shelf.unlink(actor, item, subject));
    }
}
