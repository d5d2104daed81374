package uk.goldenthread.assessments.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Reason;

/// What one answer still needs before the assessment can be handed in.
public final class AnswerRules {
    /// Why anything below full needs more than a judgement.
    public static final Clause BELOW_FULL =
            new Clause("ASM-2.4", "Scoring rules: any criterion below full needs an action or a reason");

    /// Why a carried answer is not an answer.
    public static final Clause STILL_TRUE = new Clause(
            "BR-ASM-8",
            "What is brought forward is to be confirmed; unchanged scores need a tick that they still hold");

    private AnswerRules() {}

    /// Everything missing, each at the field it concerns: `value`, `reason`.
    ///
    /// @param hasAction whether an action was opened for it
    public static List<Reason> missing(Question question, Answer answer, boolean hasAction) {
        var missing = new ArrayList<Reason>();
        if (answer.isToConfirm()) {
            missing.add(new Reason("value", "Say whether last time's answer is still true.", STILL_TRUE));
        } else if (answer.value().isEmpty()) {
            if (question.required()) {
                missing.add(Reason.house("value", "Answer this question."));
            }
        } else if (question.kind() instanceof AnswerKind.Rated(var scale)) {
            missing.addAll(ofRating(scale, answer, hasAction));
        }
        return missing;
    }

    private static List<Reason> ofRating(RatingScale scale, Answer answer, boolean hasAction) {
        if (answer.value().equals(AnswerKind.NA)) {
            return new Rating.NotApplicable(answer.reason()).faults();
        }
        var full = answer.value().equals(scale.full().code());
        return full || hasAction || !answer.reason().isBlank()
                ? List.of()
                : List.of(new Reason(
                        "reason",
                        "Open an action, or say why it is not \"%s\"."
                                .formatted(scale.full().label()),
                        BELOW_FULL));
    }

    /// What was judged, as a rating; null while it is not, or when the question asks for none.
    public static @Nullable Rating rating(Question question, Answer answer) {
        if (answer.value().isEmpty()
                || answer.isToConfirm()
                || !(question.kind() instanceof AnswerKind.Rated(var scale))) {
            return null;
        }
        return answer.value().equals(AnswerKind.NA)
                ? new Rating.NotApplicable(answer.reason())
                : Rating.of(scale, answer.value());
    }
}
