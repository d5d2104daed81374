package uk.goldenthread.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The London dates on which a rule holds: from `from` up to, but not on, `to`; no `to` while it is current.
public record InForce(LocalDate from, @Nullable LocalDate to) {

    /// @throws IllegalArgumentException when `to` is on or before `from`, so that the rule would never hold
    public InForce {
        if (to != null && !to.isAfter(from)) {
            throw new IllegalArgumentException("validTo %s is not after validFrom %s".formatted(to, from));
        }
    }

    /// Whether the rule holds on this day.
    public boolean on(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    /// Whether there is any day on which both hold.
    public boolean overlaps(InForce other) {
        return (to == null || other.from.isBefore(to)) && (other.to == null || from.isBefore(other.to));
    }
}
