package uk.goldenthread.returns;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.view.Dates;

/// How returns are spoken of.
public final class Words {
    private Words() {}

    /// A state in a few words.
    ///
    /// @param executive whether an executive approves this return
    public static String state(String state, boolean executive) {
        return switch (state) {
            case "NOT_STARTED" -> "Not started";
            case "IN_PROGRESS" -> "In progress";
            case "SUBMITTED" -> "Waiting for executive approval";
            case "APPROVED" -> executive ? "Approved, with the ICB" : "Submitted, with the ICB";
            case "RETURNED" -> "Handed back";
            case "ACCEPTED" -> "Accepted";
            default -> throw new IllegalStateException("no state " + state);
        };
    }

    /// How late, in words; null when in time.
    ///
    /// @param submittedOn null while it is not submitted
    public static @Nullable String late(LocalDate dueOn, @Nullable LocalDate submittedOn, LocalDate today) {
        var days = ChronoUnit.DAYS.between(dueOn, submittedOn == null ? today : submittedOn);
        if (days <= 0) {
            return null;
        }
        return submittedOn == null ? days(days) + " late" : "submitted " + days(days) + " late";
    }

    /// When it is due, in words.
    public static String due(LocalDate dueOn) {
        return "due " + Dates.day(dueOn);
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
