package uk.goldenthread.evidence.intake;

import java.util.HashSet;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads a PDF for what it could do when it is opened: names of actions and of embedded files, in the
/// open and inside
/// compressed object streams. It is not parsed as a PDF reader would, so a file that is meant to break
/// readers does not
/// break this; what cannot be looked into is refused.
final class PdfCheck {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] HEADER = Content.ascii("%PDF-");
    private static final byte[] END = Content.ascii("%%EOF");
    private static final byte[] STREAM = Content.ascii("stream");
    private static final byte[] END_OF_OBJECT = Content.ascii("endobj");
    private static final int END_WITHIN = 4096;
    private static final int LONGEST_NAME = 64;
    private static final long MOST_UNPACKED = 200L * 1024 * 1024;
    private static final Set<String> RUNS = Set.of("JavaScript", "Launch", "RichMedia", "ImportData", "Movie", "Sound");
    private static final Set<String> HOLDS_FILES = Set.of("EmbeddedFile", "EmbeddedFiles", "Collection");
    private static final Set<String> PACKINGS = Set.of(
            "ASCIIHexDecode",
            "AHx",
            "ASCII85Decode",
            "A85",
            "LZWDecode",
            "LZW",
            "RunLengthDecode",
            "RL",
            "Crypt",
            "Predictor");

    private final Content content;
    private final Set<String> ofObject = new HashSet<>();
    private long unpacked;

    private PdfCheck(Content content) {
        this.content = content;
    }

    /// Whether the file begins as a PDF does, with or without a byte order mark.
    static boolean begins(Content content) {
        return content.hasAt(content.hasAt(0, MARK) ? MARK.length : 0, HEADER);
    }

    static void check(Content content) {
        if (content.find(END, Math.max(0, content.size() - END_WITHIN), content.size()) < 0) {
            throw new Refused("This PDF is cut short. Save it again and try again.");
        }
        new PdfCheck(content).read();
    }

    private void read() {
        for (int at = 0; at < content.size(); at++) {
            switch (content.at(at)) {
                case '/' -> name(Names.at(content, at));
                case 'e' -> {
                    if (content.hasAt(at, END_OF_OBJECT)) {
                        ofObject.clear();
                    }
                }
                case 's' -> {
                    if (content.hasAt(at, STREAM) && content.at(at - 1) != 'd') {
                        stream(at + STREAM.length);
                    }
                }
                default -> {
                    // of no interest
                }
            }
        }
    }

    private void name(String name) {
        judge(name);
        ofObject.add(name);
    }

    private static void judge(String name) {
        if (name.equals("Encrypt")) {
            throw new Refused(Sentences.PASSWORD);
        }
        if (RUNS.contains(name)) {
            throw new Refused("This PDF holds a script, a program or a film. Print it to a new PDF and give that.");
        }
        if (HOLDS_FILES.contains(name)) {
            throw new Refused("This PDF has other files inside it. Take them out and give them one by one.");
        }
    }

    /// Objects may be packed together in a stream, where their names cannot be seen from outside.
    private void stream(int afterKeyword) {
        if (!ofObject.contains("ObjStm")) {
            return;
        }
        if (ofObject.stream().anyMatch(PACKINGS::contains)) {
            throw new Refused("This PDF is packed in an unusual way. Print it to a new PDF and give that.");
        }
        if (!ofObject.contains("FlateDecode") && !ofObject.contains("Fl")) {
            return; // not packed: it is read with the rest
        }
        int from = afterKeyword;
        while (from < content.size() && (content.at(from) == '\r' || content.at(from) == '\n')) {
            from++;
        }
        unpack(from);
    }

    private void unpack(int from) {
        try (var inflater = new Inflater()) {
            inflater.setInput(content.slice(from, content.size() - from));
            var names = new Names.Reader(PdfCheck::judge);
            var buffer = new byte[64 * 1024];
            while (!inflater.finished()) {
                int made = inflater.inflate(buffer);
                unpacked += made;
                if (unpacked > MOST_UNPACKED) {
                    throw new Refused(Sentences.BOMB);
                }
                if (made == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                names.read(buffer, made);
            }
            names.end();
        } catch (DataFormatException e) {
            throw new Refused(Sentences.DAMAGED);
        }
    }

    /// Names in PDF: a slash, then characters, any of which may be written as `#` and two hexadecimal
    /// digits.
    static final class Names {
        private Names() {}

        static boolean ends(int c) {
            return c <= ' ' || "()<>[]{}/%".indexOf(c) >= 0;
        }

        static String at(Content content, int slash) {
            var name = new StringBuilder();
            for (int at = slash + 1;
                    at < content.size() && name.length() < LONGEST_NAME * 3 && !ends(content.at(at));
                    at++) {
                name.append((char) content.at(at));
            }
            return decoded(name.toString());
        }

        private static String decoded(String written) {
            if (written.indexOf('#') < 0) {
                return written;
            }
            var name = new StringBuilder();
            for (int i = 0; i < written.length(); i++) {
                char c = written.charAt(i);
                if (c == '#' && isHex(written, i + 1) && isHex(written, i + 2)) {
                    name.append((char) Integer.parseInt(written, i + 1, i + 3, 16));
                    i += 2;
                } else {
                    name.append(c);
                }
            }
            return name.toString();
        }

        private static boolean isHex(String text, int at) {
            return at < text.length() && Character.digit(text.charAt(at), 16) >= 0;
        }

        /// Finds names in what comes piece by piece.
        static final class Reader {
            private final java.util.function.Consumer<String> found;
            private final StringBuilder name = new StringBuilder();
            private boolean inName;

            Reader(java.util.function.Consumer<String> found) {
                this.found = found;
            }

            void read(byte[] bytes, int length) {
                for (int i = 0; i < length; i++) {
                    int c = bytes[i] & 0xFF;
                    if (inName && ends(c)) {
                        end();
                    }
                    if (c == '/') {
                        inName = true;
                    } else if (inName && name.length() < LONGEST_NAME * 3) {
                        name.append((char) c);
                    }
                }
            }

            void end() {
                if (inName) {
                    found.accept(decoded(name.toString()));
                }
                name.setLength(0);
                inName = false;
            }
        }
    }
}
