package uk.goldenthread.commandline;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/// Standard output that remembers why it could not be written, which a print stream forgets: a result that is lost must
/// not end like one that arrived.
final class StandardOutput extends FilterOutputStream {
    private static final int LOST = 2;

    private @Nullable IOException failure;

    StandardOutput(OutputStream to) {
        super(to);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    /// The exit code of a command that would have ended with this one. Whoever reads only the first lines, as `head`
    /// does, has all they want.
    int ended(int code, PrintStream err) {
        if (failure == null || String.valueOf(failure.getMessage()).contains("Broken pipe")) {
            return code;
        }
        err.println("Standard output cannot be written: " + failure.getMessage());
        return LOST;
    }
}
