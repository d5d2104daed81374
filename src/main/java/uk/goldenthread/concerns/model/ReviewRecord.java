package uk.goldenthread.concerns.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The reviews held since a level was set: the evidence for a step down (BR-LAD-3). They must lie in
/// review periods of their
/// own, so that two reviews on one day are one.
///
/// @param needed consecutive periods with the exit criteria met
/// @param period days of a review period at this level
public record ReviewRecord(List<Held> held, int needed, int period) {

    /// A review that was held.
    ///
    /// @param criteriaMet the exit criteria were met, with evidence
    public record Held(LocalDate on, boolean criteriaMet) {}

    /// Copies the list in, latest first.
    public ReviewRecord {
        held = held.stream().sorted(Comparator.comparing(Held::on).reversed()).toList();
    }

    /// What is missing for a step down; empty when nothing is.
    Optional<String> shortfall(Ladder.Settled from) {
        var met = metInARow(from.since());
        if (met >= needed) {
            return Optional.empty();
        }
        return Optional.of(
                "A step down needs %d review periods in a row with evidence that the exit criteria are met; there %s so far"
                        .formatted(needed, met == 1 ? "is 1" : "are " + met));
    }

    /// How many review periods in a row, the latest first, show the exit criteria met. A period with a
    /// review that does
    /// not, or without any, ends the row.
    public int metInARow(LocalDate since) {
        long expected = -1;
        int met = 0;
        for (var review : held) {
            if (review.on().isBefore(since) || !review.criteriaMet()) {
                break;
            }
            long number = ChronoUnit.DAYS.between(since, review.on()) / period;
            if (met > 0 && number == expected + 1) {
                continue;
            }
            if (met > 0 && number != expected) {
                break;
            }
            met++;
            expected = number - 1;
        }
        return met;
    }
}
