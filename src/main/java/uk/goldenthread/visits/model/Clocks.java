package uk.goldenthread.visits.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.calendar.WorkingDays;

/// By when the steps of a visit are due (BR-VIS-1, BR-LAD-6): worked out from what happened, never
/// stored.
public record Clocks(Limits.Report limits, WorkingDays calendar) {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /// The draft report.
    public LocalDate draft(LocalDate visit) {
        return calendar.workingDaysAfter(visit, limits.draft());
    }

    /// The provider's answer to the draft.
    public LocalDate accuracy(LocalDate sent) {
        return calendar.workingDaysAfter(sent, limits.accuracy());
    }

    /// The final report.
    public LocalDate last(LocalDate visit) {
        return calendar.workingDaysAfter(visit, limits.last());
    }

    /// The confirmation of an immediate risk in writing.
    public LocalDate written(Instant told) {
        return calendar.workingDaysAfter(LocalDate.ofInstant(told, LONDON), limits.written());
    }

    /// The provider's plan for an immediate risk.
    public LocalDate plan(Instant told) {
        return calendar.workingDaysAfter(LocalDate.ofInstant(told, LONDON), limits.plan());
    }

    /// What is due next, and by when; null while nothing runs.
    public @Nullable Due next(
            VisitState state, @Nullable LocalDate visit, @Nullable LocalDate sent, @Nullable LocalDate answered) {
        if (visit == null) {
            return null;
        }
        return switch (state) {
            case VisitState.CarriedOut _ -> new Due("The draft report", draft(visit));
            case VisitState.DraftReport _ -> new Due("The final report", last(visit));
            case VisitState.FactualAccuracy _ ->
                answered == null && sent != null
                        ? new Due("The provider's check of the facts", accuracy(sent))
                        : new Due("The final report", last(visit));
            default -> null;
        };
    }

    /// Something due by a day.
    public record Due(String what, LocalDate by) {}
}
