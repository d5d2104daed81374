package uk.goldenthread.assessments.fhir;

import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// Whether an item is shown, by its `enableWhen` conditions over the answers of a response.
final class Conditions {
    /// Expressions under which an item is shown: FHIR's own, and the one of the Finnish personal record.
    private static final List<String> EXPRESSIONS = List.of(
            "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression",
            "http://phr.kanta.fi/StructureDefinition/fiphr-ext-questionnaire-enablewhen");

    private final List<Definition> definitions;
    private final JsonNode response;
    private final Consumer<String> warn;

    /// @param warn told of each expression that cannot be worked out
    Conditions(List<Definition> definitions, JsonNode response, Consumer<String> warn) {
        this.definitions = definitions;
        this.response = response;
        this.warn = warn;
    }

    /// @param around the response items about it, innermost first: the nearest answer to a question counts
    boolean enabled(Definition definition, Deque<JsonNode> around) {
        return enabled(definition, around, new HashSet<>());
    }

    private boolean enabled(Definition definition, Deque<JsonNode> around, Set<String> asking) {
        if (!asking.add(definition.linkId())) {
            return true; // a loop of conditions: the check of the questionnaire itself names it
        }
        try {
            return byConditions(definition, around, asking) && byExpressions(definition);
        } finally {
            asking.remove(definition.linkId());
        }
    }

    private boolean byConditions(Definition definition, Deque<JsonNode> around, Set<String> asking) {
        var conditions = definition.node().path("enableWhen");
        if (conditions.isEmpty()) {
            return true;
        }
        var all = definition.node().path("enableBehavior").asString("any").equals("all");
        for (var condition : conditions) {
            if (holds(condition, around, asking) != all) {
                return !all;
            }
        }
        return all;
    }

    private boolean holds(JsonNode condition, Deque<JsonNode> around, Set<String> asking) {
        var answers = answers(condition.path("question").asString(""), around, asking);
        var operator = condition.path("operator").asString("=");
        var wanted = Value.of(condition, "answer");
        if (condition.has("hasAnswer")) {
            return condition.path("hasAnswer").asBoolean() != answers.isEmpty();
        }
        if (wanted.isEmpty()) {
            return false;
        }
        return switch (operator) {
            case "exists" -> wanted.get().node().asBoolean() != answers.isEmpty();
            case "!=" -> answers.stream().noneMatch(wanted.get()::is);
            default -> answers.stream().anyMatch(answer -> holds(answer, operator, wanted.get()));
        };
    }

    private static boolean holds(Value answer, String operator, Value wanted) {
        if (operator.equals("=")) {
            return answer.is(wanted);
        }
        var order = answer.compareTo(wanted);
        return order.isPresent()
                && switch (operator) {
                    case ">" -> order.getAsInt() > 0;
                    case "<" -> order.getAsInt() < 0;
                    case ">=" -> order.getAsInt() >= 0;
                    case "<=" -> order.getAsInt() <= 0;
                    default -> false;
                };
    }

    /// The answers to a question nearest to where it is asked; none while that question is itself not shown.
    private List<Value> answers(String linkId, Deque<JsonNode> around, Set<String> asking) {
        var question = Definition.find(definitions, linkId);
        if (question.isEmpty() || !shown(question, around, asking)) {
            return List.of();
        }
        for (var scope : around) {
            var found = answersBelow(scope, linkId);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return answersBelow(response, linkId);
    }

    private boolean shown(Optional<Definition> question, Deque<JsonNode> around, Set<String> asking) {
        for (var at = question.orElse(null); at != null; at = at.parent()) {
            if (!asking.contains(at.linkId()) && !enabled(at, around, asking)) {
                return false;
            }
        }
        return true;
    }

    private static List<Value> answersBelow(JsonNode holder, String linkId) {
        var found = new ArrayList<Value>();
        for (var item : holder.path("item")) {
            for (var answer : item.path("answer")) {
                if (item.path("linkId").asString("").equals(linkId)) {
                    Value.of(answer).ifPresent(found::add);
                }
                found.addAll(answersBelow(answer, linkId));
            }
            found.addAll(answersBelow(item, linkId));
        }
        return found;
    }

    private boolean byExpressions(Definition definition) {
        for (var url : EXPRESSIONS) {
            for (var extension : definition.extensions(url)) {
                var value = Value.of(extension);
                var text = value.map(found -> found.kind().equals("Expression")
                                ? found.text("expression")
                                : found.node().asString(""))
                        .orElse("");
                try {
                    if (!PathExpression.parse(text).isTrue(response, response)) {
                        return false;
                    }
                } catch (PathExpression.Unreadable unreadable) {
                    warn.accept("the condition of %s cannot be worked out: %s"
                            .formatted(definition.linkId(), unreadable.getMessage()));
                }
            }
        }
        return true;
    }
}
