package uk.goldenthread.evidence.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.evidence.intake.FileNames;

/// A file that has come in whole and lies on disk until it is taken or refused. Closing it removes it.
///
/// @param name as it was cleaned
/// @param upload the upload it came by, part by part; null when it came in one piece
public record Incoming(Path file, String name, @Nullable UUID upload) implements AutoCloseable {
    /// An empty file to write to, readable by this program alone.
    static Path place() {
        try {
            return Files.createTempFile("golden-thread-evidence", ".in");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What came in one piece with a form.
    public static Incoming of(Writing content, String sentName) {
        var file = place();
        try {
            content.to(file);
        } catch (IOException e) {
            delete(file);
            throw new UncheckedIOException(e);
        }
        return new Incoming(file, FileNames.clean(sentName), null);
    }

    /// Puts content into a file.
    @FunctionalInterface
    public interface Writing {
        void to(Path file) throws IOException;
    }

    @Override
    public void close() {
        delete(file);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
