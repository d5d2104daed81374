package uk.goldenthread.assessments.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/// What a question takes for an answer. Answers are kept as text, in the one form that their kind accepts.
public sealed interface AnswerKind {
    /// A point of a scale, or `NA`.
    record Rated(RatingScale scale) implements AnswerKind {}

    /// `YES` or `NO`.
    record YesNo() implements AnswerKind {}

    /// Words.
    record Words() implements AnswerKind {}

    /// A decimal number.
    record Decimal() implements AnswerKind {}

    /// An ISO date.
    record Day() implements AnswerKind {}

    /// One of several options.
    record Choice(List<String> options) implements AnswerKind {
        /// @throws IllegalArgumentException when there are fewer than two options, or one twice
        public Choice {
            options = List.copyOf(options);
            if (options.size() < 2 || options.stream().distinct().count() < options.size()) {
                throw new IllegalArgumentException("a choice needs two options or more, each once");
            }
        }
    }

    /// How "does not apply" is written where a rating is asked for.
    String NA = "NA";

    /// Whether this is an answer of this kind.
    default boolean accepts(String answer) {
        return switch (this) {
            case Rated(var scale) -> answer.equals(NA) || scale.point(answer).isPresent();
            case YesNo _ -> answer.equals("YES") || answer.equals("NO");
            case Words _ -> !answer.isBlank();
            case Decimal _ -> isNumber(answer);
            case Day _ -> isDay(answer);
            case Choice(var options) -> options.contains(answer);
        };
    }

    /// Whether one answer reaches another on this kind's order; kinds without an order never do.
    default boolean reaches(String answer, String least) {
        if (answer.equals(NA) || !accepts(answer) || !accepts(least)) {
            return false;
        }
        return switch (this) {
            case Rated(var scale) ->
                scale.points().indexOf(scale.point(answer).orElseThrow())
                        >= scale.points().indexOf(scale.point(least).orElseThrow());
            case Decimal _ -> new BigDecimal(answer).compareTo(new BigDecimal(least)) >= 0;
            case Day _ -> !LocalDate.parse(answer).isBefore(LocalDate.parse(least));
            case YesNo _, Words _, Choice _ -> false;
        };
    }

    /// Whether answers of this kind can be put in order.
    default boolean isOrdered() {
        return this instanceof Rated || this instanceof Decimal || this instanceof Day;
    }

    private static boolean isNumber(String text) {
        return text.matches("[-+]?[0-9]{1,15}(\\.[0-9]{1,9})?");
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeParseException notDate) {
            return false;
        }
    }
}
