package uk.goldenthread.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckFrameworkTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {"adult-saaf", "jsaf", "mgp-lac", "nhse-saaf-2019", "nhse-saaf-2022", "nhse-saaf-2024", "s11-wt"})
    void everyShippedFrameworkIsWithoutFault(String name) {
        int code = check("", "src/main/resources/catalogue/frameworks/%s.yaml".formatted(name));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("file,line,severity,message\n");
        assertThat(code).isZero();
    }

    @Test
    void everyFaultIsListedWithItsLine() {
        int code = check(
                "code: X\nname: Y\nvalidFrom: 2026-04-01\nsource: ours\nconfidence: INFERRED\nstandards: []\n", "-");

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("file,line,severity,message\n-,1,error,\"missing key \"\"edition\"\" in X\"\n");
        assertThat(code).isEqualTo(1);
        assertThat(check("- a\n  b: c\n: [", "-")).isEqualTo(1);
        assertThat(check("", "no-such-file.yaml")).isEqualTo(2);
    }

    private int check(String input, String file) {
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return Main.run(
                new Console(in, stream, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)),
                "check",
                "framework",
                file);
    }
}
