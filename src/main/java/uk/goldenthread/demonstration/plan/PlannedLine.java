package uk.goldenthread.demonstration.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.calendar.Period;

/// One figure of a return.
///
/// @param period longer than the return's for a practice's yearly items
/// @param numerator and `denominator`: null for a single number
/// @param value null for a ratio
/// @param narrative empty where nothing needed words
public record PlannedLine(
        String kpi,
        int definitionVersion,
        Period period,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        String narrative) {}
