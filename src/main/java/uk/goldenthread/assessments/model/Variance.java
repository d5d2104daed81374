package uk.goldenthread.assessments.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far a moderator's rating lies from the provider's claim, on the scale from 0 to 100.
///
/// @param points moderated less claimed, -100 to 100; null where either says the criterion does not apply
/// @param needsComment whether the moderator must say why
public record Variance(@Nullable Integer points, boolean needsComment) {
    private static final int COMMENT_FROM = 25;

    /// The variance of a judgement; empty until it is both claimed and moderated. On the scale 0 to 3 one point needs a
    /// comment, elsewhere 25 of 100 do; so does a change of whether the criterion applies at all (our reading).
    public static Optional<Variance> of(Judgement judgement) {
        if (judgement.claimed() == null || judgement.moderated() == null) {
            return Optional.empty();
        }
        if (judgement.claimed() instanceof Rating.Scored claimed
                && judgement.moderated() instanceof Rating.Scored moderated) {
            int points = moderated.point().normalised() - claimed.point().normalised();
            return Optional.of(new Variance(points, Math.abs(points) >= COMMENT_FROM));
        }
        var bothLeaveOut = judgement.claimed() instanceof Rating.NotApplicable
                && judgement.moderated() instanceof Rating.NotApplicable;
        return Optional.of(new Variance(null, !bothLeaveOut));
    }
}
