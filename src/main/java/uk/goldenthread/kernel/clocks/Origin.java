package uk.goldenthread.kernel.clocks;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where a clock definition comes from and when it holds.
///
/// @param basis     how strong the rule is
/// @param source    the document, as a reader would cite it
/// @param confirmed whether the source was read for this; otherwise a lead still has to check it
/// @param validFrom the first start date it applies to
/// @param validTo   the first start date it no longer applies to; null while it is current
public record Origin(
        Basis basis,
        String source,
        boolean confirmed,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {
    /// @throws IllegalArgumentException when it would never apply
    public Origin {
        if (validTo != null && !validTo.isAfter(validFrom)) {
            throw new IllegalArgumentException("valid from %s to %s is never".formatted(validFrom, validTo));
        }
    }

    /// Whether it applies to a clock that starts on this date.
    public boolean holdsOn(LocalDate date) {
        return !date.isBefore(validFrom) && (validTo == null || date.isBefore(validTo));
    }
}
