package uk.goldenthread.kernel.clocks;

/// What a running clock shows at a moment.
///
/// @param status how it stands
/// @param left   how much time is left, in `unit`: 0 on the last day or in the last hour, negative when overdue
/// @param unit   hours, days or working days
public record Reading(Status status, long left, Unit unit) {
    /// How a clock stands. Overdue is red too: see [#isOverdue].
    public enum Status {
        /// Time enough.
        RUNNING,
        /// The first warning point is reached.
        AMBER,
        /// The last warning point is reached, or the deadline has passed.
        RED,
        /// Standing still for a recorded reason.
        PAUSED
    }

    /// Whether the deadline has passed.
    public boolean isOverdue() {
        return left < 0;
    }

    /// In words: `3 working days left`, `due today`, `1 day overdue`.
    public String inWords() {
        if (left < 0) {
            return unit.inWords(-left) + " overdue";
        }
        if (left == 0) {
            return unit == Unit.HOURS ? "less than an hour left" : "due today";
        }
        return unit.inWords(left) + " left";
    }
}
