package uk.goldenthread.kernel.clocks;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.calendar.Pauses;
import uk.goldenthread.kernel.calendar.WorkingDays;
import uk.goldenthread.kernel.clocks.Reading.Status;

/// A time limit that runs for one event. Deadline, warning points and reading are worked out from start, pauses and
/// calendar each time, so that a corrected start or a new bank holiday is never missed.
public final class RunningClock {
    private static final int LONG_CLOCK = 15;
    private static final int LONG_CLOCK_LEAD = 3;
    private static final double LEAD_SHARE = 0.1;

    private final ClockDefinition definition;
    private final Moment started;
    private final Pauses pauses;
    private final WorkingDays calendar;

    /// A clock that started at this moment. Pauses of a clock that never stands still are left out: there a reason is
    /// recorded and the breach stays a breach.
    ///
    /// @throws IllegalArgumentException when the clock counts hours and the start is a mere date
    public RunningClock(ClockDefinition definition, Moment started, Pauses pauses, WorkingDays calendar) {
        if (definition.duration().isElapsed() && !(started instanceof Moment.Time)) {
            throw new IllegalArgumentException(
                    "%s counts hours: give a time with its offset".formatted(definition.code()));
        }
        this.definition = definition;
        this.started = started;
        this.pauses = definition.isPausable() ? pauses : Pauses.none();
        this.calendar = calendar;
    }

    /// The limit it runs for.
    public ClockDefinition definition() {
        return definition;
    }

    /// The deadline when no pause is open; empty while one is, because it is not known yet.
    public Optional<Moment> due() {
        return pauses.isOpen() ? Optional.empty() : Optional.of(due(pauses));
    }

    /// The deadline as it stands at a moment: an open pause counts up to then, so this is the earliest it can be.
    public Moment dueAsOf(Moment asOf) {
        return due(pauses.closedOn(asOf.date()));
    }

    /// When it turns amber, as it stands at a moment; empty for never.
    public Optional<Moment> amberAsOf(Moment asOf) {
        return definition.guard() ? Optional.empty() : point(definition.amber(), pauses.closedOn(asOf.date()));
    }

    /// When it turns red, as it stands at a moment; empty for a guard, which is never late. Where the definition
    /// does not say: 3 working days before the deadline for clocks of 15 working days or more, else the last tenth
    /// of the time, rounded to whole days for clocks of dates.
    public Optional<Moment> redAsOf(Moment asOf) {
        if (definition.guard()) {
            return Optional.empty();
        }
        var closed = pauses.closedOn(asOf.date());
        return definition.red() == null ? Optional.of(defaultRed(closed)) : point(definition.red(), closed);
    }

    /// What it shows at a moment, not having been stopped.
    public Reading reading(Moment asOf) {
        var due = dueAsOf(asOf);
        var unit = definition.duration().unit();
        var shown = unit == Unit.HOURS || unit == Unit.WORKING_DAYS ? unit : Unit.DAYS;
        return new Reading(status(asOf, due), left(asOf, due, shown), shown);
    }

    /// Whether stopping at this moment keeps the limit: on the last day is in time; a guard is kept from its date on.
    public boolean isMetBy(Moment stopped) {
        var due = dueAsOf(stopped);
        return definition.guard() ? !isBefore(stopped, due) : !isAfter(stopped, due);
    }

    private Status status(Moment asOf, Moment due) {
        if (!definition.guard() && isAfter(asOf, due)) {
            return Status.RED;
        }
        if (pauses.covers(asOf.date())) {
            return Status.PAUSED;
        }
        if (redAsOf(asOf).filter(red -> !isBefore(asOf, red)).isPresent()) {
            return Status.RED;
        }
        return amberAsOf(asOf).filter(amber -> !isBefore(asOf, amber)).isPresent() ? Status.AMBER : Status.RUNNING;
    }

    private long left(Moment asOf, Moment due, Unit shown) {
        return switch (shown) {
            case HOURS ->
                Math.floorDiv(Duration.between(asOf.instant(), due.instant()).toSeconds(), 3600);
            case WORKING_DAYS -> workingDaysLeft(asOf, due);
            case DAYS, WEEKS, MONTHS -> ChronoUnit.DAYS.between(asOf.date(), due.date());
        };
    }

    private long workingDaysLeft(Moment asOf, Moment due) {
        int between = calendar.between(asOf.date(), due.date());
        // A weekend after the deadline holds no working day, but it is late all the same.
        return between == 0 && asOf.date().isAfter(due.date()) ? -1 : between;
    }

    private Moment due(Pauses closed) {
        return definition.duration().from(started, closed, calendar);
    }

    private Optional<Moment> point(@Nullable Warning warning, Pauses closed) {
        if (warning == null) {
            return Optional.empty();
        }
        return Optional.of(
                warning.beforeDue()
                        ? warning.span().reversed().from(due(closed), Pauses.none(), calendar)
                        : warning.span().from(started, closed, calendar));
    }

    private Moment defaultRed(Pauses closed) {
        var due = due(closed);
        var duration = definition.duration();
        int length = Math.abs(duration.amount());
        return switch (duration.unit()) {
            case HOURS -> Moment.at(due.instant().minus(Duration.ofMinutes(Math.round(length * 60 * LEAD_SHARE))));
            case WORKING_DAYS -> {
                int lead = length >= LONG_CLOCK ? LONG_CLOCK_LEAD : tenth(length);
                yield Moment.on(calendar.workingDaysBefore(due.date(), lead));
            }
            case DAYS, WEEKS, MONTHS -> {
                var unpaused = duration.from(started, Pauses.none(), calendar).date();
                yield Moment.on(due.date().minusDays(tenth(ChronoUnit.DAYS.between(started.date(), unpaused))));
            }
        };
    }

    private static int tenth(long length) {
        return (int) Math.round(Math.abs(length) * LEAD_SHARE);
    }

    private boolean isAfter(Moment one, Moment other) {
        return definition.duration().isElapsed()
                ? one.instant().isAfter(other.instant())
                : one.date().isAfter(other.date());
    }

    private boolean isBefore(Moment one, Moment other) {
        return definition.duration().isElapsed()
                ? one.instant().isBefore(other.instant())
                : one.date().isBefore(other.date());
    }
}
