package uk.goldenthread.assessments.fhir;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import uk.goldenthread.assessments.fhir.Value.Moments;

/// Checks a QuestionnaireResponse against its Questionnaire, as FHIR R4 and its structured data capture guide ask.
public final class ResponseCheck {
    private static final Set<String> STATUSES =
            Set.of("in-progress", "completed", "amended", "entered-in-error", "stopped");

    private final JsonNode questionnaire;
    private final JsonNode response;
    private final Findings findings = new Findings();

    private ResponseCheck(JsonNode questionnaire, JsonNode response) {
        this.questionnaire = questionnaire;
        this.response = response;
    }

    /// Everything found; a questionnaire of JSON `null` is one that could not be found.
    public static Verdict of(JsonNode questionnaire, JsonNode response) {
        return new ResponseCheck(questionnaire, response).verdict();
    }

    private Verdict verdict() {
        if (!response.path("resourceType").asString("").equals("QuestionnaireResponse")) {
            findings.fatal("QuestionnaireResponse", "this is not a QuestionnaireResponse");
            return findings.verdict();
        }
        if (!questionnaire.path("resourceType").asString("").equals("Questionnaire")) {
            findings.error("QuestionnaireResponse.questionnaire", "the questionnaire was not found");
            return findings.verdict();
        }
        identity();
        dates();
        var status = response.path("status").asString("");
        if (!STATUSES.contains(status)) {
            findings.error("QuestionnaireResponse.status", "\"%s\" is not a status of a response".formatted(status));
        }
        var definitions = Definition.of(questionnaire, null);
        definitions(definitions, new HashSet<>());
        // What is not finished may lack required answers.
        var finished = status.equals("completed") || status.equals("amended");
        new ItemWalk(questionnaire, response, definitions, findings, finished).walk();
        return findings.verdict();
    }

    private void identity() {
        var named = response.path("questionnaire");
        // The third release of FHIR gave a reference where the fourth gives the address itself.
        var address =
                (named.isString() ? named.asString("") : named.path("reference").asString("")).split("\\|", 2);
        var url = questionnaire.path("url").asString("");
        var version = questionnaire.path("version").asString("");
        if (address[0].isEmpty()) {
            findings.warn("QuestionnaireResponse.questionnaire", "the response does not name its questionnaire");
        } else if (!url.isEmpty() && !address[0].equals(url)) {
            findings.error(
                    "QuestionnaireResponse.questionnaire",
                    "the response answers %s and not %s".formatted(address[0], url));
        } else if (address.length > 1 && !version.isEmpty() && !address[1].equals(version)) {
            findings.error(
                    "QuestionnaireResponse.questionnaire",
                    "the response answers version %s and not %s".formatted(address[1], version));
        }
    }

    private void dates() {
        if (!questionnaire.path("status").asString("").equals("active")) {
            findings.warn(
                    "QuestionnaireResponse.questionnaire",
                    "the questionnaire is %s"
                            .formatted(questionnaire.path("status").asString("without a status")));
        }
        var authored = response.path("authored").asString("");
        var period = questionnaire.path("effectivePeriod");
        var ended = Moments.compare(authored, period.path("end").asString("")).orElse(0) > 0;
        var notBegun =
                Moments.compare(authored, period.path("start").asString("")).orElse(0) < 0;
        if (ended || notBegun) {
            findings.warn(
                    "QuestionnaireResponse.authored", "the questionnaire was not in use on %s".formatted(authored));
        }
    }

    private void definitions(List<Definition> definitions, Set<String> seen) {
        for (var definition : definitions) {
            var linkId = definition.linkId();
            if (linkId.isEmpty() || !seen.add(linkId)) {
                findings.error("Questionnaire.item", "linkId \"%s\" is missing or given twice".formatted(linkId));
            }
            if (!AnswerCheck.KINDS.containsKey(definition.type())
                    && !definition.isGroup()
                    && !definition.type().equals("display")) {
                findings.error(
                        "Questionnaire.item", "item %s is of unknown type \"%s\"".formatted(linkId, definition.type()));
            }
            definitions(definition.children(), seen);
        }
    }
}
