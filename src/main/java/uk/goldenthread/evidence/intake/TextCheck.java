package uk.goldenthread.evidence.intake;

import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Reads a text file through once: it must be UTF-8, or Western European text as Windows saves it, and
/// nothing else.
final class TextCheck {
    private static final String SAVE_AGAIN = " Save it as UTF-8 and try again.";
    /// English in Windows-1252 has a few accents, dashes and pound signs; other alphabets have far more.
    private static final int MOST_BEYOND_ASCII_ONE_IN = 10;
    private static final int FEW = 10;
    private static final int MOST_CONTROLS_ONE_IN = 200;

    private TextCheck() {}

    static void check(Content content) {
        int controls = 0;
        int beyond = 0;
        for (int at = 0; at < content.size(); at++) {
            int c = content.at(at);
            if (c == 0) {
                throw wide(content)
                        ? new Refused("This file is saved as UTF-16." + SAVE_AGAIN)
                        : new Refused(
                                "This file is not text, and none of the other kinds that are taken. " + Sentences.GIVE);
            }
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') {
                controls++;
            }
            if (c > 0x7F) {
                beyond++;
            }
        }
        if (controls > FEW && (long) controls * MOST_CONTROLS_ONE_IN > content.size()) {
            throw new Refused("This file is not text, and none of the other kinds that are taken. " + Sentences.GIVE);
        }
        boolean foreign = beyond > FEW && (long) beyond * MOST_BEYOND_ASCII_ONE_IN > content.size();
        if (foreign && !isUtf8(content)) {
            throw new Refused("This file is saved in a code page that cannot be told for certain." + SAVE_AGAIN);
        }
    }

    private static boolean wide(Content content) {
        return content.hasAt(0, new byte[] {(byte) 0xFF, (byte) 0xFE})
                || content.hasAt(0, new byte[] {(byte) 0xFE, (byte) 0xFF})
                || (content.size() > 1 && (content.at(0) == 0 || content.at(1) == 0));
    }

    private static boolean isUtf8(Content content) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = content.slice(0, content.size());
        var characters = CharBuffer.allocate(8192);
        while (true) {
            var result = decoder.decode(bytes, characters, true);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
            characters.clear();
        }
    }
}
