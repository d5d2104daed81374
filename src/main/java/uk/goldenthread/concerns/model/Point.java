package uk.goldenthread.concerns.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.calendar.Period;

/// One value of a figure as a rule sees it.
///
/// @param value in the figure's own unit
/// @param numerator with `denominator`, the whole numbers behind a percentage; null where a single
/// number was given
/// @param judged false where the denominator is too small to judge: the value is shown and breaks every
/// run
/// @param provisional not yet approved by the provider's executive or accepted by the ICB
public record Point(
        Period period,
        double value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        boolean judged,
        boolean provisional) {

    /// A firm value without numerator and denominator.
    public static Point of(Period period, double value) {
        return new Point(period, value, null, null, true, false);
    }

    /// Whether this point's period is the one straight after the other's.
    public boolean follows(Point other) {
        return other.period.next().equals(period);
    }

    /// The value as a fraction, so that 899 of 999 is never rounded up to 90%.
    Fraction exact(boolean percent) {
        if (percent && numerator != null && denominator != null && denominator.signum() > 0) {
            return new Fraction(numerator.multiply(BigDecimal.valueOf(100)), denominator);
        }
        return new Fraction(BigDecimal.valueOf(value), BigDecimal.ONE);
    }

    /// A number as top over bottom.
    ///
    /// @param bottom above nought
    record Fraction(BigDecimal top, BigDecimal bottom) {
        Fraction minus(Fraction other) {
            return new Fraction(
                    top.multiply(other.bottom).subtract(other.top.multiply(bottom)), bottom.multiply(other.bottom));
        }

        boolean isAtLeast(BigDecimal limit) {
            return top.compareTo(limit.multiply(bottom)) >= 0;
        }

        boolean isPositive() {
            return top.signum() > 0;
        }
    }
}
