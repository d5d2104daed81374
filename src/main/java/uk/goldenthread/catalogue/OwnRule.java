package uk.goldenthread.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// A rule that an ICB made itself: it holds from a day until the next one about the same thing.
public sealed interface OwnRule permits OwnMeasureRule, OwnMeasure, OwnSetting {

    /// The code of what it is about.
    String subject();

    /// Counts the changes of this subject from 1.
    int number();

    /// The first day it holds.
    LocalDate from();

    /// Of rules about one thing, the one that holds on a day: the last to begin, and of two that begin on one day the
    /// one
    /// made later. Empty before the first.
    static <T extends OwnRule> Optional<T> on(Collection<T> rules, LocalDate day) {
        return rules.stream()
                .filter(rule -> !rule.from().isAfter(day))
                .max(Comparator.comparing((T rule) -> rule.from()).thenComparingInt(OwnRule::number));
    }
}
