package uk.goldenthread.kernel.suppression;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// How small numbers are hidden: rules as data, stamped on every export that used them.
///
/// @param code           as the export says it: `UNROUNDED`, `ROUNDING_5`
/// @param threshold      the smallest count that is shown; 0 shows all
/// @param roundingBase   1 to show counts as they are, 5 or 10 to round each to the nearest
/// @param secondary      whether a further cell is hidden where the total would give the first away
/// @param suppressZero   whether nought is hidden too
/// @param smallText      what stands in place of a hidden count, such as `<5`
/// @param minDenominator the smallest denominator of a percentage that is shown
public record Profile(
        String code,
        int threshold,
        int roundingBase,
        boolean secondary,
        boolean suppressZero,
        String smallText,
        int minDenominator) {
    /// In place of a count that is hidden only to protect another.
    public static final String SECONDARY = "*";

    /// @throws IllegalArgumentException when a number is out of range
    public Profile {
        if (threshold < 0 || minDenominator < 0 || !(roundingBase == 1 || roundingBase == 5 || roundingBase == 10)) {
            throw new IllegalArgumentException(
                    "profile %s: nothing may be negative, and the base is 1, 5 or 10".formatted(code));
        }
    }

    /// Whether a count is too small to show.
    public boolean hides(long count) {
        return count < threshold && (count > 0 || suppressZero);
    }

    /// A count as published on its own.
    public String count(long count) {
        if (hides(count)) {
            return smallText;
        }
        return Long.toString((count + roundingBase / 2) / roundingBase * roundingBase);
    }

    /// A percentage to one decimal: `n<10` when the denominator is too small, `*` when the numerator, or what is
    /// left of the denominator, would be hidden as a count. Rounding profiles work it out from the rounded counts,
    /// so that it gives nothing back. Nothing of nothing is `n<1`.
    ///
    /// @throws IllegalArgumentException unless 0 <= numerator <= denominator
    public String percentage(long numerator, long denominator) {
        if (numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException("%d of %d is no share".formatted(numerator, denominator));
        }
        int least = Math.max(minDenominator, 1);
        if (denominator < least) {
            return "n<" + least;
        }
        if (hides(numerator) || hides(denominator - numerator)) {
            return SECONDARY;
        }
        return BigDecimal.valueOf(Long.parseLong(count(numerator)))
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(Long.parseLong(count(denominator))), 1, RoundingMode.HALF_UP)
                + "%";
    }
}
