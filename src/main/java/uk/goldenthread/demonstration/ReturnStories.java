package uk.goldenthread.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.demonstration.plan.Stories;
import uk.goldenthread.figures.Baselines;
import uk.goldenthread.figures.SeriesKey;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.calendar.Quarter;
import uk.goldenthread.kernel.calendar.WorkingDays;
import uk.goldenthread.returns.Restatements;
import uk.goldenthread.returns.ReturnReviews;
import uk.goldenthread.returns.Returns;
import uk.goldenthread.returns.Typed;

/// The stories that single returns tell, each done as a person would do it: a question, a restatement, a lock that was
/// lifted, a return half entered.
@Component
class ReturnStories implements Tale {
    private static final String FIND = """
            select id
            from pub_return
            where icb = :icb and organisation = :organisation and period = :period
            """;

    private final Returns returns;
    private final Restatements restatements;
    private final ReturnReviews reviews;
    private final Baselines baselines;
    private final Reading reading;
    private final Calendar calendar;

    ReturnStories(
            Returns returns,
            Restatements restatements,
            ReturnReviews reviews,
            Baselines baselines,
            Reading reading,
            Calendar calendar) {
        this.returns = returns;
        this.restatements = restatements;
        this.reviews = reviews;
        this.baselines = baselines;
        this.reading = reading;
        this.calendar = calendar;
    }

    /// The way to what is stored.
    @Component
    record Reading(JdbcClient jdbc, UnitOfWork work) {}

    /// The calendar and the limits that are counted on it.
    @Component
    record Calendar(WorkingDays days, RuleBook.Shipped shipped) {}

    @Override
    public List<Moment> moments(World world, LocalDate today) {
        var all = new ArrayList<Moment>();
        var quarter = latestQuarter(world);
        all.add(new Moment(Oversight.morning(today.minusMonths(2)), "rebase", () -> rebase(world)));
        all.add(new Moment(Oversight.morning(today.minusDays(3)), "query", () -> query(world, quarter)));
        all.add(new Moment(Oversight.morning(today.minusDays(6)), "restate", () -> restate(world)));
        all.add(new Moment(Oversight.morning(today.minusDays(2)), "unlock", () -> unlock(world, quarter, today)));
        all.add(new Moment(Oversight.morning(today.minusDays(1)), "enter half", () -> enterHalf(world)));
        return all;
    }

    private static Quarter latestQuarter(World world) {
        return world.plan().returns().stream()
                .filter(each -> each.organisation().equals(Stories.QUERIED_TRUST) && each.approvedAt() != null)
                .map(each -> each.period() instanceof Quarter quarter ? quarter : null)
                .filter(java.util.Objects::nonNull)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private void rebase(World world) {
        var nurse = world.actor("DESIGNATED_NURSE");
        var starts = world.plan()
                .latestMonth()
                .yearMonth()
                .minusMonths(Stories.REBASED_MONTHS_AGO)
                .atDay(1);
        for (var kpi : List.of("K01", "K02", "K05", "K06")) {
            var series = new SeriesKey(world.icb(), world.organisation(Stories.REBASED_TRUST), kpi);
            baselines
                    .set(
                            nurse,
                            series,
                            starts,
                            "The trust moved to a new training system, which counts sessions done elsewhere. Seen at our visit.")
                    .orElseThrow();
        }
    }

    private void query(World world, Quarter quarter) {
        var nurse = world.actor("DESIGNATED_NURSE");
        reviews.query(
                        nurse,
                        find(nurse, world.organisation(Stories.QUERIED_TRUST), quarter),
                        "K27",
                        0,
                        "Checks on CP-IS are lower than in the last two years. Is this the new crews, or the new records system?")
                .orElseThrow();
    }

    /// The clock stopped at the appointment, not at the report: found in the provider's own audit.
    private void restate(World world) {
        var person = world.actor("PROVIDER_NAMED_PROFESSIONAL", Stories.RESTATING_TRUST);
        var month = world.plan().latestMonth().previous().previous();
        var line = world.plan().returns().stream()
                .filter(each -> each.organisation().equals(Stories.RESTATING_TRUST)
                        && each.period().equals(month))
                .flatMap(each -> each.lines().stream())
                .filter(each -> each.kpi().equals("K43"))
                .findFirst()
                .orElseThrow();
        var fewer = java.util.Objects.requireNonNull(line.numerator()).intValue() - 2;
        restatements
                .restate(
                        person,
                        find(person, world.organisation(Stories.RESTATING_TRUST), month),
                        Typed.ratio("K43", Integer.toString(fewer), text(line.denominator())),
                        "Our audit found two assessments counted at the appointment, not when the report was sent.")
                .orElseThrow();
    }

    private void unlock(World world, Quarter latest, LocalDate today) {
        var nurse = world.actor("DESIGNATED_NURSE");
        var person = world.actor("PROVIDER_NAMED_PROFESSIONAL", Stories.LOCKED_HOME);
        reviews.unlock(
                        nurse,
                        find(nurse, world.organisation(Stories.LOCKED_HOME), latest.previous()),
                        person.account(),
                        calendar.days()
                                .workingDaysAfter(
                                        today.minusDays(2),
                                        calendar.shipped().settings().integer("RETURN.unlock")),
                        "The manager who held the figures left. The new one has them and will send the return this week.")
                .orElseThrow();
    }

    private void enterHalf(World world) {
        var person = world.actor("PROVIDER_NAMED_PROFESSIONAL", Stories.DECLINING_TRUST);
        var open = world.plan().latestMonth().next();
        var planned = world.plan().returns().stream()
                .filter(each -> each.organisation().equals(Stories.DECLINING_TRUST)
                        && each.period().equals(open)
                        && each.submittedAt() == null)
                .findFirst();
        planned.ifPresent(each -> {
            var typed = each.lines().stream()
                    .limit(each.lines().size() / 2)
                    .map(line -> Typed.ratio(line.kpi(), text(line.numerator()), text(line.denominator()))
                            .saying(line.narrative()))
                    .toList();
            var id = find(person, person.organisation(), open);
            returns.save(person, id, Returns.Base.seen(1), typed).orElseThrow();
        });
    }

    private static String text(java.math.@org.jspecify.annotations.Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private long find(Actor actor, int organisation, Period period) {
        return reading.work()
                .read(
                        actor.scope(),
                        () -> reading.jdbc()
                                .sql(FIND)
                                .param("icb", actor.icb())
                                .param("organisation", organisation)
                                .param("period", period.code())
                                .query(Long.class)
                                .single());
    }
}
