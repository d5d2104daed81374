package uk.goldenthread.actions.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.goldenthread.kernel.outcome.Reason;

/// A later date for an action: asked for with a reason, approved by somebody of another
/// organisation, counted, and after two a matter of the committee (BR-ACT-2). The original date
/// stays on the record.
public final class Extensions {
    private static final int LONGEST_REASON = 2000;

    private Extensions() {}

    /// Every reason why a later date cannot be asked for.
    public static List<Reason> problems(Action action, LocalDate to, String reason, LocalDate today, Limits limits) {
        var reasons = new ArrayList<Reason>();
        if (!(action.state() instanceof ActionState.Owed)) {
            reasons.add(Reason.house("", "Its date matters no more: the organisation owes nothing for it now."));
        }
        if (!to.isAfter(action.timing().due())) {
            reasons.add(new Reason(
                    "to",
                    "Choose a date after %s, when it is due now."
                            .formatted(Words.day(action.timing().due())),
                    ActionClauses.EXTENSION));
        }
        reasons.addAll(Proposal.dueProblems("to", action.plan().critical(), to, today, limits));
        if (reason.strip().length() < ActionState.SHORTEST_REASON) {
            reasons.add(new Reason(
                    "words", "Say why it needs longer, in at least 10 characters.", ActionClauses.EXTENSION));
        }
        if (reason.length() > LONGEST_REASON) {
            reasons.add(Reason.house("words", "Use at most %d characters.".formatted(LONGEST_REASON)));
        }
        return reasons;
    }

    /// Whether the next later date is the committee's to approve.
    public static boolean needsCommittee(int approved, Limits limits) {
        return approved >= limits.extensions();
    }

    /// Every reason why this person may not approve a later date now.
    ///
    /// @param minute the reference of the committee's minute; blank when none is given
    public static List<Reason> refusals(Action action, Approver approver, String minute, Limits limits) {
        var reasons = new ArrayList<Reason>();
        if (approver.actsFor() == action.organisation()) {
            reasons.add(new Reason(
                    "",
                    "Nobody approves a later date for their own organisation. The ICB's designated professional may.",
                    ActionClauses.EXTENSION));
        }
        var approved = action.timing().extensions();
        if (needsCommittee(approved, limits)) {
            if (!approver.mayForCommittee()) {
                reasons.add(new Reason(
                        "",
                        "Its date has moved %d times. The ICB's executive lead may move it again, for the committee."
                                .formatted(approved),
                        ActionClauses.EXTENSION));
            } else if (minute.isBlank()) {
                reasons.add(new Reason(
                        "minute",
                        "Its date has moved %d times. Give the reference of the committee's minute."
                                .formatted(approved),
                        ActionClauses.EXTENSION));
            }
        }
        return reasons;
    }

    /// Who decides on a later date.
    ///
    /// @param actsFor the organisation they act for
    /// @param mayForCommittee whether they may decide for the committee
    public record Approver(int actsFor, boolean mayForCommittee) {}
}
