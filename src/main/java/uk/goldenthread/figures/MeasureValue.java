package uk.goldenthread.figures;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.calendar.Period;

/// One value to be recorded.
///
/// @param numerator and `denominator`: as given; null for a measure that is a single number
/// @param value percent 0 to 100, count, rate or days, as the definition's unit says; null means no data (a denominator
///     of nought, not nought)
/// @param source where it came from: `return/12/line/345`, `import/7`
/// @param definitionVersion the version of the measure's definition it was given under
public record MeasureValue(
        SeriesKey series,
        Period period,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable Double value,
        Status status,
        String source,
        int definitionVersion) {

    /// How firm a value is.
    public enum Status {
        /// Not yet approved by the provider's executive or accepted by the ICB.
        PROVISIONAL,
        FINAL,
        /// Changed after it was final.
        RESTATED
    }
}
