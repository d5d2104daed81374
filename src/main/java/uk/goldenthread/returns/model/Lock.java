package uk.goldenthread.returns.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import uk.goldenthread.kernel.calendar.WorkingDays;

/// Whether a person may still change a return that is with the provider: worked out from dates and
/// exceptions.
public sealed interface Lock {
    /// May be changed, until that day is over.
    record Open(LocalDate lastDay) implements Lock {}

    /// Locked: the last day has passed.
    ///
    /// @param since the first day on which it was locked
    record Locked(LocalDate since) implements Lock {}

    /// Locked for others, but not for this person, until that day is over.
    record Excepted(LocalDate until, String reason) implements Lock {}

    /// Lets one person change one locked return until a day.
    record Lifted(int account, LocalDate until, String reason) {}

    /// How it stands for a person on a day.
    ///
    /// @param after how many working days after the due date it locks
    static Lock on(
            LocalDate today, LocalDate dueOn, int after, WorkingDays calendar, List<Lifted> exceptions, int account) {
        var lastDay = calendar.workingDaysAfter(dueOn, after);
        if (!today.isAfter(lastDay)) {
            return new Open(lastDay);
        }
        return exceptions.stream()
                .filter(exception -> exception.account() == account && !today.isAfter(exception.until()))
                .max(Comparator.comparing(Lifted::until))
                .<Lock>map(exception -> new Excepted(exception.until(), exception.reason()))
                .orElse(new Locked(lastDay.plusDays(1)));
    }

    /// Whether it may be changed.
    default boolean lets() {
        return !(this instanceof Locked);
    }
}
