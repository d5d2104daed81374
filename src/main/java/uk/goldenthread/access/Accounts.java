package uk.goldenthread.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.ledger.Ledger;

/// Accounts: making them, giving roles, personal tokens.
@Service
public class Accounts {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int LONGEST_TOKEN_DAYS = 365;

    private final AccountStore accounts;
    private final SessionStore sessions;
    private final Passwords passwords;
    private final Roles roles;
    private final UnitOfWork work;
    private final Ledger ledger;
    private final Clock clock;

    Accounts(
            AccountStore accounts,
            SessionStore sessions,
            Passwords passwords,
            Roles roles,
            UnitOfWork work,
            Ledger ledger,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.roles = roles;
        this.work = work;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// An account to be made.
    ///
    /// @param password shown to nobody again; kept as an Argon2id hash
    public record NewAccount(String signInName, String name, String password, boolean demonstration) {}

    /// Makes an account for the system itself: first start, demonstration.
    ///
    /// @return the account's number
    public int make(NewAccount wanted) {
        var hash = passwords.hash(wanted.password());
        return work.write(Scope.system(), () -> {
            var id = accounts.add(wanted.signInName(), wanted.name(), hash, wanted.demonstration());
            ledger.record("ACCOUNT_MADE", "account/" + id);
            return id;
        });
    }

    /// Whether an account of that name is there.
    public boolean exists(String signInName) {
        return work.read(Scope.system(), () -> accounts.byName(signInName).isPresent());
    }

    /// Gives a role for an organisation within an ICB from a day on.
    public void grant(int account, String role, int icb, int organisation, LocalDate from) {
        work.write(Scope.system(), () -> {
            var given = accounts.grant(account, role, icb, organisation, from);
            if (given) {
                ledger.record(
                        "ROLE_GRANTED",
                        "account/" + account,
                        Map.of("role", role, "icb", icb, "organisation", organisation));
            }
            return given;
        });
    }

    /// Where an account may act today.
    public List<Place> places(int account) {
        var today = LocalDate.ofInstant(clock.instant(), LONDON);
        return work.read(Scope.system(), () -> accounts.places(account, today)).stream()
                .map(p -> new Place(p.icb(), p.icbName(), p.organisation(), p.organisationName()))
                .toList();
    }

    /// The other people who may do this for the actor's ICB today, by name, as far as the actor may see them: at most
    /// five. For decisions that need a second person.
    public List<String> othersWhoMay(Actor actor, Permission permission) {
        var today = LocalDate.ofInstant(clock.instant(), LONDON);
        var wanted = roles.codesThatMay(permission);
        return wanted.isEmpty()
                ? List.of()
                : work.read(actor.scope(), () -> accounts.othersHolding(wanted, actor, today));
    }

    /// An organisation, within an ICB, that a person may act for.
    public record Place(int icb, String icbName, int organisation, String organisationName) {}

    List<AccountStore.DemonstrationAccount> demonstration() {
        return work.read(Scope.system(), accounts::demonstrationAccounts);
    }

    List<SessionStore.ApiToken> tokens(Actor actor) {
        return work.read(actor.scope(), () -> sessions.tokens(actor.account()));
    }

    /// Makes a personal API token that may do what its owner may, where they act now.
    ///
    /// @param days how long it lives, 1 to 365
    /// @return the token, which is shown this once
    public String makeToken(Actor actor, String label, int days) {
        if (days < 1 || days > LONGEST_TOKEN_DAYS) {
            throw new IllegalArgumentException("a token lives 1 to 365 days, not " + days);
        }
        var token = "gt_" + Tokens.make();
        return work.write(actor.scope(), () -> {
            var expires = LocalDate.ofInstant(clock.instant(), LONDON).plusDays(days);
            sessions.addToken(actor, label, Tokens.hash(token), expires);
            ledger.record("TOKEN_MADE", "account/" + actor.account());
            return token;
        });
    }

    void revokeToken(Actor actor, int id) {
        work.write(actor.scope(), () -> {
            if (!sessions.revoke(id, actor.account())) {
                throw new HiddenException();
            }
            ledger.record("TOKEN_REVOKED", "account/" + actor.account());
            return true;
        });
    }
}
