package uk.goldenthread.assessments.model;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
        var asked = new LinkedHashMap<String, Question>();
        criteria()
                .filter(criterion -> criterion.appliesTo().contains(kindOfOrganisation))
                .flatMap(Criterion::all)
                .forEach(question -> asked.putIfAbsent(question.code(), question));
        var known = new HashMap<String, Boolean>();
        var shown = new LinkedHashSet<String>();
        for (var question : asked.values()) {
            if (isShown(question, asked, answers, known)) {
                shown.add(question.code());
            }
        }
        return shown;
    }

    /// @param known what was found out before; a question that depends on itself is not shown (the linter refuses it)
    private static boolean isShown(
            Question question, Map<String, Question> asked, Map<String, String> answers, Map<String, Boolean> known) {
        var found = known.putIfAbsent(question.code(), false);
        if (found != null) {
            return found;
        }
        var shown = question.condition()
                .map(when -> when.all()
                        ? when.tests().stream().allMatch(test -> holds(test, asked, answers, known))
                        : when.tests().stream().anyMatch(test -> holds(test, asked, answers, known)))
                .orElse(true);
        known.put(question.code(), shown);
        return shown;
    }

    private static boolean holds(
            Condition.Test test, Map<String, Question> asked, Map<String, String> answers, Map<String, Boolean> known) {
        var other = asked.get(test.question());
        var answer = answers.getOrDefault(test.question(), "");
        if (other == null || answer.isEmpty() || !isShown(other, asked, answers, known)) {
            return false;
        }
        return switch (test.operator()) {
            case IS -> answer.equals(test.value());
            case IS_NOT -> !answer.equals(test.value());
            case ANSWERED -> true;
            case AT_LEAST -> other.kind().reaches(answer, test.value());
        };
    }
}
