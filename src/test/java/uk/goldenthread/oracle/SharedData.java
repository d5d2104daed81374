package uk.goldenthread.oracle;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Third-party vectors, read where they lie. A test that needs them is skipped, and says so, where they are absent.
final class SharedData {
    private static final Path FOLDER = Path.of(System.getProperty("shared.data", "../shared/data"));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SharedData() {}

    /// A JSON file of the vectors.
    static JsonNode json(String path) {
        return JSON.readTree(present(FOLDER.resolve(path)).toFile());
    }

    /// The text of a file of the vectors.
    static String text(String path) {
        try {
            return Files.readString(present(FOLDER.resolve(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The lines of a file of the domain reference beside the vectors.
    static List<String> domainLines(String name) {
        try {
            return Files.readAllLines(present(FOLDER.resolveSibling("domain").resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path present(Path path) {
        assumeTrue(Files.exists(path), "third-party data not here: skipped");
        return path;
    }
}
