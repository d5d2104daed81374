package uk.goldenthread.actions.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Who is told as an action's date comes near and passes. The early warning after the last rung is
/// raised elsewhere, from the published view.
public final class Escalation {
    /// The rungs in order.
    public enum Rung {
        /// The owner, before the date.
        REMINDER,
        /// The owner, once it has passed.
        OWNER,
        /// The organisation's executive lead.
        EXECUTIVE,
        /// The ICB's designated professionals.
        ICB
    }

    /// Calendar days before the date, and after it.
    public record Days(int before, int owner, int executive, int icb) {
        /// @throws IllegalArgumentException when a later rung is told before an earlier one
        public Days {
            if (before < 0 || owner < 1 || executive < owner || icb < executive) {
                throw new IllegalArgumentException("the rungs of the ladder are out of order");
            }
        }
    }

    private Escalation() {}

    /// The highest rung reached on a day by what is still owed; none long before the date.
    public static Optional<Rung> reached(LocalDate due, LocalDate today, Days days) {
        var late = ChronoUnit.DAYS.between(due, today);
        if (late >= days.icb()) {
            return Optional.of(Rung.ICB);
        }
        if (late >= days.executive()) {
            return Optional.of(Rung.EXECUTIVE);
        }
        if (late >= days.owner()) {
            return Optional.of(Rung.OWNER);
        }
        return late >= -days.before() ? Optional.of(Rung.REMINDER) : Optional.empty();
    }
}
