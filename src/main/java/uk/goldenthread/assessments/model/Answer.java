package uk.goldenthread.assessments.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an organisation answered to one question of one round, and where that came from.
///
/// @param value in the form that the question's kind accepts; empty while not judged
/// @param words how the organisation knows
/// @param reason why it does not apply, or why it is below full with no action
/// @param origin where it was copied from; [Origin#NONE] for what was typed here
/// @param decision what a person said of a copied answer
/// @param evidenced whether evidence was in date on the day it was handed in; null until then
/// @param answeredBy the account of who last changed it; null while untouched
/// @param version of the assessment when it was last changed
public record Answer(
        long id,
        String code,
        String value,
        String words,
        String reason,
        Origin origin,
        Decision decision,
        @Nullable Boolean evidenced,
        @Nullable Integer answeredBy,
        @Nullable Instant answeredAt,
        int version) {

    /// What a person said of an answer that was copied here.
    public enum Decision {
        /// Nothing yet; or it was not copied.
        NONE,
        /// It holds as it was.
        STILL_TRUE,
        /// It was judged or worded anew.
        CHANGED,
        /// What it said no longer holds.
        GONE
    }

    /// Where an answer was copied from.
    ///
    /// @param kind how it came
    /// @param answer the number of the answer it was copied from; null for none
    /// @param words for the reader: "JSAF D4.2, answered 3 March 2026"
    /// @param value how that one was judged; empty when it was not, or when the judgement was not copied
    public record Origin(Kind kind, @Nullable Long answer, String words, String value) {
        /// Not copied.
        public static final Origin NONE = new Origin(Kind.TYPED, null, "", "");

        /// How an answer came to be.
        public enum Kind {
            /// Typed by a person in this round.
            TYPED,
            /// Brought forward from the organisation's last round: its judgement is to be confirmed.
            CARRIED,
            /// Filled from the answer to another framework in the same year.
            MAPPED,
            /// Shared by the provider from the return it handed in to another ICB.
            SHARED
        }
    }

    /// Brought forward, and nobody has said yet whether it still holds (BR-ASM-8).
    public boolean isToConfirm() {
        return origin.kind() == Origin.Kind.CARRIED && decision == Decision.NONE;
    }

    /// Whether nobody has written anything here, so that it may be filled from elsewhere.
    public boolean isFree() {
        return value.isEmpty() && words.isEmpty() && reason.isEmpty() && decision == Decision.NONE;
    }

    /// Filled from another framework and not touched since.
    public boolean isFilled() {
        return origin.kind() == Origin.Kind.MAPPED && decision == Decision.NONE;
    }

    /// Whether it differs from another in what a person writes.
    public boolean saysTheSame(Answer other) {
        return value.equals(other.value)
                && words.equals(other.words)
                && reason.equals(other.reason)
                && decision == other.decision;
    }

    /// The same, judged and worded so by a person: a copied answer is thereby decided once it has a
    /// judgement.
    public Answer said(String newValue, String newWords, String newReason) {
        return new Answer(
                id,
                code,
                newValue,
                newWords,
                newReason,
                origin,
                decided(newValue, newWords),
                evidenced,
                answeredBy,
                answeredAt,
                version);
    }

    private Decision decided(String newValue, String newWords) {
        if (origin.kind() == Origin.Kind.TYPED || decision == Decision.GONE) {
            return decision;
        }
        if (newValue.isEmpty()) {
            return origin.kind() == Origin.Kind.CARRIED ? Decision.NONE : Decision.CHANGED;
        }
        return newValue.equals(origin.value()) && newWords.equals(words) && decision != Decision.CHANGED
                ? Decision.STILL_TRUE
                : Decision.CHANGED;
    }

    /// The same, with the judgement it had where it came from.
    public Answer stillTrue() {
        return new Answer(
                id,
                code,
                origin.value(),
                words,
                reason,
                origin,
                Decision.STILL_TRUE,
                null,
                answeredBy,
                answeredAt,
                version);
    }

    /// What it said no longer holds: words and judgement go, and it is answered anew.
    public Answer gone() {
        return new Answer(id, code, "", "", "", origin, Decision.GONE, null, answeredBy, answeredAt, version);
    }

    /// The same, changed by that person at that moment.
    public Answer by(int account, Instant at) {
        return new Answer(id, code, value, words, reason, origin, decision, evidenced, account, at, version);
    }

    /// The same, with whether evidence was in date on the day it was handed in.
    public Answer evidenced(boolean inDate) {
        return new Answer(id, code, value, words, reason, origin, decision, inDate, answeredBy, answeredAt, version);
    }

    /// The same, copied from elsewhere.
    public Answer from(Origin source, String copiedValue, String copiedWords, String copiedReason) {
        return new Answer(
                id,
                code,
                copiedValue,
                copiedWords,
                copiedReason,
                source,
                Decision.NONE,
                null,
                answeredBy,
                answeredAt,
                version);
    }
}
