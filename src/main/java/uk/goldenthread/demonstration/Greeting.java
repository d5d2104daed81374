package uk.goldenthread.demonstration;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Roles;
import uk.goldenthread.demonstration.plan.DemonstrationPlan;
import uk.goldenthread.demonstration.plan.PlannedAccount;

/// Says where the system is, once it serves requests, and in a demonstration as whom one may sign in.
@Component
class Greeting {
    private final Environment environment;
    private final Roles roles;

    Greeting(Environment environment, Roles roles) {
        this.environment = environment;
        this.roles = roles;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(ApplicationReadyEvent event) {
        System.out.println(words());
    }

    String words() {
        var port = environment.getProperty("local.server.port", "8080");
        var address = environment.getProperty("GOLDENTHREAD_BASE_URL", "http://localhost:" + port);
        var words = new StringBuilder("%nGolden Thread is at %s%n".formatted(address));
        if (environment.getProperty("GOLDENTHREAD_DEMO", Boolean.class, false)) {
            words.append(
                    "Everything in it is invented. The sign-in page offers these people, one a role:%n".formatted());
            DemonstrationPlan.people().forEach(person -> words.append(line(person)));
            words.append("And two of the ICB next door, with which two trusts share their returns:%n".formatted());
            DemonstrationPlan.neighbours().forEach(person -> words.append(line(person)));
        }
        return words.toString();
    }

    private String line(PlannedAccount person) {
        return "  %-36s %s, %s%n".formatted(roles.name(person.role()), person.name(), person.signInName());
    }
}
