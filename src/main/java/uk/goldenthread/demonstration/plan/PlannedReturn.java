package uk.goldenthread.demonstration.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.calendar.Period;

/// One provider's return for a period, and how far it came.
///
/// @param dueOn the last day in time
/// @param executiveApproval whether the provider's executive has to approve it
/// @param submittedAt null while it has not come
/// @param approvedAt null until the provider's executive approved it, and for kinds without one
/// @param acceptedAt null until the ICB accepted it
/// @param lines without figures while nothing was entered
public record PlannedReturn(
        String organisation,
        Period period,
        LocalDate dueOn,
        boolean executiveApproval,
        @Nullable Instant submittedAt,
        @Nullable Instant approvedAt,
        @Nullable Instant acceptedAt,
        List<PlannedLine> lines) {
    public PlannedReturn {
        lines = List.copyOf(lines);
    }
}
