package uk.goldenthread.access;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.ledger.Ledger;

/// How a person guards their own account: the password, the authenticator app, the recovery codes.
@Service
class OwnSecurity {
    private static final Clause RULE = new Clause("BR-ACC", "assurance rules, access");

    private final AccountStore accounts;
    private final SessionStore sessions;
    private final Passwords passwords;
    private final IdentityKey key;
    private final UnitOfWork work;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwnSecurity(
            AccountStore accounts,
            SessionStore sessions,
            Passwords passwords,
            IdentityKey key,
            UnitOfWork work,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.key = key;
        this.work = work;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /// @param secondFactor whether an authenticator app is set up
    /// @param recoveryCodes how many are left
    record Standing(boolean secondFactor, int recoveryCodes) {}

    Standing of(Actor actor) {
        return work.read(
                actor.scope(),
                () -> new Standing(account(actor).secondFactor() != null, accounts.recoveryCodesLeft(actor.account())));
    }

    /// What a person typed to change their password.
    record NewPassword(String present, String wanted, String again) {}

    /// Changes the password and signs the account out everywhere else.
    ///
    /// @param session the session cookie, which stays; null signs out all
    Outcome<Boolean> changePassword(Actor actor, NewPassword typed, @Nullable String session) {
        var account = work.read(actor.scope(), () -> account(actor));
        var refused = present(actor, account, typed.present());
        if (refused != null) {
            return refused;
        }
        var problem = PasswordRules.problem(typed.wanted(), account.signInName(), account.name());
        if (problem.isPresent()) {
            return Outcome.refused("wanted", problem.get(), RULE);
        }
        if (!typed.wanted().equals(typed.again())) {
            return Outcome.refused("again", "Enter the same new password again", RULE);
        }
        var hash = passwords.hash(typed.wanted());
        return work.write(actor.scope(), () -> {
            accounts.setPassword(actor.account(), hash);
            sessions.closeOthers(actor.account(), Tokens.hash(session == null ? "" : session));
            ledger.record("PASSWORD_CHANGED", "account/" + actor.account());
            tell(actor, "Your password was changed", "password/" + clock.instant());
            return Outcome.accepted(true);
        });
    }

    /// Sets the authenticator app up once the person has shown a right code, and makes recovery codes.
    ///
    /// @param present the password, asked for when an app is replaced; null when none was typed
    /// @return the recovery codes, which are shown this once
    Outcome<List<String>> setSecondFactor(Actor actor, byte[] secret, String code, @Nullable String present) {
        var account = work.read(actor.scope(), () -> account(actor));
        if (account.secondFactor() != null) {
            var refused = present(actor, account, present == null ? "" : present);
            if (refused != null) {
                return Outcome.refused("present", "The password is not right", RULE);
            }
        }
        if (!OneTimeCodes.matches(secret, code, clock.instant())) {
            return Outcome.refused("code", "The code is not right. Enter the six digits the app shows now", RULE);
        }
        return work.write(actor.scope(), () -> {
            accounts.setSecondFactor(actor.account(), key.encrypt(secret));
            ledger.record("SECOND_FACTOR_SET", "account/" + actor.account());
            tell(actor, "An authenticator app was set up", "second-factor/" + clock.instant());
            return Outcome.accepted(recoveryCodes(actor));
        });
    }

    /// Makes ten new recovery codes; those made before stop working.
    ///
    /// @return the codes, which are shown this once
    List<String> makeRecoveryCodes(Actor actor) {
        return work.write(actor.scope(), () -> {
            tell(actor, "New recovery codes were made", "recovery/" + clock.instant());
            return recoveryCodes(actor);
        });
    }

    private List<String> recoveryCodes(Actor actor) {
        var codes = RecoveryCodes.make();
        accounts.replaceRecoveryCodes(
                actor.account(),
                codes.stream().map(code -> RecoveryCodes.mac(key, code)).toList());
        ledger.record("RECOVERY_CODES_MADE", "account/" + actor.account(), Map.of("codes", codes.size()));
        return codes;
    }

    /// Null when the present password is right. Wrong ones are counted, so that an unattended screen is no way to find
    /// it.
    private @Nullable Outcome<Boolean> present(Actor actor, AccountStore.Account account, String typed) {
        var bucket = Tokens.hash("present password of " + actor.account());
        var system = uk.goldenthread.database.Scope.system();
        var failures = work.read(
                system, () -> accounts.failures(bucket, clock.instant().minus(SignIns.WINDOW)));
        if (failures >= SignIns.TRIES) {
            return Outcome.refused(
                    "present",
                    "Too many tries. Wait %d minutes, then try again".formatted(SignIns.WINDOW.toMinutes()),
                    RULE);
        }
        if (passwords.matches(typed, account.passwordHash())) {
            return null;
        }
        work.write(system, () -> {
            accounts.fail(bucket);
            ledger.record("PRESENT_PASSWORD_WRONG", "account/" + actor.account());
            return true;
        });
        return Outcome.refused("present", "The present password is not right", RULE);
    }

    private void tell(Actor actor, String what, String source) {
        events.publishEvent(new AccountChanged(actor.icb(), actor.organisation(), actor.account(), what, source));
    }

    private AccountStore.Account account(Actor actor) {
        return accounts.byId(actor.account()).orElseThrow(HiddenException::new);
    }
}
