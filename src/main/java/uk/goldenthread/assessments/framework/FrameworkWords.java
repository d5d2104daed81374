package uk.goldenthread.assessments.framework;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.goldenthread.assessments.model.AnswerKind;
import uk.goldenthread.assessments.model.Criterion.Certainty;
import uk.goldenthread.assessments.model.EditionComparison.Line;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.assessments.model.FrameworkEdition.Standard;
import uk.goldenthread.assessments.model.Mapping;
import uk.goldenthread.assessments.model.Question;
import uk.goldenthread.assessments.model.RatingScale;
import uk.goldenthread.catalogue.Framework;
import uk.goldenthread.catalogue.Requirement;

/// What frameworks hold, in words.
public final class FrameworkWords {
    private FrameworkWords() {}

    /// The address of an edition's page.
    public static String address(String code, String edition) {
        return "/assessments/frameworks/%s?edition=%s"
                .formatted(code, URLEncoder.encode(edition, StandardCharsets.UTF_8));
    }

    /// Kinds of organisation.
    public static String kinds(Collection<String> kinds) {
        return listed(kinds.stream().sorted().map(FrameworkWords::kind).toList());
    }

    private static String kind(String kind) {
        return switch (kind) {
            case "TRUST" -> "NHS trusts";
            case "GP" -> "general practices";
            case "INDEPENDENT" -> "independent providers";
            default -> "ICBs";
        };
    }

    /// A list of words, the first with a capital.
    static String listed(List<String> words) {
        var joined = String.join(", ", words);
        return joined.isEmpty() ? "" : joined.substring(0, 1).toUpperCase(java.util.Locale.UK) + joined.substring(1);
    }

    /// A scale.
    public static String scale(RatingScale scale) {
        return switch (scale) {
            case S4_0_3 -> "0 to 3";
            case PCT_5 -> "Per cent in fives";
            case RAG3 -> "Red, amber, green";
            case MPN -> "Met, partially met, not met";
        };
    }

    /// What a question takes for an answer.
    public static String answer(AnswerKind kind) {
        return switch (kind) {
            case AnswerKind.Rated(var scale) -> scale(scale);
            case AnswerKind.YesNo _ -> "Yes or no";
            case AnswerKind.Words _ -> "Words";
            case AnswerKind.Decimal _ -> "A number";
            case AnswerKind.Day _ -> "A date";
            case AnswerKind.Choice(var options) -> "One of: " + String.join(", ", options);
        };
    }

    /// How sure we are of a source.
    public static String certainty(Certainty certainty) {
        return switch (certainty) {
            case SEEN -> "a published source was read";
            case KNOWN -> "common knowledge of the field, not checked";
            case INFERRED -> "our own reading, no public text was found";
            case UNSURE -> "doubtful, to be checked";
        };
    }

    /// What a mapping says: "asks the same as S11_WT/1.1".
    public static String mapping(Mapping mapping) {
        var how =
                switch (mapping.relation()) {
                    case EQUAL -> "asks the same as ";
                    case PARTIAL -> "answers a part of ";
                    case SUPPORTS -> "supports ";
                };
        return how + mapping.to();
    }

    static String bound(Requirement.Bound bound) {
        return switch (bound) {
            case ICB -> "ICBs";
            case PROVIDER -> "providers";
            case NHS_TRUST -> "NHS trusts";
            case GP -> "general practices";
            case PARTNER -> "partners";
        };
    }

    static String cadence(Requirement.Cadence cadence) {
        return switch (cadence) {
            case ANNUAL -> "once a year";
            case QUARTERLY -> "every quarter";
            case CONTINUOUS -> "at all times";
            case EVENT -> "when something happens";
        };
    }

    /// Whom a duty binds.
    public static String binds(Requirement duty) {
        return listed(
                duty.appliesTo().stream().sorted().map(FrameworkWords::bound).toList());
    }

    /// How often a duty is shown to be met.
    public static String cadence(Requirement duty) {
        return listed(
                duty.cadence().stream().sorted().map(FrameworkWords::cadence).toList());
    }

    /// The lines of an edition of questions, to be laid beside another's.
    static List<Line> lines(FrameworkEdition edition, Collection<Mapping> mappings) {
        return edition.standards().stream()
                .flatMap(standard -> standard.criteria().stream()
                        .flatMap(criterion -> criterion.all().map(question -> {
                            var facts = new LinkedHashMap<String, String>();
                            facts.put("Standard", name(standard));
                            if (question.equals(criterion.rated())) {
                                facts.put(
                                        "Weight",
                                        criterion.weight().stripTrailingZeros().toPlainString());
                                facts.put("Critical", criterion.critical() ? "Yes" : "No");
                                facts.put("Asked of", kinds(criterion.appliesTo()));
                                facts.put("Maps to", mapped(edition.code(), question, mappings));
                            }
                            facts.put("Answer", answer(question.kind()));
                            facts.put("Required", question.required() ? "Yes" : "No");
                            facts.put("Shown when", shownWhen(question));
                            return new Line(question.code(), question.text(), facts);
                        })))
                .toList();
    }

    private static String mapped(String framework, Question question, Collection<Mapping> mappings) {
        return mappings.stream()
                .filter(mapping -> mapping.from().equals(new Mapping.Line(framework, question.code())))
                .map(FrameworkWords::mapping)
                .collect(Collectors.joining("; "));
    }

    /// When a question is shown.
    static String shownWhen(Question question) {
        return question.condition().map(ConditionText::of).orElse("Always");
    }

    /// The duties of an edition, to be laid beside another's.
    static List<Line> lines(Framework edition) {
        Map<String, String> sections = new LinkedHashMap<>();
        edition.sections().forEach(section -> sections.put(section.code(), section.code() + " " + section.name()));
        return edition.requirements().stream()
                .map(duty -> {
                    var facts = new LinkedHashMap<String, String>();
                    facts.put("Section", sections.getOrDefault(duty.section(), duty.section()));
                    facts.put("Binds", binds(duty));
                    facts.put("Legal basis", String.join("; ", duty.basis()));
                    facts.put("Evidence", String.join("; ", duty.evidence()));
                    facts.put("Shown", cadence(duty));
                    facts.put("Tier", String.valueOf(duty.riskTier()));
                    facts.put("In force", duty.commenced() ? "Yes" : "Not known to be");
                    return new Line(duty.code(), duty.duty(), facts);
                })
                .toList();
    }

    static String name(Standard standard) {
        return standard.code() + " " + standard.name();
    }
}
