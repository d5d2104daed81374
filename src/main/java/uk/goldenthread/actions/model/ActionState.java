package uk.goldenthread.actions.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.actions.Proof;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;

/// Where an action stands. Each state is a type and holds only the moves it allows. The
/// organisation does the work; the ICB's designated professional says that it is done and, months
/// later, that it holds; the committee closes it.
public sealed interface ActionState {
    /// The shortest reason that is taken for one, in characters.
    int SHORTEST_REASON = 10;

    /// The longest text of a step, in characters.
    int LONGEST_WORDS = 4000;

    /// Not at its end: the ICB may let it lapse, the committee may accept the risk that is left.
    sealed interface Unfinished extends ActionState {
        /// Superseded or overtaken.
        default Outcome<Lapsed> lapse(String reason) {
            return because(reason, "Say what overtook it, in at least 10 characters.", Clause.HOUSE)
                    .map(_ -> new Lapsed());
        }

        /// The committee closes it although not every step was taken, and says why the risk is
        /// borne.
        default Outcome<Closed> acceptRisk(String reason, String minute) {
            var words = "Say which risk is left and why it is accepted, in at least 10 characters.";
            var reasons =
                    new ArrayList<>(because(reason, words, ActionClauses.CLOSED).reasons());
            reasons.addAll(minuted(minute));
            return Outcome.unless(reasons, Closed::new);
        }
    }

    /// The organisation still owes it: its date can pass.
    sealed interface Owed extends Unfinished {}

    /// The organisation accepted it and works on it.
    sealed interface AtWork extends Owed {
        /// Says how it goes. The first update begins the work.
        default Outcome<? extends AtWork> update(String words) {
            return said(words, "Say how it goes.").map(_ -> this instanceof Open ? new InProgress() : this);
        }

        /// Says that it is done: with at least one item of evidence of a class that was asked for.
        ///
        /// @param seen names of the evidence that was not enough when it was last sent back; empty
        ///     when it was not
        default Outcome<EvidenceSubmitted> submit(String words, Proofs proofs, Set<Proof> expected, Set<String> seen) {
            var reasons = new ArrayList<>(said(words, "Say what was done.").reasons());
            proofs.lacking(expected).ifPresent(reasons::add);
            if (this instanceof Returned && !proofs.hasMoreThan(seen)) {
                reasons.add(new Reason(
                        "evidence",
                        "It was sent back because the evidence was not enough. Give new evidence first.",
                        ActionClauses.VERIFIED));
            }
            return Outcome.unless(reasons, EvidenceSubmitted::new);
        }
    }

    /// Drafted by the ICB; the organisation has not answered.
    record Proposed() implements Owed {
        /// The organisation takes it on.
        public Open accept() {
            return new Open();
        }

        /// The organisation declines it with a reason.
        public Outcome<Rejected> decline(String reason) {
            return because(reason, "Say why your organisation declines it, in at least 10 characters.", Clause.HOUSE)
                    .map(_ -> new Rejected());
        }
    }

    /// Declined by the organisation, with its reason.
    record Rejected() implements Unfinished {
        /// The ICB asks again.
        public Outcome<Proposed> proposeAgain(String reason) {
            return because(reason, "Say why it is still needed, in at least 10 characters.", Clause.HOUSE)
                    .map(_ -> new Proposed());
        }
    }

    /// Accepted; nothing has been said of it since.
    record Open() implements AtWork {}

    /// Under way.
    record InProgress() implements AtWork {}

    /// Sent back: the evidence was not enough, or the change did not hold.
    record Returned() implements AtWork {}

    /// The organisation says that it is done.
    record EvidenceSubmitted() implements Unfinished {
        /// The ICB verifies that it is done and says when it looks again.
        ///
        /// @param refusals why this person may not verify
        /// @param check the day of the embed check
        /// @param earliest before it the check is too early to show anything
        public Outcome<Assured> assure(
                List<Reason> refusals, Proofs proofs, Set<Proof> expected, LocalDate check, LocalDate earliest) {
            var reasons = new ArrayList<>(refusals);
            proofs.lacking(expected).ifPresent(reasons::add);
            if (check.isBefore(earliest)) {
                reasons.add(new Reason(
                        "check",
                        "Choose a day on or after %s: earlier, it cannot show that the change holds."
                                .formatted(Words.day(earliest)),
                        ActionClauses.EMBEDDED));
            }
            return Outcome.unless(reasons, Assured::new);
        }

        /// The ICB finds the evidence not enough.
        public Outcome<Returned> sendBack(List<Reason> refusals, String reason) {
            return ActionState.sendBack(refusals, reason, "Say what is missing, in at least 10 characters.");
        }
    }

    /// Verified as done.
    record Assured() implements Unfinished {
        /// The ICB finds that the change holds: shown by practice or outcome, and not sooner than
        /// `earliest`.
        public Outcome<Embedded> embed(List<Reason> refusals, Proofs proofs, LocalDate today, LocalDate earliest) {
            var reasons = new ArrayList<>(refusals);
            var shown = proofs.shown();
            if (!shown.contains(Proof.PRACTICE) && !shown.contains(Proof.OUTCOME)) {
                reasons.add(new Reason(
                        "evidence",
                        "A policy or minutes alone do not show that a change holds. Evidence of practice or outcome is"
                                + " needed; the organisation or a visit gives it.",
                        ActionClauses.EMBEDDED));
            }
            if (today.isBefore(earliest)) {
                reasons.add(new Reason(
                        "",
                        "It is too early to say that the change holds: wait until %s.".formatted(Words.day(earliest)),
                        ActionClauses.EMBEDDED));
            }
            return Outcome.unless(reasons, Embedded::new);
        }

        /// The ICB finds that the change did not hold.
        public Outcome<Returned> sendBack(List<Reason> refusals, String reason) {
            return ActionState.sendBack(refusals, reason, "Say what did not hold, in at least 10 characters.");
        }
    }

    /// The change holds in practice.
    record Embedded() implements Unfinished {
        /// The committee judges what it did for people.
        public Outcome<Evaluated> evaluate(@Nullable Effect effect, String words) {
            var reasons = new ArrayList<>(
                    said(words, "Say what the judgement rests on.").reasons());
            if (effect == null) {
                reasons.add(Reason.house("effect", "Choose what the change did."));
            }
            return Outcome.unless(reasons, Evaluated::new);
        }
    }

    /// Its effect was judged.
    record Evaluated() implements Unfinished {
        /// The committee closes it.
        public Outcome<Closed> close(String minute) {
            return Outcome.unless(minuted(minute), Closed::new);
        }
    }

    /// Closed by the committee.
    record Closed() implements ActionState {}

    /// Superseded or overtaken.
    record Lapsed() implements ActionState {}

    private static Outcome<Returned> sendBack(List<Reason> refusals, String reason, String message) {
        var reasons = new ArrayList<>(refusals);
        reasons.addAll(because(reason, message, ActionClauses.VERIFIED).reasons());
        return Outcome.unless(reasons, Returned::new);
    }

    private static List<Reason> minuted(String minute) {
        return minute.isBlank()
                ? List.of(new Reason(
                        "minute",
                        "Give the reference of the committee's minute, as SAC 2026-11 item 7.",
                        ActionClauses.CLOSED))
                : List.of();
    }

    private static Outcome<String> said(String words, String message) {
        if (words.length() > LONGEST_WORDS) {
            return tooLong();
        }
        return words.isBlank() ? Outcome.refused("words", message, Clause.HOUSE) : Outcome.accepted(words);
    }

    private static Outcome<String> tooLong() {
        return Outcome.refused("words", "Use at most %d characters.".formatted(LONGEST_WORDS), Clause.HOUSE);
    }

    private static Outcome<String> because(String reason, String message, Clause clause) {
        if (reason.length() > LONGEST_WORDS) {
            return tooLong();
        }
        return reason.strip().length() < SHORTEST_REASON
                ? Outcome.refused("words", message, clause)
                : Outcome.accepted(reason);
    }
}
