package uk.goldenthread.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.ledger.Ledger;

/// Signing in: password, then the one-time code where one is set up.
///
/// Failed tries are counted per account and known device, or per account and network address; five in fifteen minutes
/// close that one bucket for fifteen minutes. A stranger's guesses therefore never lock the rightful person out.
@Service
public class SignIns {
    static final int TRIES = 5;
    static final Duration WINDOW = Duration.ofMinutes(15);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final AccountStore accounts;
    private final SessionStore sessions;
    private final Passwords passwords;
    private final IdentityKey key;
    private final Roles roles;
    private final UnitOfWork work;
    private final Ledger ledger;
    private final Clock clock;

    SignIns(
            AccountStore accounts,
            SessionStore sessions,
            Passwords passwords,
            IdentityKey key,
            Roles roles,
            UnitOfWork work,
            Ledger ledger,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.key = key;
        this.roles = roles;
        this.work = work;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// What came of a try.
    public sealed interface Attempt {
        /// @param sessionToken for the session cookie
        /// @param deviceToken for the known-device cookie
        record SignedIn(String sessionToken, String deviceToken) implements Attempt {}

        /// The password was right; the one-time code is still wanted.
        record CodeWanted() implements Attempt {}

        record Wrong() implements Attempt {}

        /// Too many tries from here.
        record Wait(Duration atMost) implements Attempt {}

        /// The account may act nowhere today.
        record NoPlace() implements Attempt {}
    }

    /// @param code the one-time code, or null when not asked yet
    /// @param device the known-device cookie, or null
    /// @param address the network address the request came from
    public record Try(
            String signInName,
            String password,
            @Nullable String code,
            @Nullable String device,
            String address) {}

    public Attempt signIn(Try attempt) {
        var account = work.read(
                Scope.system(), () -> accounts.byName(attempt.signInName()).orElse(null));
        var bucket = bucket(attempt, account);
        var failures = work.read(
                Scope.system(), () -> accounts.failures(bucket, clock.instant().minus(WINDOW)));
        if (failures >= TRIES) {
            return new Attempt.Wait(WINDOW);
        }
        if (!passwords.matches(attempt.password(), account == null ? null : account.passwordHash())
                || account == null) {
            return wrong(account, bucket);
        }
        if (account.secondFactor() != null) {
            if (attempt.code() == null) {
                return new Attempt.CodeWanted();
            }
            if (!second(account, account.secondFactor(), attempt.code())) {
                return wrong(account, bucket);
            }
        }
        return open(account, bucket, false);
    }

    /// Signs in whom the identity provider vouches for.
    ///
    /// @param second whether it asked for a second factor
    /// @return `CodeWanted` when one is needed and it did not ask; `Wrong` when no account has the address
    Attempt signInFromElsewhere(String address, boolean second) {
        var account = work.read(Scope.system(), () -> accounts.byName(address).orElse(null));
        var bucket = Tokens.hash("from elsewhere " + address);
        if (account == null || account.demonstration()) {
            return wrong(account, bucket);
        }
        var held = work.read(Scope.system(), () -> accounts.places(account.id(), today())).stream()
                .flatMap(place -> place.roles().stream())
                .toList();
        if (!second && (account.secondFactor() != null || roles.requireSecondFactor(held))) {
            return new Attempt.CodeWanted();
        }
        return open(account, bucket, second);
    }

    /// Whether the code is the app's, not used before, or one of the recovery codes, which is then used up.
    private boolean second(AccountStore.Account account, byte[] secret, String code) {
        var step = OneTimeCodes.stepOf(key.decrypt(secret), code, clock.instant());
        return work.write(Scope.system(), () -> {
            if (step != OneTimeCodes.NONE) {
                return accounts.useStep(account.id(), step);
            }
            var used = accounts.useRecoveryCode(account.id(), RecoveryCodes.mac(key, code));
            if (used) {
                ledger.record("RECOVERY_CODE_USED", "account/" + account.id());
            }
            return used;
        });
    }

    /// Signs a demonstration account in without a password; the caller has checked that this is a demonstration.
    public Attempt signInToDemonstration(String signInName) {
        var account =
                work.read(Scope.system(), () -> accounts.byName(signInName).orElse(null));
        if (account == null || !account.demonstration()) {
            return new Attempt.Wrong();
        }
        return open(account, Tokens.hash("demonstration"), false);
    }

    public void signOut(String sessionToken) {
        work.write(Scope.system(), () -> {
            sessions.close(Tokens.hash(sessionToken));
            ledger.record("SIGNED_OUT", "session");
            return true;
        });
    }

    /// Acts for another organisation from now on.
    ///
    /// @throws HiddenException when the account may not act there
    public void switchTo(Actor actor, String sessionToken, int icb, int organisation) {
        work.write(Scope.system(), () -> {
            if (accounts.places(actor.account(), today()).stream()
                    .noneMatch(p -> p.icb() == icb && p.organisation() == organisation)) {
                throw new HiddenException();
            }
            sessions.move(Tokens.hash(sessionToken), icb, organisation);
            ledger.record("SWITCHED_PLACE", "account/" + actor.account(), Map.of("to", organisation));
            return true;
        });
    }

    private Attempt wrong(AccountStore.@Nullable Account account, byte[] bucket) {
        work.write(Scope.system(), () -> {
            accounts.fail(bucket);
            ledger.record("SIGN_IN_FAILED", account == null ? "account/unknown" : "account/" + account.id());
            return true;
        });
        return new Attempt.Wrong();
    }

    private Attempt open(AccountStore.Account account, byte[] bucket, boolean second) {
        return work.write(Scope.system(), () -> {
            var places = accounts.places(account.id(), today());
            if (places.isEmpty()) {
                return new Attempt.NoPlace();
            }
            var first = places.getFirst();
            var session = Tokens.make();
            var device = Tokens.make();
            sessions.open(Tokens.hash(session), account.id(), first.icb(), first.organisation(), second);
            accounts.knowDevice(Tokens.hash(device), account.id());
            accounts.forgetFailures(bucket, clock.instant().minus(Duration.ofDays(1)));
            ledger.record("SIGNED_IN", "account/" + account.id());
            return new Attempt.SignedIn(session, device);
        });
    }

    private byte[] bucket(Try attempt, AccountStore.@Nullable Account account) {
        var device = attempt.device();
        if (account != null
                && device != null
                && work.read(Scope.system(), () -> accounts.deviceKnown(Tokens.hash(device), account.id()))) {
            return Tokens.hash("device " + account.id() + " " + device);
        }
        var name = attempt.signInName().toLowerCase(java.util.Locale.ROOT);
        return Tokens.hash(name + " from " + attempt.address());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(Instant.now(clock), LONDON);
    }
}
