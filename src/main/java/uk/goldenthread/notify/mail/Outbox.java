package uk.goldenthread.notify.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;

/// Hands over the mail that is due. A row is marked before and after, each in a transaction of its own: what was handed
/// over is never handed over again, even when the process dies in between.
@Service
public class Outbox {
    /// How long to wait after each failed try; after the last the mail is given up.
    static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(12));
    /// Longer than handing one mail over can take with its time limits.
    static final Duration IN_WORK = Duration.ofMinutes(10);
    /// Older mail tells nothing new: it waited for a server that was not set up.
    static final Duration OLDEST = Duration.ofDays(7);

    private static final int MOST_AT_ONCE = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final OutboxStore store;
    private final Letters letters;
    private final Post post;
    private final UnitOfWork work;
    private final Clock clock;

    Outbox(OutboxStore store, Letters letters, Post post, UnitOfWork work, Clock clock) {
        this.store = store;
        this.letters = letters;
        this.post = post;
        this.work = work;
        this.clock = clock;
    }

    /// Hands over what is due for every ICB; does nothing while no server is set.
    public void sendDue() {
        if (post.server().isEmpty()) {
            return;
        }
        var now = clock.instant();
        for (var icb : work.read(Scope.system(), () -> store.icbs(now))) {
            sendDue(icb);
        }
    }

    /// Hands over what is due for one ICB.
    ///
    /// @return how many mails the server took
    int sendDue(int icb) {
        var now = clock.instant();
        var scope = Scope.jobFor(icb);
        var doubtful = work.write(scope, () -> {
            store.drop(icb, now, OLDEST);
            return store.doubt(icb, now.minus(IN_WORK));
        });
        if (doubtful > 0) {
            LOG.warn("{} mails of ICB {} may or may not have gone when the system stopped", doubtful, icb);
        }
        var sent = 0;
        for (var i = 0; i < MOST_AT_ONCE; i++) {
            var claimed = work.write(scope, () -> store.claim(icb, now).orElse(null));
            if (claimed == null) {
                return sent;
            }
            if (hand(icb, claimed, now)) {
                sent++;
            }
        }
        return sent;
    }

    private boolean hand(int icb, OutboxStore.Claimed claimed, Instant now) {
        var scope = Scope.jobFor(icb);
        try {
            post.send(letters.write(claimed));
        } catch (Undelivered e) {
            var next = claimed.attempts() <= WAITS.size() ? now.plus(WAITS.get(claimed.attempts() - 1)) : null;
            if (next == null) {
                LOG.error("mail {} of ICB {} is given up: {}", claimed.number(), icb, e.problem());
            } else {
                LOG.warn(
                        "mail {} of ICB {} did not go and will be tried again: {}", claimed.number(), icb, e.problem());
            }
            work.write(scope, () -> {
                store.failed(icb, claimed, e.problem(), now, next);
                return true;
            });
            return false;
        }
        work.write(scope, () -> {
            store.sent(icb, claimed, now);
            return true;
        });
        return true;
    }
}
