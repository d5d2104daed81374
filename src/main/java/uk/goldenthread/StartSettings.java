package uk.goldenthread;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// The settings that no module reads until late, or that a framework reads and would explain in its own words: looked
/// over before anything starts, so that a wrong value stops the start with one line that names it.
final class StartSettings {
    private static final int LAST_PORT = 0xFFFF;

    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    private StartSettings(Map<String, String> environment) {
        this.environment = environment;
    }

    /// What is wrong, a line each; empty when nothing is. An empty value counts as not set.
    static List<String> problems(Map<String, String> environment) {
        var settings = new StartSettings(environment);
        settings.check("GOLDENTHREAD_PORT", StartSettings::isPort, "a number from 1 to 65535");
        settings.check("GOLDENTHREAD_DEMO", StartSettings::isYesOrNo, "true or false");
        settings.check("GOLDENTHREAD_JOBS", StartSettings::isYesOrNo, "true or false");
        settings.check(
                "GOLDENTHREAD_BASE_URL", StartSettings::isAddress, "an address like https://thread.example.nhs.uk");
        settings.check("GOLDENTHREAD_DB_BUFFERS", size -> size.matches("[1-9]\\d{0,8}(kB|MB|GB)"), "a size like 128MB");
        settings.check(
                "GOLDENTHREAD_IDENTITY_KEY_FILE", StartSettings::isKey, "a file with a key of 64 hexadecimal digits");
        settings.check("GOLDENTHREAD_DATA", StartSettings::isWritable, "a folder that this user may write to");
        settings.proxies();
        return settings.problems;
    }

    private interface Check {
        boolean passes(String value);
    }

    private void check(String name, Check check, String expected) {
        var value = environment.getOrDefault(name, "").strip();
        if (!value.isEmpty() && !check.passes(value)) {
            problems.add("%s must be %s, not “%s”".formatted(name, expected, value));
        }
    }

    private void proxies() {
        try {
            Pattern.compile(environment.getOrDefault("GOLDENTHREAD_PROXIES", ""));
        } catch (PatternSyntaxException wrong) {
            problems.add("GOLDENTHREAD_PROXIES must be a regular expression like 10\\.1\\.2\\.\\d+, not “%s”: %s"
                    .formatted(wrong.getPattern(), wrong.getDescription()));
        }
    }

    private static boolean isPort(String value) {
        return value.matches("[1-9]\\d{0,4}") && Integer.parseInt(value) <= LAST_PORT;
    }

    private static boolean isYesOrNo(String value) {
        return value.equals("true") || value.equals("false");
    }

    private static boolean isAddress(String value) {
        try {
            var address = URI.create(value);
            return address.getAuthority() != null && value.matches("https?://.*");
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /// A file that is not there is made with a new key.
    private static boolean isKey(String value) {
        try {
            var file = Path.of(value);
            return !Files.exists(file) || Files.readString(file).strip().matches("[0-9a-fA-F]{64}");
        } catch (InvalidPathException | IOException none) {
            return false;
        }
    }

    private static boolean isWritable(String value) {
        try {
            return Files.isWritable(Files.createDirectories(Path.of(value)));
        } catch (InvalidPathException | IOException none) {
            return false;
        }
    }
}
