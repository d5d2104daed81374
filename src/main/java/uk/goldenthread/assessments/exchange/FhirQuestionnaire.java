package uk.goldenthread.assessments.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import uk.goldenthread.assessments.model.AnswerKind;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.assessments.model.Question;

/// A framework as a FHIR R4 Questionnaire, and answers as its response. Standards are groups; a criterion is a choice
/// among the points of its scale; what FHIR has no place for stands in extensions of our own.
public final class FhirQuestionnaire {
    static final String OURS = "urn:goldenthread:";
    private static final Map<Class<?>, String> TYPES = Map.of(
            AnswerKind.Rated.class, "choice",
            AnswerKind.Choice.class, "choice",
            AnswerKind.YesNo.class, "boolean",
            AnswerKind.Words.class, "text",
            AnswerKind.Decimal.class, "decimal",
            AnswerKind.Day.class, "date");

    private FhirQuestionnaire() {}

    /// The questionnaire of an edition. Take [FrameworkEdition#askedOf] first to ask only what concerns somebody.
    public static ObjectNode write(FrameworkEdition edition) {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("resourceType", "Questionnaire");
        extend(root, "code", edition.code());
        edition.basis().forEach(basis -> extend(root, "basis", basis));
        root.put("url", url(edition)).put("version", edition.edition()).put("title", edition.name());
        root.put("status", "active");
        var period = root.putObject("effectivePeriod")
                .put("start", edition.validFrom().toString());
        if (edition.validTo() != null) {
            // FHIR's last day counts, ours does not.
            period.put("end", edition.validTo().minusDays(1).toString());
        }
        for (var standard : edition.standards()) {
            var group = root.withArray("item").addObject();
            group.put("linkId", "group-" + standard.code())
                    .put("text", standard.name())
                    .put("type", "group");
            // A required group may not be left out whole, or its required questions would never be missed.
            group.put(
                    "required",
                    standard.criteria().stream()
                            .anyMatch(criterion -> criterion.rated().when() == null));
            for (var criterion : standard.criteria()) {
                write(criterion, edition, group);
            }
        }
        return root;
    }

    static String url(FrameworkEdition edition) {
        return OURS + "framework:" + edition.code();
    }

    private static void write(Criterion criterion, FrameworkEdition edition, ObjectNode group) {
        for (var question : criterion.all().toList()) {
            var item = group.withArray("item").addObject();
            if (question.equals(criterion.rated())) {
                extend(item, "weight", criterion.weight().toPlainString());
                extend(item, "critical", String.valueOf(criterion.critical()));
                criterion.appliesTo().stream().sorted().forEach(kind -> extend(item, "applies", kind));
                extend(item, "source", criterion.origin().source());
                extend(item, "certainty", criterion.origin().certainty().name());
            }
            write(question, edition, item);
        }
    }

    private static void write(Question question, FrameworkEdition edition, ObjectNode item) {
        extend(item, "answer", Wording.of(question.kind()));
        item.put("linkId", question.code()).put("text", question.text());
        item.put("type", TYPES.getOrDefault(question.kind().getClass(), "text"));
        question.condition().ifPresent(when -> {
            Wording.of(when).forEach(text -> extend(item, "when", text));
            EnableWhen.write(when, edition, item);
        });
        item.put("required", question.required());
        codes(question.kind())
                .forEach((code, display) -> item.withArray("answerOption")
                        .addObject()
                        .putObject("valueCoding")
                        .put("system", system(question.kind()))
                        .put("code", code)
                        .put("display", display));
    }

    /// The codes that may be chosen with what each is called; empty where nothing is chosen.
    static Map<String, String> codes(AnswerKind kind) {
        var codes = new LinkedHashMap<String, String>();
        if (kind instanceof AnswerKind.Rated(var scale)) {
            scale.points().forEach(point -> codes.put(point.code(), point.label()));
            codes.put(AnswerKind.NA, "Does not apply");
        }
        Wording.options(kind).forEach(option -> codes.put(option, option));
        return codes;
    }

    static String system(AnswerKind kind) {
        return kind instanceof AnswerKind.Rated(var scale) ? OURS + "scale:" + scale : OURS + "option";
    }

    private static void extend(ObjectNode holder, String name, String value) {
        holder.withArray("extension").addObject().put("url", OURS + name).put("valueString", value);
    }

    /// The values of our extensions of this name.
    static List<String> extensions(JsonNode holder, String name) {
        var values = new ArrayList<String>();
        for (var extension : holder.path("extension")) {
            if (extension.path("url").asString("").equals(OURS + name)) {
                values.add(extension.path("valueString").asString(""));
            }
        }
        return values;
    }
}
