package uk.goldenthread.assessments.service;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.assessments.model.Answer;
import uk.goldenthread.assessments.model.Question;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.kernel.words.TypedWords;

/// Lays what was typed over what is stored, and refuses what cannot be: each reason names its field as
/// `1.2.value`.
final class AnswerReading {
    private static final int LONGEST_WORDS = 4000;
    private static final int LONGEST_REASON = 1000;

    private AnswerReading() {}

    static Outcome<Answer> read(Question question, Answer stored, Typed typed) {
        var reasons = new ArrayList<Reason>();
        var value = cleaned(typed.value(), stored.value());
        var words = cleaned(typed.words(), stored.words());
        var reason = cleaned(typed.reason(), stored.reason());
        if (!value.isEmpty() && !question.kind().accepts(value)) {
            reasons.add(Reason.house(stored.code() + ".value", "Choose one of the answers offered."));
        }
        Reason.tooLong(stored.code() + ".value", value, LONGEST_WORDS).ifPresent(reasons::add);
        Reason.tooLong(stored.code() + ".words", words, LONGEST_WORDS).ifPresent(reasons::add);
        Reason.tooLong(stored.code() + ".reason", reason, LONGEST_REASON).ifPresent(reasons::add);
        return Outcome.unless(reasons, () -> stored.said(value, words, reason));
    }

    private static String cleaned(@Nullable String typed, String stored) {
        return typed == null ? stored : TypedWords.plain(typed);
    }

    /// The fields in which two versions of an answer differ.
    static List<AnswerConflict.Field> between(Answer yours, Answer theirs) {
        var fields = new ArrayList<AnswerConflict.Field>();
        add(fields, yours.code(), "value", yours.value(), theirs.value());
        add(fields, yours.code(), "words", yours.words(), theirs.words());
        add(fields, yours.code(), "reason", yours.reason(), theirs.reason());
        return fields;
    }

    private static void add(List<AnswerConflict.Field> fields, String code, String field, String yours, String theirs) {
        if (!yours.equals(theirs)) {
            fields.add(new AnswerConflict.Field(code, field, yours, theirs));
        }
    }
}
