package uk.goldenthread.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.shell.view.Dates;

/// Gives people accounts and roles within one ICB, and ends them. A role that is ended stops working at once
/// (BR-ACC-3).
@Service
class AccountAdministration {
    private static final Clause LEAST_PRIVILEGE = new Clause("BR-ACC", "assurance rules, access");
    private static final String GRANTS = """
            select g.id, a.id as account, a.name, a.sign_in_name, g.role, o.name as organisation, g.valid_from
            from role_grant g
            join account a on a.id = g.account
            join organisation o on o.id = g.organisation
            where g.icb = :icb and (g.valid_to is null or g.valid_to > :today)
            order by a.name, o.name, g.role, g.id
            """;
    private static final String ORGANISATION = """
            select p.organisation
            from pub_provider p
            where p.icb = :icb and p.code = :code and (p.valid_to is null or p.valid_to > :today)
            union all
            select id from pub_organisation where id = :icb and code = :code
            limit 1
            """;
    private static final String PLACE = """
            select min(organisation) as organisation from role_grant
            where icb = :icb and account = :account and valid_to is null
            """;
    private static final String END = """
            update role_grant set valid_to = greatest(:today, valid_from), version = version + 1
            where id = :id and icb = :icb and valid_to is null
            returning account
            """;

    private final JdbcClient jdbc;
    private final AccountStore accounts;
    private final Passwords passwords;
    private final AccessPolicy policy;
    private final Roles roles;
    private final UnitOfWork work;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountAdministration(
            JdbcClient jdbc,
            AccountStore accounts,
            Passwords passwords,
            AccessPolicy policy,
            Roles roles,
            UnitOfWork work,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
        this.policy = policy;
        this.roles = roles;
        this.work = work;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /// What an administrator typed.
    record Wanted(String signInName, String name, String role, String organisationCode) {}

    /// @param firstPassword the password of a new account, or null when the person had an account already
    record Given(
            int account, @org.jspecify.annotations.Nullable String firstPassword) {}

    List<AccountsPage.Line> grants(Actor actor) {
        return work.read(actor.scope(), () -> {
            policy.require(actor, Permission.ACCOUNT_ADMINISTER);
            return jdbc.sql(GRANTS)
                    .param("icb", actor.icb())
                    .param("today", today())
                    .query((row, _) -> new AccountsPage.Line(
                            row.getInt("id"),
                            row.getInt("account"),
                            row.getString("name"),
                            row.getString("sign_in_name"),
                            roles.name(row.getString("role")),
                            row.getString("organisation"),
                            Dates.day(row.getObject("valid_from", LocalDate.class))))
                    .list();
        });
    }

    /// Gives a role, making the account first when the address has none.
    Outcome<Given> give(Actor actor, Wanted wanted) {
        var first = Tokens.make().substring(0, 16);
        var hash = passwords.hash(first);
        return work.write(actor.scope(), () -> {
            policy.require(actor, Permission.ACCOUNT_ADMINISTER);
            var organisation = organisation(actor, wanted.organisationCode());
            if (organisation.isEmpty()) {
                return Outcome.refused(
                        "organisationCode", "Enter the code of an organisation of this ICB", LEAST_PRIVILEGE);
            }
            if (roles.all().stream().noneMatch(r -> r.code().equals(wanted.role()))) {
                return Outcome.refused("role", "Choose a role", LEAST_PRIVILEGE);
            }
            var known = accounts.byName(wanted.signInName());
            var account = known.map(AccountStore.Account::id)
                    .orElseGet(() -> accounts.add(wanted.signInName(), wanted.name(), hash, false));
            if (!accounts.grant(account, wanted.role(), actor.icb(), organisation.get(), today())) {
                return Outcome.refused("role", "This person has that role there already", LEAST_PRIVILEGE);
            }
            ledger.record(
                    "ROLE_GRANTED",
                    "account/" + account,
                    Map.of("role", wanted.role(), "organisation", organisation.get(), "new", known.isEmpty()));
            return Outcome.accepted(new Given(account, known.isPresent() ? null : first));
        });
    }

    /// Ends a role today.
    ///
    /// @throws HiddenException when there is no such open role in the ICB
    void end(Actor actor, int grant) {
        work.write(actor.scope(), () -> {
            policy.require(actor, Permission.ACCOUNT_ADMINISTER);
            var account = jdbc.sql(END)
                    .param("id", grant)
                    .param("icb", actor.icb())
                    .param("today", today())
                    .query(Integer.class)
                    .optional()
                    .orElseThrow(HiddenException::new);
            ledger.record("ROLE_ENDED", "account/" + account, Map.of("grant", grant));
            return true;
        });
    }

    /// Lets a colleague who lost password or phone start again: a new first password, no code, signed out everywhere.
    ///
    /// @return the first password
    /// @throws HiddenException when the person acts in no role, or in another ICB too
    String startAgain(Actor actor, int account) {
        var first = Tokens.make().substring(0, 16);
        var hash = passwords.hash(first);
        return work.write(actor.scope(), () -> {
            policy.require(actor, Permission.ACCOUNT_ADMINISTER);
            if (!accounts.startAgain(account, hash)) {
                throw new HiddenException();
            }
            ledger.record("ACCOUNT_STARTED_AGAIN", "account/" + account);
            var place = jdbc.sql(PLACE)
                    .param("icb", actor.icb())
                    .param("account", account)
                    .query((row, _) -> row.getInt("organisation"))
                    .single();
            events.publishEvent(new AccountChanged(
                    actor.icb(),
                    place,
                    account,
                    "A system administrator gave you a new first password and removed your code",
                    "started-again/" + clock.instant()));
            return first;
        });
    }

    private Optional<Integer> organisation(Actor actor, String code) {
        return jdbc.sql(ORGANISATION)
                .param("icb", actor.icb())
                .param("code", code)
                .param("today", today())
                .query(Integer.class)
                .optional();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Dates.LONDON);
    }
}
