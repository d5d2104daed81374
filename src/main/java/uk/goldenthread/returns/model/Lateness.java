package uk.goldenthread.returns.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.goldenthread.kernel.calendar.WorkingDays;

/// When a return is due, and what its lateness has led to by a day: worked out from dates, never stored.
/// BR-KPI-1 and
/// BR-KPI-2; the numbers of working days are the ICB's settings.
///
/// @param steps what follows when nothing is submitted, soonest first
public record Lateness(LocalDate dueOn, List<Step> steps) {
    public Lateness {
        steps = List.copyOf(steps);
    }

    /// One consequence of being late.
    ///
    /// @param on the day it takes hold
    public record Step(Rung rung, LocalDate on) {}

    /// The rungs of the late ladder, and who is told at each.
    public enum Rung {
        REMINDER("A reminder to the people who enter the return"),
        NAMED_PROFESSIONAL("The provider's named professional is told"),
        EXECUTIVE("The provider's executive lead and the ICB's contract manager are told"),
        EARLY_WARNING("An early-warning signal is raised");

        private final String words;

        Rung(String words) {
            this.words = words;
        }

        /// What happens, as a sentence without its full stop.
        public String words() {
            return words;
        }
    }

    /// How many working days after the due date each rung takes hold.
    public record Days(int reminder, int named, int executive, int warning) {}

    /// The due date: so many working days after the last day of the period.
    public static LocalDate due(LocalDate periodEnd, int workingDays, WorkingDays calendar) {
        return calendar.workingDaysAfter(periodEnd, workingDays);
    }

    /// The ladder of a return due on that day.
    public static Lateness of(LocalDate dueOn, Days days, WorkingDays calendar) {
        return new Lateness(
                dueOn,
                List.of(
                        new Step(Rung.REMINDER, calendar.workingDaysAfter(dueOn, days.reminder())),
                        new Step(Rung.NAMED_PROFESSIONAL, calendar.workingDaysAfter(dueOn, days.named())),
                        new Step(Rung.EXECUTIVE, calendar.workingDaysAfter(dueOn, days.executive())),
                        new Step(Rung.EARLY_WARNING, calendar.workingDaysAfter(dueOn, days.warning()))));
    }

    /// Whether it is late on that day: the due date itself is in time.
    public boolean isLate(LocalDate day) {
        return day.isAfter(dueOn);
    }

    /// The highest rung reached by that day; none while in time.
    public Optional<Step> reached(LocalDate day) {
        return steps.stream().filter(step -> !day.isBefore(step.on())).reduce((_, later) -> later);
    }
}
