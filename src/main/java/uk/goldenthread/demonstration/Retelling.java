package uk.goldenthread.demonstration;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.goldenthread.database.Replay;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.notify.DailyJob;
import uk.goldenthread.returns.ReturnOpening;

/// Tells the demonstration's past again, from its beginning to now and in order, so that each row is recorded when it
/// would have been.
@Component
class Retelling {
    private static final LocalTime OPENS = LocalTime.of(6, 0);
    private static final LocalTime WEEK_ENDS = LocalTime.of(18, 0);
    /// What came in the last days waits for the person who tries the demonstration.
    private static final int LEFT_DAYS = 12;
    private static final int CLOSE_MONTHS = 8;

    /// Find late and silent providers, what is owed, and what is known besides figures. The reminders of the past are
    /// not sent again.
    private static final Set<String> DAILY_LOOKS =
            Set.of("concerns.dailyLook", "concerns.owedLook", "concerns.factLook");

    private static final Logger LOG = LoggerFactory.getLogger(Retelling.class);

    private final Replay replay;
    private final ReturnOpening opening;
    private final History history;
    private final Inbox inbox;
    private final List<Tale> tales;
    private final List<DailyJob> daily;

    Retelling(
            Replay replay, ReturnOpening opening, History history, Inbox inbox, List<DailyJob> jobs, List<Tale> tales) {
        this.replay = replay;
        this.opening = opening;
        this.history = history;
        this.inbox = inbox;
        this.tales = tales;
        this.daily =
                jobs.stream().filter(job -> DAILY_LOOKS.contains(job.name())).toList();
    }

    void tell(World world, Instant now) {
        var today = London.dateOf(now);
        var moments = new ArrayList<Moment>();
        var first = today;
        for (var planned : History.firstOfEachPeriod(world.plan())) {
            var opens = planned.period().end().plusDays(1);
            first = opens.isBefore(first) ? opens : first;
            moments.add(new Moment(at(opens, OPENS), "open " + planned.period(), () -> open(world, planned.period())));
        }
        weeks(world, first, now, moments);
        tales.forEach(tale -> moments.addAll(tale.moments(world, today)));
        moments.stream()
                .filter(moment -> moment.at().isBefore(now))
                .sorted(Comparator.comparing(Moment::at))
                .forEach(this::happen);
    }

    private void happen(Moment moment) {
        LOG.debug("{}: {}", moment.at(), moment.what());
        replay.at(moment.at(), () -> {
            moment.work().run();
            return true;
        });
    }

    /// The last months week by week; before them four weeks at a time, which nobody looks at so closely.
    private void weeks(World world, LocalDate first, Instant now, List<Moment> moments) {
        var today = London.dateOf(now);
        var since = at(first, LocalTime.MIDNIGHT);
        var friday = first.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        while (at(friday, WEEK_ENDS).isBefore(now)) {
            var from = since;
            var until = at(friday, WEEK_ENDS);
            moments.add(new Moment(until, "returns", () -> history.between(world, from, until)));
            if (friday.isBefore(today.minusDays(LEFT_DAYS))) {
                var day = friday;
                moments.add(new Moment(until.plusSeconds(600), "signals", () -> inbox.deal(world, day)));
            }
            var look = friday;
            moments.add(new Moment(
                    until.plusSeconds(300),
                    "late, silent and owed",
                    () -> daily.forEach(job -> job.run(world.icb(), look))));
            since = until;
            friday = friday.plusWeeks(friday.isBefore(today.minusMonths(CLOSE_MONTHS)) ? 4 : 1);
        }
        var from = since;
        var until = now.minusSeconds(60);
        moments.add(new Moment(until, "returns", () -> history.between(world, from, until)));
    }

    private void open(World world, Period period) {
        opening.open(world.actor("SAFEGUARDING_COORDINATOR"), period).orElseThrow();
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(London.ZONE).toInstant();
    }
}
