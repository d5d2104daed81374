package uk.goldenthread.imports.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Stops reading, with a sentence, as soon as a file is larger than it may be: the declared size is never trusted.
final class BoundedStream extends FilterInputStream {
    private final long limit;
    private final String sentence;
    private long count;

    BoundedStream(InputStream in, long limit, String sentence) {
        super(in);
        this.limit = limit;
        this.sentence = sentence;
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        var next = super.read();
        if (next >= 0) {
            counted(1);
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var read = super.read(buffer, offset, length);
        if (read > 0) {
            counted(read);
        }
        return read;
    }

    private void counted(int bytes) {
        count += bytes;
        if (count > limit) {
            throw new Refused(sentence);
        }
    }
}
