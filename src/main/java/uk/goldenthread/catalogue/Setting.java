package uk.goldenthread.catalogue;

import java.math.BigDecimal;

/// A number that a rule uses and that an ICB may set otherwise, within its range.
///
/// @param code group and name, such as `W01.falls`
/// @param value the shipped default
/// @param min lowest value allowed, itself included
/// @param max highest value allowed, itself included
/// @param inUse false while nothing in the program reads it, so that changing it would change nothing
public record Setting(
        String code,
        String name,
        BigDecimal value,
        Unit unit,
        BigDecimal min,
        BigDecimal max,
        boolean inUse,
        Provenance provenance,
        InForce inForce) {

    /// @throws IllegalArgumentException when the default itself is out of range, or of the wrong form for its unit
    public Setting {
        if (!allows(value, unit, min, max)) {
            throw new IllegalArgumentException(
                    "%s: %s is not allowed; %s".formatted(code, value, range(unit, min, max)));
        }
    }

    /// Whether an ICB may set it to this.
    public boolean allows(BigDecimal candidate) {
        return allows(candidate, unit, min, max);
    }

    /// What may be entered, in words for the page that sets it.
    public String range() {
        return range(unit, min, max);
    }

    private static boolean allows(BigDecimal candidate, Unit unit, BigDecimal min, BigDecimal max) {
        var inRange = candidate.compareTo(min) >= 0 && candidate.compareTo(max) <= 0;
        return inRange && (!unit.whole || candidate.stripTrailingZeros().scale() <= 0);
    }

    private static String range(Unit unit, BigDecimal min, BigDecimal max) {
        return "%s from %s to %s"
                .formatted(unit.whole ? "a whole number" : "a number", min.toPlainString(), max.toPlainString());
    }

    /// What the number counts.
    public enum Unit {
        /// Calendar days.
        DAYS(true),
        /// Days other than weekends and bank holidays in England.
        WORKING_DAYS(true),
        /// Calendar months.
        MONTHS(true),
        /// Minutes.
        MINUTES(true),
        /// Reporting periods of the figure in question.
        PERIODS(true),
        /// Things.
        COUNT(true),
        /// Percentage points.
        POINTS(false),
        /// Percent.
        PERCENT(false),
        /// Events per thousand.
        RATE(false),
        /// Times another number.
        RATIO(false),
        /// Points added to a score.
        WEIGHT(true),
        /// 1 for on, 0 for off.
        SWITCH(true);

        private final boolean whole;

        Unit(boolean whole) {
            this.whole = whole;
        }
    }
}
