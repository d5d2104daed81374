package uk.goldenthread.returns.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// What a provider gave for one line.
///
/// @param numerator null when not given, or when the line asks for a single number
/// @param value a single number; null for a ratio
/// @param narrative the provider's words; empty when none
/// @param confidence `ASSERTED`, `EVIDENCED`, `VALIDATED`, or empty when not said
/// @param denominatorConfirmed the provider says that a large change of the denominator is right
public record Answer(
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        String narrative,
        String confidence,
        boolean denominatorConfirmed) {
    /// Nothing given yet.
    public static final Answer NONE = new Answer(null, null, null, "", "", false);

    private static final MathContext PRECISION = new MathContext(20, RoundingMode.HALF_EVEN);

    /// Whether the whole figure is there.
    public boolean hasFigure(Asked asked) {
        return asked.isRatio() ? numerator != null && denominator != null : value != null;
    }

    /// Whether anything at all is there.
    public boolean isStarted() {
        return numerator != null || denominator != null || value != null || !narrative.isBlank();
    }

    /// The figure in its own unit; null when it is not given, or is over a denominator of nought, which is
    /// no data.
    public @Nullable BigDecimal worth(Asked asked) {
        var per = asked.per();
        if (per == null) {
            return value;
        }
        if (numerator == null || denominator == null || denominator.signum() == 0) {
            return null;
        }
        return numerator.multiply(BigDecimal.valueOf(per)).divide(denominator, PRECISION);
    }

    /// Whether the figures are worth the same, however they are written and whatever is said about them.
    public boolean sameFigures(Answer other) {
        return same(numerator, other.numerator) && same(denominator, other.denominator) && same(value, other.value);
    }

    /// Whether nothing differs.
    public boolean sameAs(Answer other) {
        return sameFigures(other)
                && narrative.equals(other.narrative)
                && confidence.equals(other.confidence)
                && denominatorConfirmed == other.denominatorConfirmed;
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }
}
