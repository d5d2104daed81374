package uk.goldenthread.assessments.exchange;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.assessments.model.AnswerKind;
import uk.goldenthread.assessments.model.Condition;
import uk.goldenthread.assessments.model.Condition.Operator;
import uk.goldenthread.assessments.model.RatingScale;

/// Kinds of answer and conditions as short texts, for formats that have no place of their own for them.
final class Wording {
    private Wording() {}

    static String of(AnswerKind kind) {
        return switch (kind) {
            case AnswerKind.Rated(var scale) -> "RATED " + scale;
            case AnswerKind.YesNo _ -> "YES_NO";
            case AnswerKind.Words _ -> "WORDS";
            case AnswerKind.Decimal _ -> "NUMBER";
            case AnswerKind.Day _ -> "DAY";
            case AnswerKind.Choice _ -> "CHOICE";
        };
    }

    /// The kind a text stands for; empty when it stands for none.
    static Optional<AnswerKind> kind(String text, List<String> options) {
        return switch (text.split(" ", 2)[0]) {
            case "RATED" ->
                RatingScale.find(text.substring(text.indexOf(' ') + 1)).map(AnswerKind.Rated::new);
            case "YES_NO" -> Optional.of(new AnswerKind.YesNo());
            case "WORDS" -> Optional.of(new AnswerKind.Words());
            case "NUMBER" -> Optional.of(new AnswerKind.Decimal());
            case "DAY" -> Optional.of(new AnswerKind.Day());
            case "CHOICE" -> options.size() < 2 ? Optional.empty() : Optional.of(new AnswerKind.Choice(options));
            default -> Optional.empty();
        };
    }

    static List<String> options(AnswerKind kind) {
        return kind instanceof AnswerKind.Choice(var options) ? options : List.of();
    }

    /// Each test as `QUESTION OPERATOR VALUE`; `ALL` or `ANY` comes first.
    static List<String> of(Condition condition) {
        return Stream.concat(
                        Stream.of(condition.all() ? "ALL" : "ANY"),
                        condition.tests().stream()
                                .map(test -> "%s %s %s".formatted(test.question(), test.operator(), test.value())))
                .toList();
    }

    /// The condition that such texts stand for; null for none.
    ///
    /// @throws IllegalArgumentException when they stand for nothing
    static @Nullable Condition condition(List<String> texts) {
        if (texts.isEmpty()) {
            return null;
        }
        var tests = texts.stream()
                .skip(1)
                .map(text -> {
                    var parts = text.split(" ", 3);
                    if (parts.length < 3) {
                        throw new IllegalArgumentException("\"%s\" is no condition".formatted(text));
                    }
                    return new Condition.Test(parts[0], Operator.valueOf(parts[1]), parts[2]);
                })
                .toList();
        return new Condition(texts.getFirst().equals("ALL"), tests);
    }
}
