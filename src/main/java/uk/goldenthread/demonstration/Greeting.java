package uk.goldenthread.demonstration;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Accounts;
import uk.goldenthread.access.Roles;
import uk.goldenthread.demonstration.plan.DemonstrationPlan;
import uk.goldenthread.demonstration.plan.PlannedAccount;

/// Says where the system is, once it serves requests, and in a demonstration as whom one may sign in.
@Component
class Greeting {
    private final Environment environment;
    private final Roles roles;
    private final Accounts accounts;

    Greeting(Environment environment, Roles roles, Accounts accounts) {
        this.environment = environment;
        this.roles = roles;
        this.accounts = accounts;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(ApplicationReadyEvent event) {
        var port = environment.getProperty("local.server.port", "8080");
        var address = environment.getProperty("GOLDENTHREAD_BASE_URL", "http://localhost:" + port);
        System.out.printf("%nGolden Thread is at %s%n", address);
        if (environment.getProperty("GOLDENTHREAD_DEMO", Boolean.class, false)) {
            System.out.print(people(roles, person -> accounts.exists(person.signInName())));
        }
    }

    /// Whom the sign-in page offers.
    ///
    /// @param isThere whether that person has an account: a demonstration of an earlier program has fewer
    static String people(Roles roles, Predicate<PlannedAccount> isThere) {
        return listed(
                        "Everything in it is invented. The sign-in page offers these people, one a role:",
                        DemonstrationPlan.people(),
                        roles,
                        isThere)
                + listed(
                        "And two of the ICB next door, with which two trusts share their returns:",
                        DemonstrationPlan.neighbours(),
                        roles,
                        isThere);
    }

    private static String listed(
            String heading, List<PlannedAccount> people, Roles roles, Predicate<PlannedAccount> isThere) {
        var lines = people.stream()
                .filter(isThere)
                .map(person ->
                        "  %-36s %s, %s%n".formatted(roles.name(person.role()), person.name(), person.signInName()))
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : "%s%n%s".formatted(heading, lines);
    }
}
