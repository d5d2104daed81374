package uk.goldenthread.assessments.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.FrameworkFile;
import uk.goldenthread.assessments.Frameworks;
import uk.goldenthread.assessments.Profiles;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.assessments.model.Mapping;
import uk.goldenthread.assessments.model.Question;
import uk.goldenthread.catalogue.OrganisationKind;

/// The one place where frameworks are looked up: those shipped and those an ICB published itself. Says what an
/// organisation is asked: an edition cut down to its kind, or to its short profile.
@Component
public class Editions {
    private final Frameworks shipped;
    private final Profiles profiles;
    private final OwnEditions own;
    private final Map<Key, Asked> asked = new ConcurrentHashMap<>();

    Editions(Frameworks shipped, Profiles profiles, OwnEditions own) {
        this.shipped = shipped;
        this.profiles = profiles;
        this.own = own;
    }

    /// @param icb 0 for what is shipped, which is the same for all
    private record Key(int icb, String framework, String edition, String kind, boolean light) {}

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

    /// The frameworks that an ICB works with: the shipped ones, then its own.
    public Frameworks book(int icb) {
        return shipped.and(own.all(icb));
    }

    /// What is shipped, for every ICB.
    public Frameworks shipped() {
        return shipped;
    }

    /// One edition.
    ///
    /// @param icb in whose name it is asked
    /// @throws IllegalStateException when neither the catalogue nor that ICB has it
    public FrameworkEdition edition(int icb, String framework, String edition) {
        return find(icb, framework, edition)
                .orElseThrow(() ->
                        new IllegalStateException("ICB %d has no edition %s of %s".formatted(icb, edition, framework)));
    }

    /// One edition, if the catalogue or that ICB has it.
    public Optional<FrameworkEdition> find(int icb, String framework, String edition) {
        return shipped.find(framework, edition)
                .or(() -> own.find(icb, framework, edition).map(FrameworkFile::orElseThrow));
    }

    /// The mappings from the lines of a framework, as one edition gives them.
    List<Mapping> mappingsFrom(int icb, String framework, String edition) {
        return shipped.find(framework, edition).isPresent()
                ? shipped.mappings().stream()
                        .filter(mapping -> mapping.from().framework().equals(framework))
                        .toList()
                : own.find(icb, framework, edition).map(FrameworkFile::mappings).orElse(List.of());
    }

    /// What an assessment asks.
    public Asked of(AssessmentHeader header) {
        return of(header.icb(), header.round().framework(), header.round().edition(), header.kind(), header.light());
    }

    /// What a kind of organisation is asked by an edition.
    ///
    /// @param light whether by the short profile, where there is one
    public Asked of(int icb, String framework, String edition, String kind, boolean light) {
        var whose = shipped.find(framework, edition).isPresent() ? 0 : icb;
        var key = new Key(whose, framework, edition, kind, light);
        var known = asked.get(key);
        if (known == null) {
            // Not computeIfAbsent: reading an ICB's own edition asks the database, which must hold no lock of the map.
            known = asked(key);
            asked.put(key, known);
        }
        return known;
    }

    /// What a kind of organisation is asked by a shipped edition, which is the same for every ICB.
    public Asked ofShipped(String framework, String edition, String kind, boolean light) {
        return of(0, framework, edition, kind, light);
    }

    private Asked asked(Key key) {
        var whole = edition(key.icb(), key.framework(), key.edition());
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
    public boolean hasProfile(int icb, String framework, String edition, String kind) {
        return profiles.of(edition(icb, framework, edition), kind).isPresent();
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
