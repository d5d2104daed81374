package uk.goldenthread.assessments.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;

/// Where one organisation's part of a round stands. Each state is a type and holds only the moves it
/// allows; after it
/// was handed in, answers change only when the ICB returns it.
public sealed interface AssessmentState {
    /// Who may sign.
    Clause SIGN_OFF = new Clause("BR-ASM-6", "Submission needs a named board-level approver who is not the author");

    /// The shortest reason for leaving an organisation out or giving an assessment back, in characters.
    int SHORTEST_REASON = 10;

    /// A state in which the provider may change its answers.
    sealed interface Answerable extends AssessmentState permits Issued, InProgress, Returned {
        /// After an answer was saved.
        default AssessmentState answered() {
            return this instanceof Issued ? new InProgress() : this;
        }

        /// The author says it is complete and names who signs for the board.
        ///
        /// @param missing everything that has to be done first
        /// @param approver the account named
        /// @param authors the accounts of all who answered any of it, and of who hands it over
        default Outcome<WithApprover> handOver(List<Reason> missing, int approver, Set<Integer> authors) {
            var reasons = new ArrayList<>(missing);
            if (authors.contains(approver)) {
                reasons.add(new Reason(
                        "approver", "Name somebody who has not answered any of it to sign for the board.", SIGN_OFF));
            }
            return Outcome.unless(reasons, () -> new WithApprover(approver));
        }
    }

    /// A state that the ICB moves on.
    sealed interface WithIcb extends AssessmentState permits Submitted, UnderReview {
        /// The ICB gives it back to be put right.
        default Outcome<Returned> giveBack(String reason) {
            return reasoned(reason, "Say what has to be put right.").map(_ -> new Returned());
        }
    }

    /// Sent to the organisation; nothing answered yet.
    record Issued() implements Answerable {}

    /// Being answered.
    record InProgress() implements Answerable {}

    /// Handed over inside the organisation, waiting for its board's signature.
    ///
    /// @param approver the account of who was named to sign
    record WithApprover(int approver) implements AssessmentState {
        /// The person named signs for the board.
        ///
        /// @param authors the accounts of all who answered any of it
        public Outcome<Submitted> sign(int by, Set<Integer> authors) {
            if (authors.contains(by)) {
                return Outcome.refused("", "You answered part of this, so another person has to sign it.", SIGN_OFF);
            }
            return by == approver
                    ? Outcome.accepted(new Submitted())
                    : Outcome.refused("", "Somebody else was named to sign this for the board.", SIGN_OFF);
        }

        /// The person named sends it back to the author.
        public Outcome<InProgress> sendBack(int by, String reason) {
            return by == approver
                    ? reasoned(reason, "Say what has to be put right.").map(_ -> new InProgress())
                    : Outcome.refused("", "Only the person named to sign can send it back.", SIGN_OFF);
        }

        /// An author takes it back, to change an answer or to name somebody else.
        public InProgress takeBack() {
            return new InProgress();
        }
    }

    /// Signed for the board and with the ICB.
    record Submitted() implements WithIcb {
        /// The ICB begins to moderate.
        public UnderReview review() {
            return new UnderReview();
        }
    }

    /// Being moderated.
    record UnderReview() implements WithIcb {
        /// Every criterion is moderated.
        ///
        /// @param missing what has no judgement yet, or lacks a comment it needs
        public Outcome<Moderated> moderated(List<Reason> missing) {
            return Outcome.unless(missing, Moderated::new);
        }
    }

    /// Given back by the ICB to be put right.
    record Returned() implements Answerable {}

    /// The ICB's judgement stands beside the claim.
    record Moderated() implements AssessmentState {
        /// It is taken to the challenge event.
        public InChallenge challenge() {
            return new InChallenge();
        }

        /// Agreed where the round has no event.
        public Agreed agree() {
            return new Agreed();
        }
    }

    /// Talked over at the challenge event.
    record InChallenge() implements AssessmentState {
        /// Agreed after the event.
        public Agreed agree() {
            return new Agreed();
        }
    }

    /// Agreed between provider and ICB.
    record Agreed() implements AssessmentState {
        /// The actions that follow are being carried out.
        public ActionPlanOpen openPlan() {
            return new ActionPlanOpen();
        }

        /// Closed where nothing has to be done.
        public Closed close() {
            return new Closed();
        }
    }

    /// Agreed, with actions open.
    record ActionPlanOpen() implements AssessmentState {
        /// Every action is done.
        public Closed close() {
            return new Closed();
        }
    }

    /// Done with.
    record Closed() implements AssessmentState {}

    /// Left out of the round with a reason.
    record Exempt() implements AssessmentState {}

    /// Never handed in.
    record NonReturn() implements AssessmentState {}

    /// Leaves an organisation out of a round that it has not handed in.
    default Outcome<Exempt> exempt(String reason) {
        if (this instanceof Exempt) {
            return Outcome.refused("", "It is left out of the round already.", Clause.HOUSE);
        }
        return isHandedIn()
                ? Outcome.refused("", "It was handed in, so it cannot be left out.", Clause.HOUSE)
                : reasoned(reason, "Say in 10 characters or more why it is left out.")
                        .map(_ -> new Exempt());
    }

    /// Records that it never came in.
    ///
    /// @param late whether its due date has passed
    default Outcome<NonReturn> neverCame(boolean late) {
        if (this instanceof NonReturn) {
            return Outcome.refused("", "It is recorded as not returned already.", Clause.HOUSE);
        }
        if (this instanceof Exempt) {
            return Outcome.refused("", "It is left out of the round, so nothing was to come.", Clause.HOUSE);
        }
        return isHandedIn() || !late
                ? Outcome.refused("", "Only what is late and was not handed in is a non-return.", Clause.HOUSE)
                : Outcome.accepted(new NonReturn());
    }

    /// Whether it has reached the ICB; what was returned has not, until it comes in again.
    default boolean isHandedIn() {
        return switch (this) {
            case Issued _, InProgress _, WithApprover _, Returned _, Exempt _, NonReturn _ -> false;
            case Submitted _, UnderReview _, Moderated _, InChallenge _, Agreed _, ActionPlanOpen _, Closed _ -> true;
        };
    }

    /// Whether a round may close over it (BR-ASM-9): moderated or later, left out with a reason, or a
    /// non-return.
    default boolean letsRoundClose() {
        return switch (this) {
            case Moderated _, InChallenge _, Agreed _, ActionPlanOpen _, Closed _, Exempt _, NonReturn _ -> true;
            case Issued _, InProgress _, WithApprover _, Submitted _, UnderReview _, Returned _ -> false;
        };
    }

    private static Outcome<String> reasoned(String reason, String message) {
        return reason.strip().length() < SHORTEST_REASON
                ? Outcome.refused("reason", message, Clause.HOUSE)
                : Outcome.accepted(reason.strip());
    }
}
