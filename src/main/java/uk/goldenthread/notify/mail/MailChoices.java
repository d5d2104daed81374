package uk.goldenthread.notify.mail;

import java.util.Map;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.ledger.Ledger;

/// How people wish to be written to.
@Service
class MailChoices {
    private final ChoicesStore store;
    private final AccessPolicy policy;
    private final UnitOfWork work;
    private final Ledger ledger;

    MailChoices(ChoicesStore store, AccessPolicy policy, UnitOfWork work, Ledger ledger) {
        this.store = store;
        this.policy = policy;
        this.work = work;
        this.ledger = ledger;
    }

    Choices of(Actor actor) {
        return work.read(actor.scope(), () -> store.of(actor));
    }

    /// @throws org.springframework.dao.OptimisticLockingFailureException when they were changed since they were read
    void keep(Actor actor, Choices wanted) {
        work.write(actor.scope(), () -> {
            policy.require(actor, Permission.ACCOUNT_OWN);
            store.keep(actor, wanted);
            ledger.record(
                    "MAIL_CHOSEN",
                    "account/" + actor.account(),
                    Map.of("digest", wanted.digest().name(), "atOnce", wanted.atOnce()));
            return true;
        });
    }

    /// Stops all mail but that about the account itself to whoever was sent the mail with this token.
    ///
    /// @return false when no mail has it
    boolean stop(String token) {
        return work.write(Scope.system(), () -> {
            var stopped = store.stop(token);
            if (stopped) {
                ledger.record("MAIL_STOPPED", "mail");
            }
            return stopped;
        });
    }
}
