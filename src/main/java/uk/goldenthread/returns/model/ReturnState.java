package uk.goldenthread.returns.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;

/// Where a return stands. Each state is a type and holds only the moves it allows. Completion is the named
/// professional's, approval the executive's, acceptance the ICB's: three acts by different people.
public sealed interface ReturnState {
    /// Completion is not approval: the person who enters cannot approve.
    Clause APPROVAL =
            new Clause("BR-KPI-1", "The provider's executive lead approves its return; who entered it does not");

    /// A change to what was accepted says why.
    Clause RESTATEMENT = new Clause("BR-KPI-4", "A restated figure is a new version with a reason; history is kept");

    /// The shortest reason for a restatement, in characters.
    int SHORTEST_REASON = 10;

    /// With the provider, who may change it and send it.
    sealed interface Enterable extends ReturnState {
        /// Says that it is complete. It goes to the provider's executive, or to the ICB where no approval
        /// is needed:
        /// a practice has no executive, and an answered query that changed no figure was approved before.
        ///
        /// @param unfinished everything still missing, from every line
        default Outcome<ReturnState> submit(List<Reason> unfinished, boolean needsApproval) {
            return Outcome.unless(unfinished, () -> needsApproval ? new Submitted() : new Approved());
        }
    }

    /// Opened; nobody has typed anything.
    record NotStarted() implements Enterable {}

    /// Being entered.
    record InProgress() implements Enterable {}

    /// Complete, and waiting for the provider's executive.
    record Submitted() implements ReturnState {
        /// The executive approves for the board.
        ///
        /// @param enterers accounts of all who entered or submitted any of it
        public Outcome<Approved> approve(int by, Set<Integer> enterers) {
            return mayApprove(by, enterers).map(_ -> new Approved());
        }

        /// The executive sends it back to be put right.
        public Outcome<Returned> giveBack(String reason) {
            return needed("reason", reason, "Say what has to be put right.").map(_ -> new Returned());
        }
    }

    /// Approved where that is needed, and with the ICB.
    record Approved() implements ReturnState {
        /// The ICB asks about a line, which hands the return back for that line.
        public Outcome<Returned> query(String question) {
            return needed("question", question, "Write what you want to know.").map(_ -> new Returned());
        }

        /// After a line was accepted.
        ///
        /// @param all whether every line now is
        public ReturnState accepted(boolean all) {
            return all ? new Accepted() : this;
        }
    }

    /// Handed back, by the executive or with the ICB's queries.
    record Returned() implements Enterable {
        /// The ICB asks about another line meanwhile.
        public Outcome<Returned> query(String question) {
            return needed("question", question, "Write what you want to know.").map(_ -> this);
        }

        /// The provider answers a query.
        public Outcome<Returned> answer(String words) {
            return needed("answer", words, "Write the answer.").map(_ -> this);
        }
    }

    /// The ICB accepted every line: its figures are final.
    record Accepted() implements ReturnState {
        /// The provider corrects a figure.
        public Outcome<Accepted> restate(String reason, List<Reason> impossible) {
            var reasons = new ArrayList<>(impossible);
            if (reason.strip().length() < SHORTEST_REASON) {
                reasons.add(
                        new Reason("reason", "Say why the figure changes, in at least 10 characters.", RESTATEMENT));
            }
            return Outcome.unless(reasons, () -> this);
        }

        /// The executive approves what was restated since the last approval.
        public Outcome<Accepted> approve(int by, Set<Integer> enterers) {
            return mayApprove(by, enterers).map(_ -> this);
        }
    }

    private static Outcome<Integer> mayApprove(int by, Set<Integer> enterers) {
        return enterers.contains(by)
                ? Outcome.refused(
                        "",
                        "You entered or submitted part of this return, so another executive has to approve it.",
                        APPROVAL)
                : Outcome.accepted(by);
    }

    private static Outcome<String> needed(String field, String words, String message) {
        return words.isBlank() ? Outcome.refused(field, message, Clause.HOUSE) : Outcome.accepted(words);
    }
}
