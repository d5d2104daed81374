package uk.goldenthread.contracts.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// What could at most be withheld under GC9 after a plan was breached (BR-CON-4): a figure for people to
/// look at. It is
/// never an instruction, and nothing is sent on account of it.
///
/// @param perMonth pounds for each month of failure
/// @param months months of failure begun so far, the first on the day of the breach
public record Withholding(BigDecimal perMonth, int months) {
    /// @param percent of the monthly value that may be withheld, at most 10
    /// @param breachedOn the day on which the plan was breached, not after `today`
    public static Withholding of(BigDecimal monthlyValue, BigDecimal percent, LocalDate breachedOn, LocalDate today) {
        var perMonth = monthlyValue.multiply(percent).divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
        return new Withholding(perMonth, (int) ChronoUnit.MONTHS.between(breachedOn, today) + 1);
    }

    /// Pounds in all so far.
    public BigDecimal inAll() {
        return perMonth.multiply(BigDecimal.valueOf(months));
    }
}
