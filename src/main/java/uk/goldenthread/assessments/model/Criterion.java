package uk.goldenthread.assessments.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A line of a framework that is rated, with questions that go with it.
///
/// @param rated the question whose answer is the rating; its kind is [AnswerKind.Rated]
/// @param appliesTo kinds of organisation: `ICB`, `TRUST`, `GP`, `INDEPENDENT`
/// @param weight within its standard
/// @param critical whether the whole cannot be green while this is not met
public record Criterion(
        Question rated,
        Set<String> appliesTo,
        BigDecimal weight,
        boolean critical,
        Origin origin,
        List<Question> questions) {
    /// @throws IllegalArgumentException when it has no scale, a weight below nought, or binds nobody
    public Criterion {
        appliesTo = Set.copyOf(appliesTo);
        questions = List.copyOf(questions);
        if (!(rated.kind() instanceof AnswerKind.Rated) || weight.signum() < 0 || appliesTo.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s needs a scale, a weight of nought or more, and whom it applies to".formatted(rated.code()));
        }
    }

    /// Its code, which no other question of the framework has.
    public String code() {
        return rated.code();
    }

    /// The scale it is rated on.
    public RatingScale scale() {
        return ((AnswerKind.Rated) rated.kind()).scale();
    }

    /// The rating question and those that go with it.
    public Stream<Question> all() {
        return Stream.concat(Stream.of(rated), questions.stream());
    }

    /// Where a line comes from and how sure we are of it.
    public record Origin(String source, Certainty certainty) {}

    /// How sure we are, least sure last.
    public enum Certainty {
        /// A published source was read and says it.
        SEEN,
        /// Common knowledge of the field, not checked.
        KNOWN,
        /// Our own reasonable reading where no public text exists.
        INFERRED,
        /// Believed, but doubtful.
        UNSURE
    }
}
