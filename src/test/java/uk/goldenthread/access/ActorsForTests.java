package uk.goldenthread.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.ledger.Ledger;

/// Makes the accounts of tests, and the [Actor] of an account the way a session would.
@Component
public class ActorsForTests {
    /// What everybody signs in with.
    public static final String PASSWORD = "a long password";

    private static @Nullable String hash;

    private final AccountStore accounts;
    private final Roles roles;
    private final UnitOfWork work;
    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final Ledger ledger;
    private final IdentityKey key;
    private final java.time.Clock clock;
    private final SignIns signIns;
    private final java.util.Map<Integer, byte[]> secrets = new java.util.concurrent.ConcurrentHashMap<>();

    ActorsForTests(
            AccountStore accounts,
            Roles roles,
            UnitOfWork work,
            JdbcClient jdbc,
            Passwords passwords,
            Ledger ledger,
            IdentityKey key,
            java.time.Clock clock,
            SignIns signIns) {
        this.passwords = passwords;
        this.ledger = ledger;
        this.key = key;
        this.clock = clock;
        this.signIns = signIns;
        this.accounts = accounts;
        this.roles = roles;
        this.work = work;
        this.jdbc = jdbc;
    }

    /// An account with the [#PASSWORD], whose hash is worked out once: it is slow on purpose, and tests make thousands
    /// of
    /// people of whom few sign in.
    ///
    /// @return the account's number
    public int account(String signInName, String name) {
        return work.write(Scope.system(), () -> {
            var id = accounts.add(signInName, name, hash(passwords), false);
            ledger.record("ACCOUNT_MADE", "account/" + id);
            return id;
        });
    }

    private static synchronized String hash(Passwords passwords) {
        if (hash == null) {
            hash = passwords.hash(PASSWORD);
        }
        return hash;
    }

    /// Sets an authenticator app up for the account, unless one is; the way to the pages of most roles.
    public void settleIn(int account) {
        secrets.computeIfAbsent(account, who -> {
            var secret = OneTimeCodes.newSecret();
            work.write(Scope.system(), () -> {
                accounts.setSecondFactor(who, key.encrypt(secret));
                return true;
            });
            return secret;
        });
    }

    /// Signs the account in, its code set up first.
    ///
    /// @return what its session's cookie holds
    public String session(int account, String signInName, String password) {
        settleIn(account);
        var attempt = signIns.signIn(new SignIns.Try(signInName, password, code(account), null, "192.0.2.78"));
        return ((SignIns.Attempt.SignedIn) attempt).sessionToken();
    }

    /// What the account's authenticator app shows now; forgets that it was used before, for tests sign in faster than
    /// people.
    public String code(int account) {
        work.write(
                Scope.system(),
                () -> jdbc.sql("update account set second_factor_step = 0 where id = :id")
                        .param("id", account)
                        .update());
        var step = clock.instant().getEpochSecond() / 30;
        return OneTimeCodes.codeAt(java.util.Objects.requireNonNull(secrets.get(account)), step);
    }

    /// What an app would show now for a key as the page prints it: Base32, in groups.
    public static String codeOfKey(String key) {
        var bits = new StringBuilder();
        for (var letter : key.replace(" ", "").toCharArray()) {
            var value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits.append("%5s".formatted(Integer.toBinaryString(value)).replace(' ', '0'));
        }
        var secret = new byte[bits.length() / 8];
        for (var i = 0; i < secret.length; i++) {
            secret[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return OneTimeCodes.codeAt(secret, java.time.Instant.now().getEpochSecond() / 30);
    }

    public Actor actor(int account, int icb, int organisation) {
        return work.read(Scope.system(), () -> {
            var who = accounts.byId(account).orElseThrow();
            var code = jdbc.sql("select code from organisation where id = :id")
                    .param("id", organisation)
                    .query(String.class)
                    .single();
            var place = accounts.places(account, java.time.LocalDate.now(java.time.ZoneOffset.UTC)).stream()
                    .filter(p -> p.icb() == icb && p.organisation() == organisation)
                    .findFirst()
                    .orElseThrow();
            List<String> held = place.roles();
            return new Actor(
                    account,
                    who.name(),
                    icb,
                    place.icbName(),
                    organisation,
                    place.organisationName(),
                    code,
                    held,
                    held.stream().map(roles::name).toList(),
                    roles.permissionsOf(held),
                    roles.reachOf(held),
                    false,
                    null);
        });
    }
}
