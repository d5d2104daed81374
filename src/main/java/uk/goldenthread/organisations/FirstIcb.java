package uk.goldenthread.organisations;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Accounts;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.shell.view.Dates;

/// The first start of an empty system: makes the ICB or ICBs it is for, and the first person, whose password is printed
/// once and is kept nowhere.
///
/// `GOLDENTHREAD_ICB_CODE` and `GOLDENTHREAD_ICB_NAME` say which ICB; several are parted by a semicolon, and the first
/// person then acts for each of them in turn. Does nothing once there is any organisation, in a demonstration, or when
/// no
/// code is given.
@Component
public class FirstIcb implements ApplicationRunner {
    static final String SIGN_IN_NAME = "first.person@golden-thread.invalid";
    private static final List<String> ROLES =
            List.of("DESIGNATED_NURSE", "SAFEGUARDING_COORDINATOR", "SYSTEM_ADMINISTRATOR");
    /// ICBs were established on this day (Health and Care Act 2022, section 19).
    private static final LocalDate ESTABLISHED = LocalDate.of(2022, 7, 1);
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final String NOBODY =
            "This system is empty and nobody can sign in. Start it with GOLDENTHREAD_ICB_CODE=QJ2 and"
                    + " GOLDENTHREAD_ICB_NAME='NHS Derby and Derbyshire ICB', or your own, to make an ICB and its first person.";
    private static final String ANY = "select exists (select from organisation)";
    private static final String ADD = """
            insert into organisation (code, name, kind, opened, source)
            values (:code, :name, 'ICB', :opened, 'first start')
            returning id
            """;

    private final Environment environment;
    private final JdbcClient jdbc;
    private final UnitOfWork work;
    private final Accounts accounts;
    private final Ledger ledger;
    private final Clock clock;

    FirstIcb(Environment environment, JdbcClient jdbc, UnitOfWork work, Accounts accounts, Ledger ledger, Clock clock) {
        this.environment = environment;
        this.jdbc = jdbc;
        this.work = work;
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// An ICB to be made.
    public record Wanted(String code, String name) {}

    /// What was made: how the first person signs in.
    public record Made(String signInName, String password) {}

    @Override
    public void run(ApplicationArguments arguments) {
        var codes = environment.getProperty("GOLDENTHREAD_ICB_CODE", "");
        if (environment.getProperty("GOLDENTHREAD_DEMO", Boolean.class, false)) {
            return;
        }
        var wanted = codes.isBlank()
                ? List.<Wanted>of()
                : wanted(codes, environment.getProperty("GOLDENTHREAD_ICB_NAME", ""));
        if (!isEmpty()) {
            return;
        }
        if (wanted.isEmpty()) {
            System.out.println(NOBODY);
        } else {
            tell(make(wanted, SIGN_IN_NAME), wanted, System.out);
        }
    }

    /// The ICBs that the two settings name.
    ///
    /// @throws IllegalStateException with one clear line when the settings do not fit each other
    static List<Wanted> wanted(String codes, String names) {
        var code = codes.strip().split("\\s*;\\s*", -1);
        var name = names.strip().split("\\s*;\\s*", -1);
        if (code.length != name.length) {
            throw new IllegalStateException(
                    "GOLDENTHREAD_ICB_CODE names %d ICBs and GOLDENTHREAD_ICB_NAME %d: give one name for each code, parted by semicolons"
                            .formatted(code.length, name.length));
        }
        var wanted = new ArrayList<Wanted>();
        for (var i = 0; i < code.length; i++) {
            if (!code[i].matches("[A-Z0-9]{3,8}") || name[i].isBlank()) {
                throw new IllegalStateException(
                        "GOLDENTHREAD_ICB_CODE must be register codes such as QJ2, each with a name, not “%s” “%s”"
                                .formatted(code[i], name[i]));
            }
            wanted.add(new Wanted(code[i], name[i]));
        }
        return List.copyOf(wanted);
    }

    private boolean isEmpty() {
        return !work.read(
                Scope.system(),
                () -> jdbc.sql(ANY).query((row, _) -> row.getBoolean(1)).single());
    }

    /// Makes the ICBs, and one person who prepares and approves for each until others are added.
    public Made make(List<Wanted> wanted, String signInName) {
        var password = password();
        var ids =
                work.write(Scope.system(), () -> wanted.stream().map(this::add).toList());
        var account = accounts.make(new Accounts.NewAccount(signInName, "First person", password, false));
        var today = LocalDate.ofInstant(clock.instant(), Dates.LONDON);
        for (var icb : ids) {
            ROLES.forEach(role -> accounts.grant(account, role, icb, icb, today));
        }
        return new Made(signInName, password);
    }

    private int add(Wanted icb) {
        var id = jdbc.sql(ADD)
                .param("code", icb.code())
                .param("name", icb.name())
                .param("opened", ESTABLISHED)
                .query((row, _) -> row.getInt("id"))
                .single();
        ledger.record("ORGANISATION_ADDED", "organisation/" + icb.code());
        return id;
    }

    /// Twenty letters and figures that are not mistaken for each other, about 99 bits.
    private static String password() {
        var random = new SecureRandom();
        var letters = new StringBuilder();
        for (var i = 0; i < 20; i++) {
            letters.append(i > 0 && i % 5 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }

    private static void tell(Made made, List<Wanted> wanted, PrintStream console) {
        console.printf(
                "%n  Made for: %s%n  Sign in as %s with the password %s%n  It is shown this once. Write it down, or start again with an empty data folder.%n%n",
                String.join(", ", wanted.stream().map(Wanted::name).toList()), made.signInName(), made.password());
    }
}
