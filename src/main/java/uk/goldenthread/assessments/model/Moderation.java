package uk.goldenthread.assessments.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Reason;

/// The ICB's judgement of one answer. It stands beside the claim for ever, and says which claim it was made
/// of.
///
/// @param id 0 while it is not stored
/// @param claimed the claim as it stood when it was judged
/// @param value a point of the scale or `NA`; empty while only words were written
/// @param words why
/// @param accepted what was agreed after the challenge event; empty until something else than `value` is
/// @param acceptedWords why that differs
/// @param by the account of who judged last
/// @param version of the review when it was last changed
public record Moderation(
        long id,
        long answer,
        String code,
        String claimed,
        String value,
        String words,
        String accepted,
        String acceptedWords,
        Stage stage,
        int by,
        Instant at,
        int version) {
    /// Why a difference has to be explained.
    public static final Clause NEEDS_COMMENT = new Clause(
            "BR-ASM-5", "Assurance rules: a difference of one point of four, or of 25 of 100, needs a comment");

    /// How far the judgement has come.
    public enum Stage {
        /// Being made; the provider does not see it.
        DRAFT,
        /// It stands, and the provider may reply.
        STANDS,
        /// Agreed after the challenge event.
        ACCEPTED
    }

    /// A first judgement of a claim.
    public static Moderation of(Answer claim, String value, String words, int by, Instant at) {
        return new Moderation(0, claim.id(), claim.code(), claim.value(), value, words, "", "", Stage.DRAFT, by, at, 0);
    }

    /// The same judged anew, of the claim as it now stands.
    public Moderation judged(Answer claim, String newValue, String newWords, int who, Instant when) {
        return new Moderation(
                id,
                answer,
                code,
                claim.value(),
                newValue,
                newWords,
                accepted,
                acceptedWords,
                stage,
                who,
                when,
                version);
    }

    /// The same with what was agreed.
    public Moderation agreed(String point, String why, int who, Instant when) {
        return new Moderation(
                id,
                answer,
                code,
                claimed,
                value,
                words,
                point.equals(value) ? "" : point,
                why,
                stage,
                who,
                when,
                version);
    }

    /// The point that holds after the event: what was agreed, else what was judged.
    public String settled() {
        return accepted.isEmpty() ? value : accepted;
    }

    /// Whether the claim is another than the one that was judged.
    public boolean isOvertaken(Answer claim) {
        return !claim.value().equals(claimed);
    }

    /// What a judgement still needs before moderation may end, each at its field: `1.2.value`, `1.2.words`.
    ///
    /// @param moderation null while there is none
    public static List<Reason> missing(Criterion criterion, Answer claim, @Nullable Moderation moderation) {
        var reasons = new ArrayList<Reason>();
        var code = criterion.code();
        if (claim.value().isEmpty()) {
            return reasons; // nothing was claimed of a line that need not be answered
        }
        if (moderation == null || moderation.value().isEmpty()) {
            reasons.add(Reason.house(code + ".value", "Judge %s.".formatted(code)));
        } else if (moderation.isOvertaken(claim)) {
            reasons.add(Reason.house(
                    code + ".value",
                    "The provider changed its answer to %s after you judged it. Judge it again.".formatted(code)));
        } else {
            reasons.addAll(uncommented(criterion, claim, moderation));
        }
        return reasons;
    }

    /// The comment that a judgement lacks; empty when it needs none.
    public static List<Reason> uncommented(Criterion criterion, Answer claim, Moderation moderation) {
        var needed = moderation
                .variance(criterion, claim)
                .map(Variance::needsComment)
                .orElse(false);
        return needed && moderation.words().isBlank()
                ? List.of(new Reason(
                        criterion.code() + ".words",
                        "Say why your judgement of %s differs from the claim.".formatted(criterion.code()),
                        NEEDS_COMMENT))
                : List.of();
    }

    /// How far it lies from the claim; empty while nothing is claimed.
    public Optional<Variance> variance(Criterion criterion, Answer claim) {
        return Variance.of(judgement(criterion, claim, this));
    }

    /// Everything judged of one criterion.
    ///
    /// @param moderation null while there is none
    public static Judgement judgement(Criterion criterion, Answer claim, @Nullable Moderation moderation) {
        return new Judgement(
                AnswerRules.rating(criterion.rated(), claim),
                Boolean.TRUE.equals(claim.evidenced()),
                moderation == null || moderation.value().isEmpty()
                        ? null
                        : rating(criterion, moderation.value(), moderation.words()),
                moderation == null || moderation.stage() != Stage.ACCEPTED
                        ? null
                        : rating(criterion, moderation.settled(), moderation.acceptedWords()));
    }

    /// A point of the criterion's scale, or that it does not apply.
    public static Rating rating(Criterion criterion, String value, String words) {
        return value.equals(AnswerKind.NA) ? new Rating.NotApplicable(words) : Rating.of(criterion.scale(), value);
    }
}
