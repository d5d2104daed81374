package uk.goldenthread.imports.aande;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;

/// One measure of one organisation in one month.
///
/// @param series the measure
/// @param numerator the count, or the upper part of the share
/// @param denominator the lower part of a share, above 0; empty for a count
public record Measurement(AandeSeries series, long numerator, OptionalLong denominator) {
    private static final int DECIMALS = 6;

    public Measurement {
        if (denominator.isPresent() && denominator.getAsLong() <= 0) {
            throw new IllegalArgumentException("a share needs a denominator above 0");
        }
    }

    /// The count, or the share from 0 to 1 to six decimals.
    public BigDecimal value() {
        var count = BigDecimal.valueOf(numerator);
        return denominator.isEmpty()
                ? count
                : count.divide(BigDecimal.valueOf(denominator.getAsLong()), DECIMALS, RoundingMode.HALF_UP);
    }
}
