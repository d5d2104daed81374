package uk.goldenthread.assessments.exchange;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import uk.goldenthread.assessments.model.AnswerKind;
import uk.goldenthread.assessments.model.Condition;
import uk.goldenthread.assessments.model.Condition.Operator;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.assessments.model.Question;

/// Answers to a framework as a FHIR R4 QuestionnaireResponse, and back.
public final class FhirAnswers {
    private FhirAnswers() {}

    /// The response that holds these answers.
    ///
    /// @param shown the questions that are shown; answers to others are left out
    /// @param finished whether it was handed in
    public static ObjectNode write(
            FrameworkEdition edition, Map<String, String> answers, Set<String> shown, boolean finished) {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("resourceType", "QuestionnaireResponse");
        root.put("questionnaire", FhirQuestionnaire.url(edition) + "|" + edition.edition());
        root.put("status", finished ? "completed" : "in-progress");
        for (var standard : edition.standards()) {
            var group = JsonNodeFactory.instance.objectNode();
            group.put("linkId", "group-" + standard.code());
            standard.criteria().stream()
                    .flatMap(criterion -> criterion.all())
                    .filter(question -> shown.contains(question.code()) && answers.containsKey(question.code()))
                    .forEach(question -> write(question, answers.getOrDefault(question.code(), ""), group));
            if (group.has("item")) {
                root.withArray("item").add(group);
            }
        }
        return root;
    }

    private static void write(Question question, String answer, ObjectNode group) {
        var item = group.withArray("item").addObject().put("linkId", question.code());
        var value = item.putArray("answer").addObject();
        switch (question.kind()) {
            case AnswerKind.YesNo _ -> value.put("valueBoolean", answer.equals("YES"));
            case AnswerKind.Words _ -> value.put("valueString", answer);
            case AnswerKind.Decimal _ -> value.put("valueDecimal", new BigDecimal(answer));
            case AnswerKind.Day _ -> value.put("valueDate", answer);
            case AnswerKind.Rated _, AnswerKind.Choice _ ->
                value.putObject("valueCoding")
                        .put("system", FhirQuestionnaire.system(question.kind()))
                        .put("code", answer);
        }
    }

    /// The answers of a response by code of the question, in its order. Check it against its questionnaire first.
    public static Map<String, String> read(JsonNode response) {
        var answers = new LinkedHashMap<String, String>();
        read(response, answers);
        return answers;
    }

    private static void read(JsonNode holder, Map<String, String> into) {
        for (var item : holder.path("item")) {
            text(item.path("answer").path(0), "value")
                    .ifPresent(answer -> into.put(item.path("linkId").asString(""), answer));
            read(item, into);
        }
    }

    /// A condition as one of our tests; empty where we have no such test.
    static Optional<Condition.Test> test(JsonNode when) {
        var question = when.path("question").asString("");
        var value = text(when, "answer");
        var operator = when.path("operator").asString("");
        return switch (operator) {
            case "exists" ->
                when.path("answerBoolean").asBoolean(false)
                        ? Optional.of(new Condition.Test(question, Operator.ANSWERED, ""))
                        : Optional.empty();
            case "=" -> value.map(wanted -> new Condition.Test(question, Operator.IS, wanted));
            case "!=" -> value.map(wanted -> new Condition.Test(question, Operator.IS_NOT, wanted));
            case ">=" -> value.map(wanted -> new Condition.Test(question, Operator.AT_LEAST, wanted));
            default -> Optional.empty();
        };
    }

    private static Optional<String> text(JsonNode holder, String prefix) {
        for (var property : holder.properties()) {
            var node = property.getValue();
            if (!property.getKey().startsWith(prefix)) {
                continue;
            }
            if (node.isBoolean()) {
                return Optional.of(node.asBoolean() ? "YES" : "NO");
            }
            if (node.isNumber()) {
                return Optional.of(node.decimalValue().toPlainString());
            }
            return Optional.of(node.isObject() ? node.path("code").asString("") : node.asString(""));
        }
        return Optional.empty();
    }
}
