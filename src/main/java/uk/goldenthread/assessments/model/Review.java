package uk.goldenthread.assessments.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Reason;

/// What the ICB does with one assessment after it was handed in.
///
/// @param notApplicableConfirmed whether a moderator confirmed that so much does not apply
/// @param moderatedAt when moderation ended; null until then
/// @param replyUntil the last day of the provider's right of reply
/// @param reply the provider's reply; empty while there is none
/// @param heldOn the day of the challenge event; null until it was held
/// @param attended who took part, by role or organisation
/// @param outcome what came of it
public record Review(
        long assessment,
        boolean notApplicableConfirmed,
        @Nullable Instant moderatedAt,
        @Nullable LocalDate replyUntil,
        String reply,
        @Nullable Instant repliedAt,
        @Nullable LocalDate heldOn,
        String attended,
        String outcome,
        int version) {
    /// How much may be left out before a moderator has to confirm it.
    public static final Clause MUCH_LEFT_OUT = new Clause(
            "BR-ASM-4", "Assurance rules: more than a fifth not applicable must be confirmed by the moderator");

    /// How long the provider may answer.
    public static final Clause RIGHT_OF_REPLY =
            new Clause("BR-ASM-11", "Assurance rules: right of reply of at most 10 working days after moderation");

    private static final int A_FIFTH = 5;

    /// Whether more than a fifth of the criteria were left out.
    public static boolean isMuch(long leftOut, long criteria) {
        return leftOut * A_FIFTH > criteria;
    }

    /// Why the provider cannot reply today; empty when it can.
    public List<Reason> whyNoReply(LocalDate today) {
        var reasons = new ArrayList<Reason>();
        if (replyUntil == null) {
            reasons.add(new Reason("", "You can reply once the ICB has finished its judgement.", RIGHT_OF_REPLY));
        } else if (!reply.isEmpty()) {
            reasons.add(new Reason("", "Your organisation has replied already.", RIGHT_OF_REPLY));
        } else if (today.isAfter(replyUntil)) {
            reasons.add(new Reason("", "The time for a reply has passed.", RIGHT_OF_REPLY));
        }
        return reasons;
    }

    /// Whether the provider may still reply, so that nothing is agreed over its head.
    public boolean awaitsReply(LocalDate today) {
        return reply.isEmpty() && replyUntil != null && !today.isAfter(replyUntil);
    }

    /// Tells one state of the event's note from another, so that judgements saved meanwhile do not stand in its way.
    public int eventMark() {
        return java.util.Objects.hash(heldOn, attended, outcome);
    }

    /// What the note of the challenge event lacks.
    public List<Reason> unfinishedEvent() {
        var reasons = new ArrayList<Reason>();
        if (heldOn == null) {
            reasons.add(Reason.house("heldOn", "Say when the challenge event was held."));
        }
        if (attended.isBlank()) {
            reasons.add(Reason.house("attended", "Say who took part, by role or organisation."));
        }
        if (outcome.isBlank()) {
            reasons.add(Reason.house("outcome", "Say what came of the challenge event."));
        }
        return reasons;
    }
}
