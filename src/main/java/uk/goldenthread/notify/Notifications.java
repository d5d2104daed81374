package uk.goldenthread.notify;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.database.UnitOfWork;

/// What people are told: stored in the transaction that makes it true, shown on their pages, gathered in a digest, and
/// mailed at once where it cannot wait.
@Service
public class Notifications {
    private static final int CHUNK = 1_000;

    private final NotificationStore store;
    private final AccessPolicy policy;
    private final UnitOfWork work;
    private final Clock clock;

    Notifications(NotificationStore store, AccessPolicy policy, UnitOfWork work, Clock clock) {
        this.store = store;
        this.policy = policy;
        this.work = work;
        this.clock = clock;
    }

    /// A message as its reader sees it.
    public record Told(long id, String kind, String sentence, String href, Instant at, boolean read) {}

    /// Tells, within the running write of the acting ICB. The same source to the same addressee is told once.
    ///
    /// @return false when it was told before
    public boolean tell(Addressee to, Message message) {
        return store.tell(to, message);
    }

    /// Tells many at once, in order, as [#tell] would one by one.
    ///
    /// @return how many were not told before
    public int tellAll(List<Telling> all) {
        int told = 0;
        for (var from = 0; from < all.size(); from += CHUNK) {
            told += store.tellAll(all.subList(from, Math.min(from + CHUNK, all.size())));
        }
        return told;
    }

    /// What this person was told and has not put away, newest first, at most 100. Called inside a unit of work.
    public List<Told> toldTo(Actor actor) {
        return store.toldTo(actor);
    }

    /// Puts a message away for this person.
    ///
    /// @throws HiddenException when it was not told to them
    void dismiss(Actor actor, long id) {
        policy.require(actor, Permission.ACCOUNT_OWN);
        work.write(actor.scope(), () -> {
            if (!store.dismiss(actor, id, clock.instant())) {
                throw new HiddenException();
            }
            return true;
        });
    }

    /// Notes that the person has seen all they were told.
    void readAll(Actor actor) {
        policy.require(actor, Permission.ACCOUNT_OWN);
        work.write(actor.scope(), () -> store.readAll(actor, clock.instant()));
    }
}
