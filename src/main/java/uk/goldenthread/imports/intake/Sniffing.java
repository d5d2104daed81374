package uk.goldenthread.imports.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/// Tells from the first bytes what a file really is; its name and declared type are never asked.
final class Sniffing {
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_32_LE = {(byte) 0xFF, (byte) 0xFE, 0, 0};
    private static final byte[] UTF_32_BE = {0, 0, (byte) 0xFE, (byte) 0xFF};
    private static final byte[] UTF_16_LE = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] UTF_16_BE = {(byte) 0xFE, (byte) 0xFF};
    private static final String UTF_16 = "This file is saved as UTF-16. Save it as CSV UTF-8 and try again.";

    /// What the intake goes on to read, or has still to tell apart with the whole file in hand.
    enum Kind {
        TEXT,
        ZIP,
        OLE2
    }

    private Sniffing() {}

    /// The kind of a file that begins so.
    static Kind of(byte[] head) throws IOException {
        if (head.length == 0) {
            throw new Refused("This file is empty.");
        }
        if (startsWith(head, ZIP) || startsWith(head, EMPTY_ZIP)) {
            return Kind.ZIP;
        }
        if (startsWith(head, OLE2)) {
            return Kind.OLE2;
        }
        refuseWideText(head);
        var start = new String(
                        head,
                        markLength(head),
                        Math.min(1024, head.length - markLength(head)),
                        StandardCharsets.ISO_8859_1)
                .stripLeading();
        if (start.contains("%PDF-")) {
            throw refusedAs("a PDF");
        }
        if (start.startsWith("{\\rtf")) {
            throw refusedAs("a Word (RTF) document");
        }
        refuseByTika(head, start);
        return Kind.TEXT;
    }

    /// How many bytes the UTF-8 byte order mark takes at the start: three or none.
    static int markLength(byte[] head) {
        return startsWith(head, UTF_8_MARK) ? UTF_8_MARK.length : 0;
    }

    private static void refuseWideText(byte[] head) {
        if (startsWith(head, UTF_32_LE) || startsWith(head, UTF_32_BE)) {
            throw new Refused("This file is saved as UTF-32. Save it as CSV UTF-8 and try again.");
        }
        if (startsWith(head, UTF_16_LE) || startsWith(head, UTF_16_BE)) {
            throw new Refused(UTF_16);
        }
        var nulls = new int[2];
        for (var i = 0; i < head.length; i++) {
            nulls[i & 1] += head[i] == 0 ? 1 : 0;
        }
        // Without a mark, English in UTF-16 shows as a NUL in nearly every second byte, and none in the others.
        var half = head.length / 2;
        if (half > 1 && Math.max(nulls[0], nulls[1]) * 2 > half && Math.min(nulls[0], nulls[1]) * 10 < half) {
            throw new Refused(UTF_16);
        }
    }

    private static void refuseByTika(byte[] head, String start) throws IOException {
        var type = MimeTypes.getDefaultMimeTypes().detect(new ByteArrayInputStream(head), new Metadata());
        var markup = start.startsWith("<") && start.length() > 1 && !Character.isWhitespace(start.charAt(1));
        if (markup && (type.getSubtype().contains("html") || start.regionMatches(true, 0, "<!doctype html", 0, 14))) {
            throw refusedAs("a web page (HTML)");
        }
        if (markup) {
            throw refusedAs("an XML file");
        }
        switch (type.getType()) {
            case "image" -> throw refusedAs("a picture");
            case "audio", "video" -> throw refusedAs("a sound or video file");
            default -> {
                if (type.getSubtype().matches("gzip|x-compress|x-bzip2?|x-xz|x-7z.*|x-rar.*|zstd|x-tar|x-gtar")) {
                    throw new Refused("This is a compressed archive. Unpack it and upload the CSV or Excel workbook"
                            + " (.xlsx) that is inside.");
                }
                if (startsWith(head, new byte[] {0x1F, (byte) 0x9D})
                        || startsWith(head, new byte[] {0x1F, (byte) 0x8B})) {
                    throw new Refused("This is a compressed archive. Unpack it and upload the CSV or Excel workbook"
                            + " (.xlsx) that is inside.");
                }
                refuseBinary(head);
            }
        }
    }

    private static void refuseBinary(byte[] head) {
        var controls = 0;
        for (var b : head) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') {
                controls++;
            }
        }
        if (controls * 20 > head.length) {
            throw new Refused("This file is not text and not an Excel workbook. " + Sentences.USE_CSV_OR_XLSX);
        }
    }

    private static Refused refusedAs(String what) {
        return new Refused("This is " + what + ". " + Sentences.USE_CSV_OR_XLSX);
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (var i = 0; i < magic.length; i++) {
            if (head[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
