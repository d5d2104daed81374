package uk.goldenthread.commandline;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.goldenthread.assessments.fhir.FhirJson;
import uk.goldenthread.assessments.fhir.ResponseCheck;
import uk.goldenthread.assessments.fhir.Verdict;

/// Whether a FHIR R4 response answers its questionnaire.
@Command(
        name = "questionnaire",
        description = "Check a FHIR R4 QuestionnaireResponse against its Questionnaire.",
        mixinStandardHelpOptions = true)
final class CheckQuestionnaire implements Callable<Integer> {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Option(names = "--questionnaire", required = true, description = "JSON; - for standard input")
    private String questionnaire = "";

    @Option(names = "--response", required = true, description = "JSON; - for standard input")
    private String response = "";

    private final Console console;

    CheckQuestionnaire(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (questionnaire.equals("-") && response.equals("-")) {
            throw Unusable.usage("Only one of the two can come from standard input");
        }
        var result = MAPPER.createObjectNode();
        var asked = read(questionnaire);
        var answered = read(response);
        if (asked.isEmpty() || answered.isEmpty()) {
            result.put("valid", false);
            unreadable(asked, "Questionnaire", result);
            unreadable(answered, "QuestionnaireResponse", result);
        } else {
            var verdict = ResponseCheck.of(asked.get(), answered.get());
            result.put("valid", verdict.valid());
            result.putArray("issues");
            verdict.issues().forEach(issue -> add(issue, result));
        }
        console.out().println(result);
        return result.path("valid").asBoolean() ? 0 : 1;
    }

    private Optional<JsonNode> read(String file) {
        return FhirJson.read(CsvInput.lines(console, file).stream().collect(Collectors.joining("\n")));
    }

    private static void unreadable(Optional<JsonNode> resource, String path, ObjectNode into) {
        if (resource.isEmpty()) {
            add(new Verdict.Issue(Verdict.Severity.FATAL, path, "this is not JSON"), into);
        }
    }

    private static void add(Verdict.Issue issue, ObjectNode into) {
        into.withArray("issues")
                .addObject()
                .put("severity", issue.severity().code())
                .put("path", issue.path())
                .put("message", issue.message());
    }
}
