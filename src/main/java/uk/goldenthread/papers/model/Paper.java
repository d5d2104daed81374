package uk.goldenthread.papers.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;

/// A committee paper. Each state is a type and holds only the moves it allows: draft, in review, signed,
/// frozen.
public sealed interface Paper {

    int id();

    Occasion occasion();

    /// The account that writes it and answers for its words.
    int author();

    Cover cover();

    /// Whether its words may still change.
    default boolean isEditable() {
        return this instanceof Draft;
    }

    /// The state as it is stored.
    default String state() {
        return switch (this) {
            case Draft _ -> "DRAFT";
            case InReview _ -> "IN_REVIEW";
            case Signed _ -> "SIGNED";
            case Frozen _ -> "FROZEN";
        };
    }

    /// The signatures that stand.
    default List<Signature> signatures() {
        return switch (this) {
            case Draft _ -> List.of();
            case InReview review -> review.signed();
            case Signed paper -> paper.signed();
            case Frozen paper -> paper.signed();
        };
    }

    /// Being written.
    record Draft(int id, Occasion occasion, int author, Cover cover) implements Paper {
        /// Hands it to those who sign.
        ///
        /// @param missing what the cover sheet still lacks
        public Outcome<InReview> submit(List<Reason> missing) {
            return Outcome.unless(missing, () -> new InReview(id, occasion, author, cover, List.of()));
        }
    }

    /// Waiting for signatures. A professional first, then the executive lead.
    record InReview(int id, Occasion occasion, int author, Cover cover, List<Signature> signed) implements Paper {
        public InReview {
            signed = List.copyOf(signed);
        }

        /// What is signed next.
        public Signature.Step next() {
            return signed.isEmpty() ? Signature.Step.PROFESSIONAL : Signature.Step.EXECUTIVE;
        }

        /// Signs the next step.
        ///
        /// @param executive whether the person signs as executive lead
        /// @return the paper with one more signature: signed when it was the last
        public Outcome<Paper> sign(int account, String name, String role, boolean executive, LocalDate today) {
            var reasons = new ArrayList<Reason>();
            if (account == author) {
                reasons.add(why("You wrote this paper, so somebody else signs it"));
            }
            if (signed.stream().anyMatch(each -> each.account() == account)) {
                reasons.add(why("You have signed this paper already; the next signature is another person's"));
            }
            if (executive && next() == Signature.Step.PROFESSIONAL) {
                reasons.add(why("A safeguarding professional signs before the executive lead"));
            }
            if (!executive && next() == Signature.Step.EXECUTIVE) {
                reasons.add(why("The executive lead signs next"));
            }
            return Outcome.unless(reasons, () -> with(new Signature(next(), account, name, role, today)));
        }

        private Paper with(Signature signature) {
            var all = Stream.concat(signed.stream(), Stream.of(signature)).toList();
            return signature.step() == Signature.Step.EXECUTIVE
                    ? new Signed(id, occasion, author, cover, all)
                    : new InReview(id, occasion, author, cover, all);
        }

        /// Back to its author. The signatures so far no longer stand.
        ///
        /// @param reason what must change, for the author
        public Outcome<Draft> sendBack(String reason) {
            return Paper.sendBack(this, reason);
        }

        private static Reason why(String message) {
            return new Reason("", message, Clauses.SIGN_OFF);
        }
    }

    /// Signed by all, not yet frozen.
    record Signed(int id, Occasion occasion, int author, Cover cover, List<Signature> signed) implements Paper {
        public Signed {
            signed = List.copyOf(signed);
        }

        /// Fixes it as at an instant.
        public Frozen freeze(Instant instant) {
            return new Frozen(id, occasion, author, cover, signed, instant);
        }

        /// Back to its author, as from review.
        public Outcome<Draft> sendBack(String reason) {
            return Paper.sendBack(this, reason);
        }
    }

    /// What the committee is shown, as at an instant. Nothing of it changes again.
    record Frozen(int id, Occasion occasion, int author, Cover cover, List<Signature> signed, Instant frozenAt)
            implements Paper {
        public Frozen {
            signed = List.copyOf(signed);
        }
    }

    private static Outcome<Draft> sendBack(Paper paper, String reason) {
        return reason.isBlank()
                ? Outcome.refused("reason", "Say what must change before it can be signed", Clauses.SIGN_OFF)
                : Outcome.accepted(new Draft(paper.id(), paper.occasion(), paper.author(), paper.cover()));
    }
}
