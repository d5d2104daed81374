package uk.goldenthread.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.goldenthread.assessments.fhir.FhirJson;
import uk.goldenthread.assessments.fhir.ResponseCheck;
import uk.goldenthread.assessments.fhir.Verdict;
import uk.goldenthread.assessments.fhir.Verdict.Severity;

/// Responses checked against their questionnaires as two other validators check them.
class QuestionnaireVectorsTest {
    private static final String FOLDER = "fhir-questionnaire/enablewhen/";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> LISTS = Set.of("item", "answer", "enableWhen", "extension");

    @Test
    void everyCaseHasTheOutcomeAndTheIssuesOfItsAuthor() {
        var cases = SharedData.json("fhir-questionnaire/response-validation-cases.json");
        var softly = new SoftAssertions();

        assertThat(cases.size()).isEqualTo(38);
        for (var vector : cases) {
            var name = vector.path("name").asString();
            var verdict = ResponseCheck.of(vector.path("questionnaire"), vector.path("response"));

            softly.assertThat(verdict.valid())
                    .as("%s: %s", name, verdict)
                    .isEqualTo(vector.path("expectSuccess").asBoolean());
            softly.assertThat(counts(verdict))
                    .as("fatal, errors, warnings of %s: %s", name, verdict)
                    .isEqualTo("%d %d %d"
                            .formatted(
                                    vector.path("fatal").asInt(),
                                    vector.path("errors").asInt(),
                                    vector.path("warnings").asInt()));
        }
        softly.assertAll();
    }

    @Test
    void conditionsAndRequiredItemsAreJudgedAsByTheReferenceValidator() throws Exception {
        var expected = SharedData.json("fhir-questionnaire/enablewhen-expected.json");

        assertThat(expected.size()).isEqualTo(6);
        for (var property : expected.properties()) {
            var response =
                    SharedData.text(FOLDER + property.getValue().path("file").asString());
            var questionnaire = SharedData.text(
                    FOLDER + property.getValue().path("questionnaire").path(0).asString());
            var asked = response.startsWith("<")
                    ? xml(questionnaire)
                    : FhirJson.read(questionnaire).orElseThrow();
            if (property.getKey().equals("qr-required-wrong")) {
                assertThat(FhirJson.read(response)).as("a comma too many").isEmpty();
                // with the comma mended, the misplaced and so missing answer is still found
                var mended = FhirJson.read(response.replace("\"2020-03-23\",", "\"2020-03-23\""))
                        .orElseThrow();
                assertThat(messages(ResponseCheck.of(asked, mended)))
                        .anyMatch(message -> message.contains("required item rating"))
                        .anyMatch(message -> message.contains("belong inside its answer"));
                continue;
            }
            var answered = response.startsWith("<")
                    ? xml(response)
                    : FhirJson.read(response).orElseThrow();
            var verdict = ResponseCheck.of(asked, answered);
            var issues = property.getValue().path("issues");

            assertThat(verdict.count(Severity.FATAL) + verdict.count(Severity.ERROR))
                    .as("%s: %s", property.getKey(), verdict)
                    .isEqualTo(issues.size());
            for (var issue : issues) {
                var about = issue.path(1).asString().contains("not enabled") ? "not enabled" : "required item rating";
                assertThat(messages(verdict)).anyMatch(message -> message.contains(about));
            }
        }
    }

    private static List<String> messages(Verdict verdict) {
        return verdict.issues().stream().map(Verdict.Issue::message).toList();
    }

    private static String counts(Verdict verdict) {
        return "%d %d %d"
                .formatted(
                        verdict.count(Severity.FATAL), verdict.count(Severity.ERROR), verdict.count(Severity.WARNING));
    }

    /// The same resource in FHIR's JSON form, as far as these files need it.
    private static JsonNode xml(String text) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var root = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        var node = object(root);
        return ((ObjectNode) node).put("resourceType", root.getTagName());
    }

    private static JsonNode object(Element element) {
        var node = JSON.createObjectNode();
        if (element.hasAttribute("url")) {
            node.put("url", element.getAttribute("url"));
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element below && !below.getTagName().equals("div")) {
                var value = below.hasAttribute("value") ? primitive(below.getAttribute("value")) : object(below);
                if (LISTS.contains(below.getTagName())) {
                    ((ArrayNode) node.withArray(below.getTagName())).add(value);
                } else {
                    node.set(below.getTagName(), value);
                }
            }
        }
        return node;
    }

    private static JsonNode primitive(String value) {
        return value.equals("true") || value.equals("false")
                ? JSON.getNodeFactory().booleanNode(Boolean.parseBoolean(value))
                : JSON.getNodeFactory().stringNode(value);
    }
}
