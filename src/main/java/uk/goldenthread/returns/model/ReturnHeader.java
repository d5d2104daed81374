package uk.goldenthread.returns.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.calendar.Period;

/// A return without its lines.
///
/// @param kind the provider's kind when the return was opened
/// @param executiveApproval whether the provider's executive has to approve it
/// @param enteredBy accounts of all who entered or submitted any of it
/// @param submittedAt when it was first submitted
/// @param changedSinceApproval whether a figure changed after the executive's last approval
/// @param version grows by one with every change of the return or any of its lines
public record ReturnHeader(
        long id,
        int icb,
        int organisation,
        String organisationCode,
        String organisationName,
        String kind,
        Period period,
        LocalDate dueOn,
        boolean executiveApproval,
        ReturnState state,
        Set<Integer> enteredBy,
        @Nullable Instant submittedAt,
        @Nullable Instant approvedAt,
        @Nullable Integer approvedBy,
        @Nullable Instant acceptedAt,
        boolean changedSinceApproval,
        int version) {
    public ReturnHeader {
        enteredBy = Set.copyOf(enteredBy);
    }

    /// Whether the executive has to approve before it goes to the ICB (again).
    public boolean needsApproval() {
        return executiveApproval && (approvedAt == null || changedSinceApproval);
    }

    /// Whether a person may change this line while the return is with the provider: all of a new return and
    /// of one the
    /// executive handed back; of one the ICB queried, the queried lines only.
    public boolean isEditable(ReturnLine line) {
        return switch (state) {
            case ReturnState.NotStarted _, ReturnState.InProgress _ -> true;
            case ReturnState.Returned _ ->
                line.state() == LineState.QUERIED
                        || line.state() == LineState.ANSWERED
                        || (executiveApproval && approvedAt == null);
            case ReturnState.Submitted _, ReturnState.Approved _, ReturnState.Accepted _ -> false;
        };
    }
}
