package uk.goldenthread.kernel.outcome;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Supplier;

/// The answer of a rule to a person's request: accepted with a result, or refused with every reason at once.
/// What a person can get wrong is a value; what cannot happen throws.
///
/// @param <T> what an accepted request yields
public sealed interface Outcome<T> {

    /// The request was accepted and this is the result.
    record Accepted<T>(T value) implements Outcome<T> {}

    /// The request was refused; at least one reason is given, and all that apply.
    record Refused<T>(List<Reason> reasons) implements Outcome<T> {
        /// @throws IllegalArgumentException when no reason is given
        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    /// An accepted request.
    static <T> Outcome<T> accepted(T value) {
        return new Accepted<>(value);
    }

    /// A refusal for one reason.
    static <T> Outcome<T> refused(String field, String message, Clause clause) {
        return new Refused<>(List.of(new Reason(field, message, clause)));
    }

    /// A refusal for several reasons.
    ///
    /// @throws IllegalArgumentException when the list is empty
    static <T> Outcome<T> refused(List<Reason> reasons) {
        return new Refused<>(reasons);
    }

    /// Refused when any reason was collected, otherwise accepted with what the supplier makes.
    static <T> Outcome<T> unless(List<Reason> reasons, Supplier<? extends T> result) {
        return reasons.isEmpty() ? new Accepted<>(result.get()) : new Refused<>(reasons);
    }

    /// Whether the request was accepted.
    default boolean isAccepted() {
        return this instanceof Accepted<T>;
    }

    /// Every reason of a refusal; empty when accepted.
    default List<Reason> reasons() {
        return switch (this) {
            case Accepted<T> _ -> List.of();
            case Refused<T>(var reasons) -> reasons;
        };
    }

    /// The result, for callers that have already ruled a refusal out (tests, loaders that must fail loudly).
    ///
    /// @throws NoSuchElementException when refused, with the reasons in its message
    default T orElseThrow() {
        return switch (this) {
            case Accepted<T>(var value) -> value;
            case Refused<T>(var reasons) -> throw new NoSuchElementException("refused: " + reasons);
        };
    }

    /// The result changed by a function; a refusal stays as it is.
    default <U> Outcome<U> map(Function<? super T, ? extends U> change) {
        return switch (this) {
            case Accepted<T>(var value) -> new Accepted<>(change.apply(value));
            case Refused<T>(var reasons) -> new Refused<>(reasons);
        };
    }

    /// The next step, taken only when this one was accepted.
    default <U> Outcome<U> then(Function<? super T, Outcome<U>> next) {
        return switch (this) {
            case Accepted<T>(var value) -> next.apply(value);
            case Refused<T>(var reasons) -> new Refused<>(reasons);
        };
    }
}
