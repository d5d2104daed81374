package uk.goldenthread.papers.model;

import java.time.LocalDate;
import java.util.ArrayList;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.calendar.WorkingDays;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;

/// What a paper is for: a committee, the period it reports, the meeting it goes to.
///
/// @param committee a code of the set COMMITTEE
public record Occasion(String committee, Period period, LocalDate meetingOn) {

    /// An occasion a person asked for.
    ///
    /// @return every reason why not: a meeting before the period began would report nothing that had
    ///     happened
    public static Outcome<Occasion> of(String committee, Period period, LocalDate meetingOn, LocalDate today) {
        var reasons = new ArrayList<Reason>();
        if (!period.start().isBefore(today)) {
            reasons.add(Reason.house("period", "Choose a period that has begun; %s has not".formatted(period.label())));
        }
        if (meetingOn.isBefore(period.start())) {
            reasons.add(Reason.house(
                    "meeting", "The meeting is before %s, which the paper reports".formatted(period.label())));
        }
        return Outcome.unless(reasons, () -> new Occasion(committee, period, meetingOn));
    }

    /// The day the paper must be ready: so many working days before the meeting, which is not counted
    /// (BR-PAP-2).
    ///
    /// @param workingDays 5 unless the committee's standing orders say otherwise
    public LocalDate dueOn(WorkingDays calendar, int workingDays) {
        return calendar.workingDaysBefore(meetingOn, workingDays);
    }
}
