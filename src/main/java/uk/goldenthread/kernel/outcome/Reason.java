package uk.goldenthread.kernel.outcome;

import java.util.Optional;

/// One reason for a refusal, in words a person can act on.
///
/// @param field   the input it concerns, as named on the form or in the file; empty when it concerns the whole
/// @param message what is wrong and what to do, as one sentence
/// @param clause  the rule that says so
public record Reason(String field, String message, Clause clause) {
    /// @throws IllegalArgumentException when the message is blank
    public Reason {
        if (message.isBlank()) {
            throw new IllegalArgumentException("a reason needs a message");
        }
    }

    /// A reason that rests on this product's own rule ({@link Clause#HOUSE}).
    public static Reason house(String field, String message) {
        return new Reason(field, message, Clause.HOUSE);
    }

    /// Why a text cannot be kept, when it is too long; says by how much.
    ///
    /// @param most characters (UTF-16 units, as browsers count them) that may stand there
    public static Optional<Reason> tooLong(String field, String text, int most) {
        return text.length() <= most
                ? Optional.empty()
                : Optional.of(
                        house(field, "Shorten this to %,d characters; it has %,d.".formatted(most, text.length())));
    }
}
