package uk.goldenthread.visits.model;

import org.jspecify.annotations.Nullable;

/// One field of the form of a visit, as it was left.
///
/// @param name `E1.score`, `E1.words`, `staff`, `records` or `sampleReason`
/// @param was what it held when its page was made; null where that is not known
public record TypedField(String name, @Nullable String was, String value) {
    /// Of a field of which nothing is known but what was typed.
    public static TypedField of(String name, String value) {
        return new TypedField(name, null, value);
    }

    /// A score, `MET`, `PARTLY`, `NOT_SEEN` or empty, of a question.
    public static TypedField score(String question, String score) {
        return of(question + ".score", score);
    }

    /// Words about a question.
    public static TypedField words(String question, String words) {
        return of(question + ".words", words);
    }

    /// Whether it holds words: what two people write in it stands together.
    public boolean isWords() {
        return name.endsWith(".words") || name.equals("sampleReason");
    }

    /// The question it is about; empty for what is asked about the visit as a whole.
    public String question() {
        return name.substring(0, Math.max(0, name.indexOf('.')));
    }

    /// The same, where what the field holds is the same person's: it may be written over.
    public TypedField overOwn() {
        return of(name, value);
    }

    /// What the field holds now that it is saved.
    public Settled settle(String now) {
        return isWords() ? Settled.words(was, now, value) : Settled.choice(was, now, value);
    }
}
