package uk.goldenthread.assessments.service;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.Frameworks;
import uk.goldenthread.assessments.Profiles;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.assessments.model.Question;
import uk.goldenthread.catalogue.OrganisationKind;

/// What an organisation is asked: an edition cut down to its kind, or to its short profile.
@Component
public class Editions {
    private final Frameworks frameworks;
    private final Profiles profiles;
    private final Map<Key, Asked> asked = new ConcurrentHashMap<>();

    Editions(Frameworks frameworks, Profiles profiles) {
        this.frameworks = frameworks;
        this.profiles = profiles;
    }

    private record Key(String framework, String edition, String kind, boolean light) {}

    /// What one kind of organisation is asked.
    ///
    /// @param questions every question by its code, ratings and those beside them
    public record Asked(String kind, FrameworkEdition edition, Map<String, Question> questions) {
        /// The codes that are shown, given these values by code, in order.
        public Set<String> shown(Map<String, String> values) {
            return edition.shown(kind, values);
        }

        /// Whether a question has to be answered while it is shown.
        public boolean isRequired(String code) {
            var question = questions.get(code);
            return question != null && question.required();
        }
    }

    /// Every edition of questions, in the order of the catalogue.
    public List<FrameworkEdition> all() {
        return frameworks.editions();
    }

    /// One edition.
    ///
    /// @throws IllegalStateException when the catalogue no longer has it
    public FrameworkEdition edition(String framework, String edition) {
        return frameworks
                .find(framework, edition)
                .orElseThrow(() -> new IllegalStateException(
                        "the catalogue has no edition %s of %s".formatted(edition, framework)));
    }

    /// Whether the catalogue has an edition.
    public boolean has(String framework, String edition) {
        return frameworks.find(framework, edition).isPresent();
    }

    /// What an assessment asks.
    public Asked of(AssessmentHeader header) {
        return of(header.round().framework(), header.round().edition(), header.kind(), header.light());
    }

    /// What a kind of organisation is asked by an edition.
    ///
    /// @param light whether by the short profile, where there is one
    public Asked of(String framework, String edition, String kind, boolean light) {
        return asked.computeIfAbsent(new Key(framework, edition, kind, light), key -> asked(key));
    }

    private Asked asked(Key key) {
        var whole = edition(key.framework(), key.edition());
        var part = key.light()
                ? profiles.of(whole, key.kind()).orElseGet(() -> whole.askedOf(key.kind()))
                : whole.askedOf(key.kind());
        return new Asked(
                key.kind(),
                part,
                part.criteria()
                        .flatMap(Criterion::all)
                        .collect(java.util.stream.Collectors.toMap(
                                Question::code,
                                question -> question,
                                (first, _) -> first,
                                java.util.LinkedHashMap::new)));
    }

    /// Whether an edition has a short profile for a kind of organisation.
    public boolean hasProfile(String framework, String edition, String kind) {
        return profiles.of(edition(framework, edition), kind).isPresent();
    }

    /// What frameworks call a kind of organisation of the directory; empty for kinds that frameworks do not
    /// ask.
    public static String kindOf(OrganisationKind kind) {
        return switch (kind.group()) {
            case PROVIDER -> kind.nhsTrust() ? "TRUST" : "INDEPENDENT";
            case PRACTICE -> "GP";
            case COMMISSIONER -> "ICB";
            case PARTNER, OVERSIGHT -> "";
        };
    }
}
