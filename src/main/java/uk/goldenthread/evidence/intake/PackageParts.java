package uk.goldenthread.evidence.intake;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Unpacks the parts of an Office file once. Sizes are what really comes out, never what the archive
/// declares. Workbooks
/// behind charts are archives inside the archive: they are looked into as well, two deep.
final class PackageParts {
    private static final long MOST_UNPACKED = 300L * 1024 * 1024;
    private static final long SMALL_PART = 10L * 1024 * 1024;
    private static final long HIGHEST_RATIO = 150;
    private static final int DEEPEST = 2;
    private static final int START = 4096;
    private static final Pattern ACTIVE = Pattern.compile(
            ".*(vbaproject\\.bin|vbaprojectsignature.*\\.bin|vbadata\\.xml|/activex/.*|/macrosheets/.*)");

    private long unpacked;

    /// Whether a part of that name can run when the file is opened.
    static boolean isActive(String name) {
        return ACTIVE.matcher("/" + name.toLowerCase(Locale.ROOT)).matches();
    }

    void check(ZipFile zip, List<ZipArchiveEntry> entries) throws IOException {
        for (var entry : entries) {
            if (!entry.isDirectory()) {
                long most = Math.max(SMALL_PART, entry.getCompressedSize() * HIGHEST_RATIO);
                try (var part = new Counted(zip.getInputStream(entry), most)) {
                    checkPart(entry.getName(), part, 0);
                }
            }
        }
    }

    private void checkPart(String name, InputStream part, int depth) throws IOException {
        var buffered = new BufferedInputStream(part, START);
        buffered.mark(START);
        var start = buffered.readNBytes(START);
        buffered.reset();
        if (starts(start, 0xD0, 0xCF, 0x11, 0xE0) || starts(start, 'M', 'Z') || starts(start, 0x7F, 'E', 'L', 'F')) {
            throw new Refused(Sentences.EMBEDDED);
        }
        if (starts(start, 'P', 'K', 3, 4)) {
            checkInner(buffered, depth + 1);
        } else if (isXml(name) && declaresType(start)) {
            throw new Refused(
                    "This file holds a document type, which Office never writes. Save it again in Office and try"
                            + " again.");
        }
        buffered.transferTo(OutputStream.nullOutputStream());
    }

    private void checkInner(InputStream archive, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new Refused(Sentences.EMBEDDED);
        }
        var inner = new ZipArchiveInputStream(archive);
        for (var entry = inner.getNextEntry(); entry != null; entry = inner.getNextEntry()) {
            if (isActive(entry.getName())) {
                throw new Refused(Sentences.MACROS);
            }
            if (entry.getGeneralPurposeBit().usesEncryption() || !inner.canReadEntryData(entry)) {
                throw new Refused(Sentences.EMBEDDED);
            }
            if (!entry.isDirectory()) {
                checkPart(entry.getName(), new Counted(inner, MOST_UNPACKED), depth);
            }
        }
    }

    private static boolean isXml(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") || lower.endsWith(".rels");
    }

    private static boolean declaresType(byte[] start) {
        return new String(start, StandardCharsets.ISO_8859_1).replace("\0", "").contains("<!DOCTYPE");
    }

    private static boolean starts(byte[] start, int... wanted) {
        if (start.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((start[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /// Counts what comes out of a part, and of all parts together, and stops at the first limit it
    /// crosses.
    private final class Counted extends FilterInputStream {
        private final long most;
        private long count;

        Counted(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            counted(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            counted(Math.max(0, read));
            return read;
        }

        private void counted(int bytes) {
            count += bytes;
            unpacked += bytes;
            if (count > most || unpacked > MOST_UNPACKED) {
                throw new Refused(Sentences.BOMB);
            }
        }
    }
}
