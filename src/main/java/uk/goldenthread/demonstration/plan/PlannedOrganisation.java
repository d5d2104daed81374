package uk.goldenthread.demonstration.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An invented organisation.
///
/// @param code looks like a register code and is none
/// @param kind a code of `catalogue/organisation-kinds.yaml`
/// @param closed the first day it no longer was; null while it is open
/// @param assured whether the demonstration's ICB assures it
/// @param staff about how many people work there
public record PlannedOrganisation(
        String code,
        String name,
        String kind,
        LocalDate opened,
        @Nullable LocalDate closed,
        boolean assured,
        int staff) {

    /// Whether it was there on that day.
    public boolean isOpenOn(LocalDate day) {
        return !opened.isAfter(day) && (closed == null || closed.isAfter(day));
    }
}
