package uk.goldenthread.actions.model;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.goldenthread.actions.Proof;
import uk.goldenthread.kernel.outcome.Reason;

/// The evidence of an action on a day. What is out of date shows nothing any more.
///
/// @param items all that was given and not withdrawn
/// @param on the day
public record Proofs(List<Item> items, LocalDate on) {
    /// One item.
    ///
    /// @param number which version of it
    /// @param validUntil the last day on which it counts
    public record Item(long evidence, int number, Proof proof, LocalDate validUntil) {
        /// This version of it by name, as a judgement keeps it: `evidence/7/2`.
        public String name() {
            return "evidence/%d/%d".formatted(evidence, number);
        }
    }

    public Proofs {
        items = List.copyOf(items);
    }

    /// What it shows on the day.
    public Set<Proof> shown() {
        return items.stream()
                .filter(this::counts)
                .map(Item::proof)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Proof.class)));
    }

    private boolean counts(Item item) {
        return !item.validUntil().isBefore(on);
    }

    /// Why this is not enough to say that the action is done: there must be at least one item in
    /// date of a class that the action expects.
    Optional<Reason> lacking(Set<Proof> expected) {
        return shown().stream().anyMatch(expected::contains)
                ? Optional.empty()
                : Optional.of(new Reason(
                        "evidence",
                        "Give evidence of %s that is in date (%s). The organisation that carries the action out gives it."
                                .formatted(words(expected), examples(expected)),
                        ActionClauses.VERIFIED));
    }

    /// Whether there is something in date that a judgement has not seen.
    ///
    /// @param seen names of what it saw
    boolean hasMoreThan(Set<String> seen) {
        return items.stream().anyMatch(item -> counts(item) && !seen.contains(item.name()));
    }

    /// The names of all, as a judgement keeps them.
    public List<String> names() {
        return items.stream().map(Item::name).sorted().toList();
    }

    /// Classes in words: "practice or outcome".
    public static String words(Collection<Proof> proofs) {
        return proofs.stream().sorted().map(Proof::word).collect(Collectors.joining(" or "));
    }

    private static String examples(Collection<Proof> proofs) {
        return proofs.stream()
                .sorted()
                .map(proof -> proof.examples().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("; "));
    }
}
