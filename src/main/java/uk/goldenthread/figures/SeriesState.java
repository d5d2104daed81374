package uk.goldenthread.figures;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.figures.MeasureValue.Status;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.spc.Assurance;
import uk.goldenthread.kernel.spc.Direction;
import uk.goldenthread.kernel.spc.Standing;
import uk.goldenthread.kernel.spc.Variation;

/// Where a series stands now: its latest value and what process control says of it. Kept up to date in
/// the transaction that changes a value.
///
/// @param period of the latest value
/// @param points how many points of the last segment have a value
/// @param mean and limits of the last segment; limits are null while they may not be shown
/// @param assurance null without a target or direction, and while limits may not be shown
public record SeriesState(
        SeriesKey series,
        Period period,
        int points,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable Double value,
        Status status,
        @Nullable Double target,
        Direction direction,
        @Nullable Double mean,
        @Nullable Double lowerLimit,
        @Nullable Double upperLimit,
        Standing basis,
        Variation variation,
        @Nullable Assurance assurance) {}
