package uk.goldenthread.figures;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.figures.MeasureValue.Status;
import uk.goldenthread.kernel.calendar.Period;

/// One recorded value of a series.
///
/// @param value in the measure's unit; null where there was nothing to measure
/// @param source where it came from: `return/12/line/345`, `import/7`
/// @param revision 1 for a value never changed since it was first given
public record MeasurePoint(
        Period period,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable Double value,
        Status status,
        String source,
        int definitionVersion,
        int revision) {

    /// Whether it was changed after it was first given.
    public boolean revised() {
        return revision > 1;
    }
}
