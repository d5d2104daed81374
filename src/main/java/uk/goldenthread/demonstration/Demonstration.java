package uk.goldenthread.demonstration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.OrganisationKind;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.demonstration.plan.DemonstrationPlan;
import uk.goldenthread.demonstration.plan.PlannedReturn;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.kernel.calendar.WorkingDays;
import uk.goldenthread.organisations.StatutoryRoles;

/// Makes the whole demonstration: settles its organisations and people, then tells two years of its past.
@Component
class Demonstration {
    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    private final Settlement settlement;
    private final Retelling retelling;
    private final WaitingFile file;
    private final DemonstrationPlan.Rules rules;
    private final Clock clock;

    Demonstration(
            Settlement settlement,
            Retelling retelling,
            WaitingFile file,
            RuleBook.Shipped shipped,
            OrganisationKind.Kinds kinds,
            WorkingDays calendar,
            StatutoryRoles posts,
            Clock clock) {
        this.settlement = settlement;
        this.retelling = retelling;
        this.file = file;
        this.rules = new DemonstrationPlan.Rules(
                shipped.kpis(), kinds, calendar, shipped.settings().integer("RETURN.due"), postsOf(posts, kinds));
        this.clock = clock;
    }

    private static Map<String, List<String>> postsOf(StatutoryRoles posts, OrganisationKind.Kinds kinds) {
        return kinds.codes().stream().collect(Collectors.toMap(Function.identity(), posts::codesOf));
    }

    /// Makes it in a system that has none of it yet.
    World make() {
        var began = System.nanoTime();
        var now = clock.instant();
        var plan = DemonstrationPlan.of(DemonstrationPlan.SEED, now, rules);
        var world = settlement.settle(plan, beginning(plan));
        retelling.tell(world, now);
        file.upload(world);
        LOG.info(
                "The demonstration is ready: {} organisations and {} returns, made in {} s",
                plan.organisations().size(),
                plan.returns().size(),
                Duration.ofNanos(System.nanoTime() - began).toSeconds());
        return world;
    }

    private static Instant beginning(DemonstrationPlan plan) {
        var first = plan.returns().stream()
                .map(PlannedReturn::period)
                .map(period -> period.start())
                .min(java.util.Comparator.naturalOrder())
                .orElseThrow();
        return first.atTime(LocalTime.of(8, 0)).atZone(London.ZONE).toInstant();
    }
}
