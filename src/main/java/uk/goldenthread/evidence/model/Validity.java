package uk.goldenthread.evidence.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Until when an item of evidence is good, and why until then (BR-EVD-1).
///
/// @param until the last day on which it is in date
public record Validity(LocalDate until, Basis basis) {
    /// Why that date.
    public enum Basis {
        /// A policy's own review date.
        REVIEW_DATE("its review date"),
        /// So many months after the time it covers, or after it was received.
        DEFAULT("the usual time for evidence"),
        /// Its owner said that it still holds.
        CONFIRMED("its owner confirmed that it still holds");

        private final String words;

        Basis(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// Of a new item: a policy's review date; of any other, the months after the last day it covers, or
    /// after
    /// it was
    /// received where it covers no stated time.
    public static Validity ofNew(
            @Nullable LocalDate reviewOn, @Nullable LocalDate coversTo, LocalDate receivedOn, int months) {
        if (reviewOn != null) {
            return new Validity(reviewOn, Basis.REVIEW_DATE);
        }
        var from = coversTo == null || coversTo.isAfter(receivedOn) ? receivedOn : coversTo;
        return new Validity(from.plusMonths(months), Basis.DEFAULT);
    }

    /// Of an item whose owner says today that it still holds.
    public static Validity confirmed(LocalDate today, int months) {
        return new Validity(today.plusMonths(months), Basis.CONFIRMED);
    }
}
