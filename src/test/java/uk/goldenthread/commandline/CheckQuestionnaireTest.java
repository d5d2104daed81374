package uk.goldenthread.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckQuestionnaireTest {
    private static final String QUESTIONNAIRE = """
            {"resourceType": "Questionnaire", "url": "urn:q", "status": "active", "item": [
              {"linkId": "any", "type": "boolean", "required": true},
              {"linkId": "many", "type": "integer", "required": true,
               "enableWhen": [{"question": "any", "operator": "=", "answerBoolean": true}]}]}
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void aQuestionThatIsNotShownNeedsNoAnswer() throws IOException {
        int code = check("""
                {"resourceType": "QuestionnaireResponse", "questionnaire": "urn:q", "status": "completed",
                 "item": [{"linkId": "any", "answer": [{"valueBoolean": false}]}]}
                """);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("{\"valid\":true,\"issues\":[]}\n");
        assertThat(code).isZero();
    }

    @Test
    void aQuestionThatIsShownNeedsOneAndTheMissingAnswerIsNamed() throws IOException {
        int code = check("""
                {"resourceType": "QuestionnaireResponse", "questionnaire": "urn:q", "status": "completed",
                 "item": [{"linkId": "any", "answer": [{"valueBoolean": true}]}]}
                """);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("{\"valid\":false,\"issues\":[{\"severity\":\"error\","
                        + "\"path\":\"QuestionnaireResponse\","
                        + "\"message\":\"no answer found for required item many\"}]}\n");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void whatIsNotJsonIsOneFatalIssueAndAMissingFileWrongUsage() throws IOException {
        assertThat(check("{\"resourceType\": \"QuestionnaireResponse\",}")).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("{\"valid\":false,\"issues\":[{\"severity\":\"fatal\","
                        + "\"path\":\"QuestionnaireResponse\",\"message\":\"this is not JSON\"}]}\n");
        assertThat(run("", "--questionnaire", "-", "--response", "-")).isEqualTo(2);
        assertThat(run(
                        "{}",
                        "--questionnaire",
                        "-",
                        "--response",
                        folder.resolve("none.json").toString()))
                .isEqualTo(2);
    }

    private int check(String response) throws IOException {
        var file = folder.resolve("questionnaire.json");
        Files.writeString(file, QUESTIONNAIRE);
        return run(response, "--questionnaire", file.toString(), "--response", "-");
    }

    private int run(String input, String... options) {
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        var arguments = new String[options.length + 2];
        arguments[0] = "check";
        arguments[1] = "questionnaire";
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Main.run(new Console(in, stream(out), stream(err)), arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
