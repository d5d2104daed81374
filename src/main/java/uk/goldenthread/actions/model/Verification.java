package uk.goldenthread.actions.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.outcome.Reason;

/// Who may say that an action is done, or that it holds: nobody of the organisation that carries it
/// out, and never its owner (BR-ACT-1).
///
/// @param account who wants to verify
/// @param actsFor the organisation the person acts for
/// @param worksForOwner whether the person also holds a role at the organisation that carries it
///     out
public record Verification(int account, int actsFor, boolean worksForOwner) {

    /// Every reason why this person may not verify; empty when they may.
    public List<Reason> reasons(int organisation, String organisationName, @Nullable Integer owner) {
        var reasons = new ArrayList<Reason>();
        if (actsFor == organisation || worksForOwner) {
            reasons.add(new Reason(
                    "",
                    ("Nobody verifies their own organisation's action. A designated professional who does not work for"
                                    + " %s may.")
                            .formatted(organisationName),
                    ActionClauses.VERIFIED));
        }
        if (Objects.equals(owner, account)) {
            reasons.add(new Reason(
                    "",
                    "You own this action, so you cannot verify it. Another designated professional may.",
                    ActionClauses.VERIFIED));
        }
        return reasons;
    }
}
