package uk.goldenthread.organisations.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/// How a mandatory post stands on a day: worked out from who held it when, never stored.
public sealed interface PostReading {
    /// Somebody holds it, substantively or acting.
    record Filled(StatutoryRole role, List<Appointment> holders) implements PostReading {
        public Filled {
            holders = List.copyOf(holders);
        }
    }

    /// Nobody does (BR-ROLE-1).
    ///
    /// @param since the first day without a holder
    /// @param days how many days it has been vacant, that first day counted as 1
    /// @param critical true once there has been no cover either for longer than allowed (BR-ROLE-2)
    record Vacant(StatutoryRole role, LocalDate since, long days, Step step, boolean critical) implements PostReading {}

    /// What a vacancy calls for by now.
    enum Step {
        FLAG,
        NOTIFY,
        ESCALATE
    }

    /// How grave it is: a practice without a lead is red, without a deputy amber (BR-ROLE-6); any other post is red
    /// once
    /// critical or to be escalated.
    enum Concern {
        NONE,
        AMBER,
        RED
    }

    /// After how many days a vacancy is told and escalated, and how long it may go without cover.
    record Limits(int notifyDays, int escalateDays, int uncoveredDays) {}

    /// How a post stands.
    ///
    /// @param appointments to this post at this organisation, past ones too
    /// @param required the first day on which the organisation had to have the post, for one never held
    static PostReading of(
            StatutoryRole role, List<Appointment> appointments, LocalDate required, LocalDate today, Limits limits) {
        var mine = appointments.stream()
                .filter(appointment -> appointment.role().equals(role.code()))
                .toList();
        var holders = mine.stream()
                .filter(Appointment::fills)
                .filter(appointment -> appointment.holdsOn(today))
                .toList();
        if (!holders.isEmpty()) {
            return new Filled(role, holders);
        }
        var since = lastEnd(mine, Appointment::fills, today).orElse(required);
        var days = Math.max(1, ChronoUnit.DAYS.between(since, today) + 1);
        var covered = mine.stream().anyMatch(appointment -> appointment.holdsOn(today));
        var uncovered = lastEnd(mine, _ -> true, today).orElse(required);
        var critical = !covered && ChronoUnit.DAYS.between(uncovered, today) + 1 > limits.uncoveredDays();
        var step =
                days >= limits.escalateDays() ? Step.ESCALATE : days >= limits.notifyDays() ? Step.NOTIFY : Step.FLAG;
        return new Vacant(role, since, days, step, critical);
    }

    private static Optional<LocalDate> lastEnd(
            List<Appointment> appointments, Predicate<Appointment> which, LocalDate today) {
        return appointments.stream()
                .filter(which)
                .map(Appointment::to)
                .filter(Objects::nonNull)
                .filter(end -> !end.isAfter(today))
                .max(Comparator.naturalOrder());
    }

    StatutoryRole role();

    default Concern concern() {
        return switch (this) {
            case Filled _ -> Concern.NONE;
            case Vacant vacant when vacant.role().code().equals("GP-L") -> Concern.RED;
            case Vacant vacant when vacant.role().code().equals("GP-DL") -> Concern.AMBER;
            case Vacant vacant -> vacant.critical() || vacant.step() == Step.ESCALATE ? Concern.RED : Concern.AMBER;
        };
    }
}
