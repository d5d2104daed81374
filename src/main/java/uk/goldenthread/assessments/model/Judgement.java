package uk.goldenthread.assessments.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything judged of one criterion in one return. The provider's claim and the ICB's judgements stand beside each
/// other and never overwrite one another.
///
/// @param claimed the provider's own rating; null while unanswered
/// @param evidenced whether an item of evidence was valid on the day of submission
/// @param moderated the moderator's rating; null while there is none
/// @param accepted what was agreed in the end; null while nothing is
public record Judgement(
        @Nullable Rating claimed,
        boolean evidenced,
        @Nullable Rating moderated,
        @Nullable Rating accepted) {

    /// A claim with no judgement yet beside it.
    public static Judgement claim(Rating claimed) {
        return new Judgement(claimed, false, null, null);
    }

    /// The same with a moderator's rating.
    public Judgement moderated(@Nullable Rating rating) {
        return new Judgement(claimed, evidenced, rating, accepted);
    }

    /// The same, with evidence found valid on the day of submission or not.
    ///
    /// @param validTo the last day of each item of evidence
    public Judgement evidencedBy(List<LocalDate> validTo, LocalDate submitted) {
        var inDate = validTo.stream().anyMatch(last -> !last.isBefore(submitted));
        return new Judgement(claimed, inDate, moderated, accepted);
    }

    /// Whether the claim is the highest point with nothing in date behind it: "asserted, no evidence".
    public boolean isAssertedOnly() {
        return claimed instanceof Rating.Scored scored && scored.isFull() && !evidenced;
    }

    /// The rating that counts in a view; empty when nobody has judged yet in that view.
    public Optional<Rating> in(View view) {
        return Optional.ofNullable(
                switch (view) {
                    case CLAIMED -> claimed;
                    case EVIDENCED -> evidencedRating();
                    case MODERATED -> moderated;
                    case ACCEPTED -> accepted;
                    case EFFECTIVE -> moderated == null ? claimed : moderated;
                });
    }

    private @Nullable Rating evidencedRating() {
        return claimed instanceof Rating.Scored scored && isAssertedOnly()
                ? new Rating.Scored(scored.scale(), scored.scale().belowFull())
                : claimed;
    }

    /// Whose judgement a score is made of. A score is of one view only.
    public enum View {
        /// The provider's own ratings.
        CLAIMED,
        /// The same, where a claim of the highest point without evidence in date stands one point lower: the most
        /// that may be claimed without evidence (our reading; the rule says only that it is not validated).
        EVIDENCED,
        /// The moderator's ratings alone; criteria not yet moderated are left out and counted.
        MODERATED,
        /// What was agreed in the end; criteria not yet agreed are left out and counted.
        ACCEPTED,
        /// The moderator's rating where there is one, else the claim: for working lists while a round is moderated,
        /// never for a published score.
        EFFECTIVE
    }
}
