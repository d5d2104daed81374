package uk.goldenthread.imports.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Decodes UTF-8 strictly and, because Excel on Windows saves plain "CSV" as Windows-1252, goes over to that at the
/// first byte that cannot be UTF-8. Up to there the bytes were plain ASCII, which reads the same in both, so nothing
/// has to be read again. A file that already held real UTF-8, or that is mostly beyond ASCII and so some other code
/// page altogether, is refused rather than guessed at.
final class TextReader extends Reader {
    private static final String SAVE_AGAIN = " Save it as CSV UTF-8 and try again.";
    /// English text in Windows-1252 has a few accents, dashes and pound signs; other alphabets have far more.
    private static final int MOST_BEYOND_ASCII_ONE_IN = 10;
    /// A file so short that a few accents make a tenth of it is still taken for English.
    private static final int FEW = 10;

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(16 * 1024).flip();
    private CharsetDecoder decoder = strict(StandardCharsets.UTF_8);
    private boolean ended;
    private boolean windows;
    private long characters;
    private long beyondAscii;
    private long hidden;

    TextReader(InputStream in) {
        this.in = in;
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /// Reads up to `length` characters, at least two of which must fit.
    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        var out = CharBuffer.wrap(buffer, offset, length);
        while (true) {
            var result = decoder.decode(bytes, out, ended);
            var read = length - out.remaining();
            if (read > 0 && (result.isError() || result.isOverflow() || bytes.remaining() < 4)) {
                return inspected(buffer, offset, read);
            }
            if (result.isError()) {
                goOverToWindows();
            } else if (ended) {
                refuseOtherAlphabets();
                return -1;
            } else {
                fill();
            }
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        var read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
    }

    private void goOverToWindows() {
        if (windows) {
            throw new Refused("This file is not text in a form that can be read." + SAVE_AGAIN);
        }
        if (beyondAscii > 0) {
            throw new Refused("This file mixes two ways of writing accented characters." + SAVE_AGAIN);
        }
        windows = true;
        decoder = strict(Charset.forName("windows-1252"));
    }

    private int inspected(char[] buffer, int offset, int read) {
        var kept = 0;
        for (var i = offset; i < offset + read; i++) {
            var c = buffer[i];
            if (c == 0) {
                throw new Refused("This file has hidden NUL characters, so it is not a plain CSV file." + SAVE_AGAIN);
            }
            characters++;
            if (c > 0x7F) {
                beyondAscii++;
            }
            if (isHidden(c)) {
                hidden++;
            } else {
                buffer[offset + kept++] = c;
            }
        }
        return kept;
    }

    private static boolean isHidden(char c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r';
    }

    private void refuseOtherAlphabets() {
        if (windows && beyondAscii > FEW && beyondAscii * MOST_BEYOND_ASCII_ONE_IN > characters) {
            throw new Refused("This file is saved in a code page that cannot be told for certain." + SAVE_AGAIN);
        }
    }

    /// What the person should know of how the text was read.
    List<String> notes() {
        var notes = new ArrayList<String>();
        if (windows) {
            notes.add("This file is not UTF-8 and was read as Windows-1252: check names with accents and pound signs.");
        }
        if (hidden > 0) {
            notes.add("Hidden control characters were left out: " + hidden + ".");
        }
        return notes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
