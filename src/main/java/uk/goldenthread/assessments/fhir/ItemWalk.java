package uk.goldenthread.assessments.fhir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Walks the items of a response beside those of its questionnaire: what is there, what is missing, what is not shown.
final class ItemWalk {
    private final JsonNode response;
    private final List<Definition> definitions;
    private final Findings findings;
    private final boolean finished;
    private final Conditions conditions;
    private final AnswerCheck answers;
    private final Deque<JsonNode> around = new ArrayDeque<>();

    /// @param finished whether required answers must be there
    ItemWalk(
            JsonNode questionnaire,
            JsonNode response,
            List<Definition> definitions,
            Findings findings,
            boolean finished) {
        this.response = response;
        this.definitions = definitions;
        this.findings = findings;
        this.finished = finished;
        conditions = new Conditions(definitions, response, message -> findings.warn("Questionnaire.item", message));
        answers = new AnswerCheck(new ValueSets(questionnaire), findings);
    }

    private record Occurrence(JsonNode item, String path) {
        boolean isAnswered() {
            return !item.path("answer").isEmpty() || !item.path("item").isEmpty();
        }
    }

    void walk() {
        items(definitions, response, "QuestionnaireResponse");
    }

    private void items(List<Definition> among, JsonNode holder, String path) {
        Map<String, List<Occurrence>> found = new LinkedHashMap<>();
        among.forEach(definition -> found.put(definition.linkId(), new ArrayList<>()));
        int index = 0;
        for (var item : holder.path("item")) {
            var at = "%s.item[%d]".formatted(path, index++);
            var linkId = item.path("linkId").asString("");
            if (found.containsKey(linkId)) {
                found.get(linkId).add(new Occurrence(item, at));
            } else {
                findings.fatal(at, "the questionnaire has no item \"%s\" here".formatted(linkId));
            }
        }
        for (var definition : among) {
            item(definition, found.getOrDefault(definition.linkId(), List.of()), path);
        }
    }

    private void item(Definition definition, List<Occurrence> occurrences, String path) {
        if (!conditions.enabled(definition, around)) {
            occurrences.stream()
                    .filter(Occurrence::isAnswered)
                    .forEach(occurrence -> findings.error(
                            occurrence.path(),
                            "item %s has an answer, even though it is not enabled".formatted(definition.linkId())));
            return;
        }
        if (definition.isGroup()) {
            group(definition, occurrences, path);
        } else {
            question(definition, occurrences, path);
        }
        for (var occurrence : occurrences) {
            constraints(definition, occurrence);
        }
    }

    private void group(Definition definition, List<Occurrence> occurrences, String path) {
        count(
                definition,
                occurrences.size(),
                occurrences.isEmpty() ? path : occurrences.getFirst().path());
        for (var occurrence : occurrences) {
            if (occurrence.item().has("answer")) {
                findings.fatal(occurrence.path(), "%s is a group and takes no answers".formatted(definition.linkId()));
            }
            within(occurrence.item(), definition, occurrence.path());
        }
    }

    private void question(Definition definition, List<Occurrence> occurrences, String path) {
        if (occurrences.size() > 1) {
            findings.error(
                    occurrences.get(1).path(),
                    "item %s is there twice: several answers go into one item".formatted(definition.linkId()));
        }
        var first = occurrences.isEmpty() ? path : occurrences.getFirst().path();
        int answered = occurrences.isEmpty()
                ? 0
                : occurrences.getFirst().item().path("answer").size();
        if (definition.type().equals("display")) {
            if (answered > 0) {
                findings.fatal(first, "%s is only shown and takes no answer".formatted(definition.linkId()));
            }
            return;
        }
        count(definition, answered, first);
        for (var occurrence : occurrences) {
            if (occurrence.item().has("item")) {
                findings.error(
                        occurrence.path(),
                        "items below question %s belong inside its answer".formatted(definition.linkId()));
            }
            answers(definition, occurrence);
        }
    }

    private void answers(Definition definition, Occurrence occurrence) {
        var given = new ArrayList<Value>();
        int index = 0;
        for (var answer : occurrence.item().path("answer")) {
            var path = "%s.answer[%d]".formatted(occurrence.path(), index++);
            Value.of(answer)
                    .ifPresentOrElse(
                            value -> {
                                given.add(value);
                                answers.check(definition, value, path);
                            },
                            () -> findings.error(path, "the answer has no value"));
            within(answer, definition, path);
        }
        answers.exclusive(definition, given, occurrence.path());
    }

    private void within(JsonNode holder, Definition definition, String path) {
        around.push(holder);
        items(definition.children(), holder, path);
        around.pop();
    }

    /// How many there are against how many there must and may be.
    private void count(Definition definition, int count, String path) {
        var name = definition.linkId();
        if (count == 0) {
            if (definition.isRequired() && finished) {
                findings.error(path, "no answer found for required item %s".formatted(name));
            }
            return;
        }
        if (count > 1 && !definition.repeats()) {
            findings.error(path, "item %s takes one answer only".formatted(name));
        }
        definition
                .number("questionnaire-maxOccurs")
                .filter(most -> count > most)
                .ifPresent(most ->
                        findings.error(path, "item %s has %d answers of at most %d".formatted(name, count, most)));
        definition
                .number("questionnaire-minOccurs")
                .filter(least -> count < least && finished)
                .ifPresent(least ->
                        findings.error(path, "item %s has %d answers of at least %d".formatted(name, count, least)));
    }

    private void constraints(Definition definition, Occurrence occurrence) {
        for (var constraint : definition.extensions("questionnaire-constraint")) {
            var expression = part(constraint, "expression");
            var human = part(constraint, "human");
            try {
                if (!PathExpression.parse(expression).isTrue(occurrence.item(), response)) {
                    if (part(constraint, "severity").equals("warning")) {
                        findings.warn(occurrence.path(), human);
                    } else {
                        findings.error(occurrence.path(), human);
                    }
                }
            } catch (PathExpression.Unreadable unreadable) {
                findings.warn(
                        occurrence.path(),
                        "the rule \"%s\" cannot be worked out: %s".formatted(human, unreadable.getMessage()));
            }
        }
    }

    private static String part(JsonNode extension, String name) {
        for (var part : extension.path("extension")) {
            if (part.path("url").asString("").equals(name)) {
                return Value.of(part).map(value -> value.node().asString("")).orElse("");
            }
        }
        return "";
    }
}
