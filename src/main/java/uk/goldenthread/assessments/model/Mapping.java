package uk.goldenthread.assessments.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.assessments.model.Criterion.Certainty;

/// That a line of one framework says something of a line of another, and how much.
///
/// @param certainty how sure we are of it
public record Mapping(Line from, Line to, Relation relation, Certainty certainty) {
    /// A line of a framework, or a clause of a contract where the framework is its name.
    public record Line(String framework, String code) {
        /// A line written `S11_WT/1.1`; a clause alone, `SC32`, stands for itself.
        public static Line of(String text) {
            var parts = text.split("/", 2);
            return new Line(parts[0], parts.length == 2 ? parts[1] : parts[0]);
        }

        @Override
        public String toString() {
            return framework.equals(code) ? code : framework + "/" + code;
        }
    }

    /// What one line says of another.
    public enum Relation {
        /// The same is asked: rating, words and evidence may be copied.
        EQUAL,
        /// It bears on the other: evidence may be copied, the rating never.
        SUPPORTS,
        /// It answers a part: evidence may be copied, and the words as a start; the rating never (our reading).
        PARTIAL
    }

    /// What was answered to a line.
    ///
    /// @param evidence references of evidence
    public record Given(Rating rating, String words, List<String> evidence) {
        /// Copies the evidence in.
        public Given {
            evidence = List.copyOf(evidence);
        }
    }

    /// What a line could be filled with, for a person to confirm or change.
    ///
    /// @param rating only from lines that ask the same, agree, and whose point the scale asked for has; else null
    /// @param conflict whether lines that ask the same were rated differently, so that no rating is proposed
    /// @param provenance every mapping used
    public record Proposal(
            Line line,
            @Nullable Rating rating,
            List<String> words,
            Set<String> evidence,
            boolean conflict,
            List<Mapping> provenance) {
        /// Copies the collections in.
        public Proposal {
            words = List.copyOf(words);
            evidence = Set.copyOf(evidence);
            provenance = List.copyOf(provenance);
        }

        /// The least certain mapping used: no proposal is surer than that.
        public Certainty certainty() {
            return provenance.stream()
                    .map(Mapping::certainty)
                    .max(Enum::compareTo)
                    .orElseThrow();
        }
    }

    /// What the lines of another edition could be filled with. A line with no mapped answer has no proposal.
    ///
    /// @param given the answers, by line
    public static List<Proposal> propose(List<Mapping> mappings, Map<Line, Given> given, FrameworkEdition to) {
        Map<String, List<Mapping>> byTarget = new LinkedHashMap<>();
        to.criteria().forEach(criterion -> byTarget.put(criterion.code(), new ArrayList<>()));
        for (var mapping : mappings) {
            var target = byTarget.get(mapping.to().code());
            if (mapping.to().framework().equals(to.code()) && target != null && given.containsKey(mapping.from())) {
                target.add(mapping);
            }
        }
        var proposals = new ArrayList<Proposal>();
        byTarget.forEach((code, used) -> {
            if (!used.isEmpty()) {
                proposals.add(proposal(to.criterion(code).orElseThrow(), to.code(), used, given));
            }
        });
        return proposals;
    }

    private static Proposal proposal(Criterion to, String framework, List<Mapping> used, Map<Line, Given> given) {
        var ratings = new LinkedHashSet<Rating>();
        var words = new ArrayList<String>();
        var evidence = new LinkedHashSet<String>();
        for (var mapping : used) {
            var answer = given.get(mapping.from());
            if (answer == null) {
                continue;
            }
            evidence.addAll(answer.evidence());
            if (mapping.relation() != Relation.SUPPORTS && !answer.words().isBlank()) {
                words.add(answer.words());
            }
            if (mapping.relation() == Relation.EQUAL) {
                ratings.add(answer.rating());
            }
        }
        var rating =
                ratings.size() == 1 ? onScale(ratings.getFirst(), to.scale()).orElse(null) : null;
        return new Proposal(new Line(framework, to.code()), rating, words, evidence, ratings.size() > 1, used);
    }

    /// The same rating on another scale, where that scale has a point at exactly the same place.
    private static Optional<Rating> onScale(Rating rating, RatingScale scale) {
        return switch (rating) {
            case Rating.NotApplicable left -> Optional.of(left);
            case Rating.Scored(var own, var point) ->
                own == scale
                        ? Optional.of(rating)
                        : scale.at(point.normalised()).map(same -> new Rating.Scored(scale, same));
        };
    }
}
