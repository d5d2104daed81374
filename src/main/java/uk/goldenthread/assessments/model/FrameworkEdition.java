package uk.goldenthread.assessments.model;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One edition of a framework of questions. A published edition is superseded, never edited: an answer keeps the
/// words it was given under.
///
/// @param validTo the first day it no longer holds; null while current
public record FrameworkEdition(
        String code,
        String name,
        String edition,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<String> basis,
        List<Standard> standards) {
    /// Copies the lists in.
    public FrameworkEdition {
        basis = List.copyOf(basis);
        standards = List.copyOf(standards);
    }

    /// A heading with its criteria.
    public record Standard(String code, String name, List<Criterion> criteria) {
        /// Copies the criteria in.
        public Standard {
            criteria = List.copyOf(criteria);
        }
    }

    /// Every criterion in order.
    public Stream<Criterion> criteria() {
        return standards.stream().flatMap(standard -> standard.criteria().stream());
    }

    /// The criterion with this code, if there is one.
    public Optional<Criterion> criterion(String code) {
        return criteria().filter(criterion -> criterion.code().equals(code)).findFirst();
    }

    /// The part of this edition that is asked of one kind of organisation.
    public FrameworkEdition askedOf(String kindOfOrganisation) {
        var asked = standards.stream()
                .map(standard -> new Standard(
                        standard.code(),
                        standard.name(),
                        standard.criteria().stream()
                                .filter(criterion -> criterion.appliesTo().contains(kindOfOrganisation))
                                .toList()))
                .filter(standard -> !standard.criteria().isEmpty())
                .toList();
        return new FrameworkEdition(code, name, edition, validFrom, validTo, basis, asked);
    }

    /// The codes of the questions an organisation of this kind is shown, in order, given its answers so far.
    ///
    /// @param answers by code of the question
    public Set<String> shown(String kindOfOrganisation, Map<String, String> answers) {
        var shown = new LinkedHashSet<String>();
        var asked = criteria()
                .filter(criterion -> criterion.appliesTo().contains(kindOfOrganisation))
                .flatMap(Criterion::all)
                .toList();
        for (var question : asked) {
            if (isShown(question, asked, answers, new HashSet<>())) {
                shown.add(question.code());
            }
        }
        return shown;
    }

    private static boolean isShown(
            Question question, List<Question> asked, Map<String, String> answers, Set<String> asking) {
        if (!asking.add(question.code())) {
            return false; // a loop shows nothing; the linter refuses it
        }
        var shown = question.condition()
                .map(when -> when.all()
                        ? when.tests().stream().allMatch(test -> holds(test, asked, answers, asking))
                        : when.tests().stream().anyMatch(test -> holds(test, asked, answers, asking)))
                .orElse(true);
        asking.remove(question.code());
        return shown;
    }

    private static boolean holds(
            Condition.Test test, List<Question> asked, Map<String, String> answers, Set<String> asking) {
        var other = asked.stream()
                .filter(question -> question.code().equals(test.question()))
                .findFirst();
        var answer = answers.getOrDefault(test.question(), "");
        if (other.isEmpty() || answer.isEmpty() || !isShown(other.get(), asked, answers, asking)) {
            return false;
        }
        return switch (test.operator()) {
            case IS -> answer.equals(test.value());
            case IS_NOT -> !answer.equals(test.value());
            case ANSWERED -> true;
            case AT_LEAST -> other.get().kind().reaches(answer, test.value());
        };
    }
}
