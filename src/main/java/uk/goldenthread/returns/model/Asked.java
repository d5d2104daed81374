package uk.goldenthread.returns.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What one line of a return asks for: the definition as the rules of a line need it.
///
/// @param per what a ratio is multiplied by: 100 for a percentage; null for a single number
/// @param fractions whether numerator and denominator may have decimals
/// @param target in the figure's own unit; null where it is only watched
/// @param minimumDenominator on fewer the figure is not judged
public record Asked(
        String kpi,
        String name,
        Unit unit,
        @Nullable Integer per,
        boolean fractions,
        Better better,
        @Nullable BigDecimal target,
        BigDecimal tolerance,
        int minimumDenominator) {

    /// The form of the figure.
    public enum Unit {
        /// Numerator over denominator, 0 to 100.
        PERCENT,
        /// Numerator over denominator, times `per`.
        RATE,
        COUNT,
        DAYS,
        /// 1 for yes, 0 for no.
        YES_NO
    }

    /// Which way is better.
    public enum Better {
        HIGHER,
        LOWER,
        NEITHER
    }

    /// Whether a numerator and a denominator are asked for, rather than a single number.
    public boolean isRatio() {
        return unit == Unit.PERCENT || unit == Unit.RATE;
    }
}
