package uk.goldenthread.commandline;

/// A command cannot be carried out at all: one line says why, and the exit code whose fault it is.
final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

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

    int exitCode() {
        return exitCode;
    }
}
