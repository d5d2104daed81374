package uk.goldenthread.assessments.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.goldenthread.kernel.calendar.WorkingDays;

/// When people are reminded of an assessment that has not come in: worked out from its due date, never
/// stored.
/// BR-ASM-1; the numbers of working days are the ICB's settings.
///
/// @param steps soonest first
public record Reminders(LocalDate dueOn, List<Step> steps) {
    /// Copies the steps in.
    public Reminders {
        steps = List.copyOf(steps);
    }

    /// One reminder.
    ///
    /// @param workingDays from the due date: below nought before it, nought on it
    /// @param on the day it takes hold
    public record Step(int workingDays, LocalDate on) {}

    /// The reminders of an assessment due that day.
    ///
    /// @param workingDays from the due date, below nought before it
    public static Reminders of(LocalDate dueOn, List<Integer> workingDays, WorkingDays calendar) {
        return new Reminders(
                dueOn,
                workingDays.stream()
                        .map(days -> new Step(days, day(dueOn, days, calendar)))
                        .sorted(Comparator.comparing(Step::on))
                        .toList());
    }

    private static LocalDate day(LocalDate dueOn, int days, WorkingDays calendar) {
        if (days == 0) {
            return dueOn;
        }
        return days < 0 ? calendar.workingDaysBefore(dueOn, -days) : calendar.workingDaysAfter(dueOn, days);
    }

    /// The last step reached by that day; none before the first.
    public Optional<Step> reached(LocalDate day) {
        return steps.stream().filter(step -> !day.isBefore(step.on())).reduce((_, later) -> later);
    }

    /// Whether it is late on that day: the due date itself is in time.
    public static boolean isLate(LocalDate dueOn, LocalDate day) {
        return day.isAfter(dueOn);
    }
}
