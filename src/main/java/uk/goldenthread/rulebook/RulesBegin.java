package uk.goldenthread.rulebook;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.OwnRule;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.notify.DailyJob;

/// Tells those who judge by the rules that a change made earlier begins to hold today.
@Component
class RulesBegin implements DailyJob {
    private final UnitOfWork work;
    private final Rules rules;
    private final ApplicationEventPublisher events;

    RulesBegin(UnitOfWork work, Rules rules, ApplicationEventPublisher events) {
        this.work = work;
        this.rules = rules;
        this.events = events;
    }

    @Override
    public String name() {
        return "rulebook.begin";
    }

    @Override
    public void run(int icb, LocalDate today) {
        work.write(Scope.jobFor(icb), () -> {
            var own = rules.now().own();
            var kpis = beginning(own.changes(), today);
            kpis.addAll(beginning(own.measures(), today));
            var settings = beginning(own.settings(), today);
            if (!kpis.isEmpty() || !settings.isEmpty()) {
                events.publishEvent(new RulesChanged(icb, kpis, settings));
            }
            return true;
        });
    }

    private static Set<String> beginning(Collection<? extends OwnRule> rules, LocalDate today) {
        return rules.stream()
                .filter(rule -> rule.from().equals(today))
                .map(OwnRule::subject)
                .collect(Collectors.toSet());
    }
}
