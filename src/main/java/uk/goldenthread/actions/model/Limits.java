package uk.goldenthread.actions.model;

/// The numbers of the rules on actions, as the ICB set them.
///
/// @param acceptWorkingDays working days in which an organisation accepts or declines
/// @param dueDays calendar days within which an action is due at the latest
/// @param dueDaysCritical the same for a critical criterion that is not met
/// @param extensions later dates that may be approved without the committee
/// @param stalledDays calendar days without an update after which an action is stalled
/// @param embedMonths months from assurance to the check that the change holds
/// @param embedEarliestMonths months from assurance before which the check is too early
/// @param repeatMonths months after assurance within which the same theme is a repeat finding
/// @param escalation when who is told
public record Limits(
        int acceptWorkingDays,
        int dueDays,
        int dueDaysCritical,
        int extensions,
        int stalledDays,
        int embedMonths,
        int embedEarliestMonths,
        int repeatMonths,
        Escalation.Days escalation) {}
