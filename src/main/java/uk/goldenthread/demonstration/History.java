package uk.goldenthread.demonstration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.demonstration.plan.DemonstrationPlan;
import uk.goldenthread.demonstration.plan.PlannedLine;
import uk.goldenthread.demonstration.plan.PlannedReturn;
import uk.goldenthread.returns.PastReturns;
import uk.goldenthread.returns.PastReturns.Act;
import uk.goldenthread.returns.PastReturns.Given;
import uk.goldenthread.returns.PastReturns.Past;

/// Brings the demonstration's returns forward, stretch by stretch of its past.
@Component
class History {
    private final PastReturns returns;

    History(PastReturns returns) {
        this.returns = returns;
    }

    /// Everything that happened to returns after `since`, up to `until`.
    ///
    /// @return how many returns were brought forward
    int between(World world, Instant since, Instant until) {
        var moved = new ArrayList<Past>();
        for (var planned : world.plan().returns()) {
            if (happened(planned.submittedAt(), since, until)
                    || happened(planned.approvedAt(), since, until)
                    || happened(planned.acceptedAt(), since, until)) {
                moved.add(past(world, planned, since, until));
            }
        }
        returns.bringForward(world.icb(), moved);
        return moved.size();
    }

    private static boolean happened(@Nullable Instant at, Instant since, Instant until) {
        return at != null && at.isAfter(since) && !at.isAfter(until);
    }

    private static Past past(World world, PlannedReturn planned, Instant since, Instant until) {
        var submitted = java.util.Objects.requireNonNull(planned.submittedAt());
        var executive = planned.executiveApproval();
        return new Past(
                world.organisation(planned.organisation()),
                planned.period(),
                since,
                act(world, planned, "PROVIDER_NAMED_PROFESSIONAL", World.STAFF, submitted),
                by(until, planned.approvedAt()) == null
                        ? null
                        : act(world, planned, "PROVIDER_EXECUTIVE_LEAD", World.EXECUTIVE, planned.approvedAt()),
                executive,
                accepted(world, by(until, planned.acceptedAt())),
                planned.lines().stream().map(History::given).toList());
    }

    private static @Nullable Instant by(Instant until, @Nullable Instant at) {
        return at == null || at.isAfter(until) ? null : at;
    }

    private static @Nullable Act accepted(World world, @Nullable Instant at) {
        if (at == null) {
            return null;
        }
        var nurse = world.person("DESIGNATED_NURSE");
        return new Act(at, world.account(nurse.signInName()), nurse.name());
    }

    private static Act act(World world, PlannedReturn planned, String role, String otherwise, @Nullable Instant at) {
        var instant = java.util.Objects.requireNonNull(at);
        return world.find(role, planned.organisation())
                .map(person -> new Act(instant, world.account(person.signInName()), person.name()))
                .orElseGet(() -> new Act(
                        instant, world.account(otherwise), DemonstrationPlan.person(planned.organisation(), role)));
    }

    private static Given given(PlannedLine line) {
        return new Given(
                line.kpi(),
                line.definitionVersion(),
                line.period(),
                line.numerator(),
                line.denominator(),
                line.value(),
                line.narrative());
    }

    /// The periods of the plan in the order of their ends.
    static List<PlannedReturn> firstOfEachPeriod(DemonstrationPlan plan) {
        var seen = new java.util.LinkedHashMap<String, PlannedReturn>();
        plan.returns().forEach(each -> seen.putIfAbsent(each.period().code(), each));
        return List.copyOf(seen.values());
    }
}
