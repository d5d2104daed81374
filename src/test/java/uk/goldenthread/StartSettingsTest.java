package uk.goldenthread;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.server.PortInUseException;
import uk.goldenthread.support.OwnProcess;

/// A wrong setting stops the start with one line that names it.
class StartSettingsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GOLDENTHREAD_PORT | abc | a number from 1 to 65535",
                "GOLDENTHREAD_PORT | -5 | a number from 1 to 65535",
                "GOLDENTHREAD_PORT | 65536 | a number from 1 to 65535",
                "GOLDENTHREAD_PROXIES | 10.0.0.([ | a regular expression like",
                "GOLDENTHREAD_DEMO | maybe | true or false",
                "GOLDENTHREAD_JOBS | off | true or false",
                "GOLDENTHREAD_BASE_URL | not a url | an address like https://",
                "GOLDENTHREAD_BASE_URL | ftp://thread.example | an address like https://",
                "GOLDENTHREAD_DB_BUFFERS | lots | a size like 128MB",
                "GOLDENTHREAD_DATA | /dev/null/data | a folder that this user may write to",
                "GOLDENTHREAD_IDENTITY_KEY_FILE | / | a file with a key of 64 hexadecimal digits",
            })
    void aWrongValueIsNamedWithWhatIsExpected(String name, String value, String expected) {
        assertThat(StartSettings.problems(Map.of(name, value)))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith(name + " must be " + expected)
                        .contains("“" + value + "”"));
    }

    @Test
    void rightValuesAndEmptyOnesPass() throws IOException {
        var key = Files.writeString(folder.resolve("key"), "0123456789abcdef".repeat(4) + "\n");

        assertThat(StartSettings.problems(Map.of(
                        "GOLDENTHREAD_PORT",
                        "65535",
                        "GOLDENTHREAD_PROXIES",
                        "10\\.1\\.2\\.\\d+",
                        "GOLDENTHREAD_DEMO",
                        "true",
                        "GOLDENTHREAD_JOBS",
                        "",
                        "GOLDENTHREAD_BASE_URL",
                        "https://golden_thread.example:8443/icb/",
                        "GOLDENTHREAD_DB_BUFFERS",
                        "1GB",
                        "GOLDENTHREAD_DATA",
                        folder.resolve("new").toString(),
                        "GOLDENTHREAD_IDENTITY_KEY_FILE",
                        key.toString())))
                .isEmpty();
        assertThat(StartSettings.problems(Map.of("GOLDENTHREAD_IDENTITY_KEY_FILE", folder + "/not-made-yet")))
                .isEmpty();
    }

    @Test
    void ofAFailedStartTheOneSentenceIsFoundThatCanBeMended() {
        var password = new SQLException("FATAL: password authentication failed for user \"a\"\n  Hint", "28P01");

        assertThat(StartFailure.sentence(new IllegalStateException("a bean", password)))
                .hasValue("The database cannot be used with GOLDENTHREAD_DB_URL, GOLDENTHREAD_DB_USER and"
                        + " GOLDENTHREAD_DB_PASSWORD as they are set: FATAL: password authentication failed for user"
                        + " \"a\"");
        assertThat(StartFailure.sentence(new IllegalStateException("a bean", new PortInUseException(8080))))
                .hasValue("Port 8080 is taken: stop what listens there, or set GOLDENTHREAD_PORT to another");
        assertThat(StartFailure.sentence(
                        new IllegalStateException("a fault of the program", new SQLException("x", "42P01"))))
                .isEmpty();
    }

    @Test
    void theProgramItselfEndsWithTheLineAndNoStackTrace() throws Exception {
        var program = new OwnProcess(folder.resolve("program"));

        assertThat(said(program, Map.of("GOLDENTHREAD_PROXIES", "10.0.0.(")))
                .startsWith("GOLDENTHREAD_PROXIES must be a regular expression")
                .hasLineCount(1);
        assertThat(said(
                        program,
                        Map.of(
                                "GOLDENTHREAD_DB_URL",
                                "jdbc:postgresql://127.0.0.1:1/none",
                                "GOLDENTHREAD_DB_USER",
                                "nobody",
                                "GOLDENTHREAD_PORT",
                                "8080")))
                .contains("The database cannot be used with GOLDENTHREAD_DB_URL")
                .doesNotContain("\tat ", "WARN", "ERROR");
    }

    private String said(OwnProcess program, Map<String, String> environment) throws Exception {
        var builder = program.of(GoldenThread.class.getName());
        builder.environment().put("GOLDENTHREAD_DATA", folder.resolve("data").toString());
        builder.environment().putAll(environment);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        return said.lines()
                .filter(line -> !line.contains(" VM warning:") && !line.startsWith("[")) // of the shared archive
                .collect(java.util.stream.Collectors.joining("\n"));
    }
}
