package uk.goldenthread.commandline;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A command cannot be carried out at all: one line says why, and the exit code whose fault it is.
final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// No such table, no such schema.
    private static final Set<String> UNDEFINED = Set.of("42P01", "3F000");

    private final int exitCode;

    private Unusable(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /// The command was given wrongly.
    static Unusable usage(String message) {
        return new Unusable(message, 2);
    }

    /// The input cannot be read at all.
    static Unusable input(String message) {
        return new Unusable(message, 1);
    }

    /// What to say of a problem that whoever gave the command can mend; null when it is a fault of the program.
    static @Nullable Unusable of(Exception problem) {
        if (problem instanceof Unusable unusable) {
            return unusable;
        }
        if (problem instanceof UncheckedIOException e && e.getCause() != null) {
            return usage("%s: %s".formatted(e.getMessage(), e.getCause().getMessage()));
        }
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return input(
                        UNDEFINED.contains(String.valueOf(sql.getSQLState()))
                                ? "There is no Golden Thread system in this database."
                                : "The database cannot be used: %s"
                                        .formatted(String.valueOf(sql.getMessage())
                                                .lines()
                                                .findFirst()
                                                .orElse("")));
            }
        }
        return null;
    }

    int exitCode() {
        return exitCode;
    }
}
