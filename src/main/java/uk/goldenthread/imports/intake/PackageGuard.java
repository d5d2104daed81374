package uk.goldenthread.imports.intake;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// Unpacks every part of a zipped file once, counting, before anything parses it. Sizes are what really comes out, not
/// what the archive declares, and the archive is opened just as the workbook reader opens it, by its central directory,
/// so both see the same parts.
final class PackageGuard {
    private static final int MOST_ENTRIES = 2_000;
    private static final long SMALL_ENTRY = 10L * 1024 * 1024;
    private static final long HIGHEST_RATIO = 150;
    private static final String BOMB = "This workbook unpacks to far more than a workbook should. Copy the sheet into a"
            + " new workbook and try again.";
    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private final Limits limits;
    private long unpacked;

    private PackageGuard(Limits limits) {
        this.limits = limits;
    }

    /// Refuses the file unless it is an Excel workbook without macros, embedded files, tricks or undue size.
    ///
    /// @return whether the workbook has a part of cell formats, which one not made by Excel may lack
    static boolean check(byte[] file, Limits limits) {
        if (centralEntries(file) > MOST_ENTRIES) {
            throw new Refused(BOMB);
        }
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            var entries = Collections.list(zip.getEntries());
            refuseOtherKinds(zip, entries);
            new PackageGuard(limits).checkParts(zip, entries);
            return text(zip, CONTENT_TYPES).contains("spreadsheetml.styles+xml");
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused(Sentences.DAMAGED);
        }
    }

    private static int centralEntries(byte[] file) {
        var count = 0;
        for (var i = 0; i + 3 < file.length; i++) {
            if (file[i] == 'P' && file[i + 1] == 'K' && file[i + 2] == 1 && file[i + 3] == 2) {
                count++;
            }
        }
        return count;
    }

    private static void refuseOtherKinds(ZipFile zip, List<ZipArchiveEntry> entries) throws IOException {
        var names = new HashSet<String>();
        for (var entry : entries) {
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new Refused("This file is protected with a password. Take the password off and try again.");
            }
            if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                throw new Refused(Sentences.DAMAGED);
            }
        }
        var types = text(zip, CONTENT_TYPES);
        if (types.contains("macroEnabled") || names.stream().anyMatch(name -> name.endsWith("vbaproject.bin"))) {
            throw new Refused("This file contains macros. Save it as an Excel workbook without macros (.xlsx) and try"
                    + " again.");
        }
        if (types.contains("spreadsheetml.sheet.main+xml")) {
            refuseStrict(text(zip, "xl/workbook.xml"));
            return;
        }
        if (types.contains("ms-excel.sheet.binary")) {
            throw new Refused("This is an Excel binary workbook (.xlsb). Save it as an Excel workbook (.xlsx) and try"
                    + " again.");
        }
        if (types.contains("wordprocessingml") || types.contains("presentationml")) {
            throw new Refused("This is a Word or PowerPoint file. " + Sentences.USE_CSV_OR_XLSX);
        }
        if (text(zip, "mimetype").startsWith("application/vnd.oasis.opendocument")) {
            throw new Refused(
                    "This is an OpenDocument file. Save it as an Excel workbook (.xlsx) or CSV and try again.");
        }
        throw new Refused(
                "This is a zip archive. Unpack it and upload the CSV or Excel workbook (.xlsx) that is inside.");
    }

    /// ISO 29500 Strict has other namespaces, which the workbook reader does not know.
    private static void refuseStrict(String workbook) {
        if (workbook.contains("http://purl.oclc.org/ooxml/")) {
            throw new Refused(
                    "This workbook is saved as Strict Open XML. In Excel choose Save As, Excel Workbook (.xlsx),"
                            + " and try again.");
        }
    }

    private static String text(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            return "";
        }
        try (var in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(256 * 1024), StandardCharsets.UTF_8);
        }
    }

    private void checkParts(ZipFile zip, List<ZipArchiveEntry> entries) throws IOException {
        for (var entry : entries) {
            if (entry.isDirectory()) {
                continue;
            }
            var most = Math.max(SMALL_ENTRY, entry.getCompressedSize() * HIGHEST_RATIO);
            var left = limits.maxUnpackedBytes() - unpacked;
            try (var part = new BoundedStream(zip.getInputStream(entry), Math.min(most, left), BOMB)) {
                checkPart(entry.getName(), part);
                part.transferTo(OutputStream.nullOutputStream());
                unpacked += part.count();
            }
        }
    }

    private void checkPart(String name, InputStream part) throws IOException {
        var buffered = new BufferedInputStream(part, 8192);
        buffered.mark(16);
        var start = buffered.readNBytes(8);
        buffered.reset();
        if (start.length >= 4 && (isZip(start) || isOle2(start))) {
            throw new Refused("This workbook has other files embedded in it. Copy the sheet into a new workbook and"
                    + " try again.");
        }
        if (PartScan.looksLikeXml(name, start)) {
            PartScan.check(name, new Unclosed(buffered), limits);
        }
    }

    private static boolean isZip(byte[] start) {
        return start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
    }

    private static boolean isOle2(byte[] start) {
        return start[0] == (byte) 0xD0 && start[1] == (byte) 0xCF && start[2] == 0x11 && start[3] == (byte) 0xE0;
    }

    /// Keeps the XML reader from closing the part at its end, since what trails it must be counted as well.
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // left to the archive
        }
    }
}
