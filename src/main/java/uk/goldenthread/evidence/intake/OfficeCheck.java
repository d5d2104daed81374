package uk.goldenthread.evidence.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Tells a Word, Excel or PowerPoint file from any other archive, by the part its own table of contents
/// names, and
/// unpacks every part once, counting what really comes out, to find macros, foreign objects and undue
/// size.
final class OfficeCheck {
    private static final int MOST_ENTRIES = 5_000;
    private static final int CONTENTS_AT_MOST = 1024 * 1024;
    private static final byte[] CENTRAL_ENTRY = {'P', 'K', 1, 2};
    private static final String MAIN = ".main+xml";
    /// Parts that fetch or run something from elsewhere when the file is opened.
    private static final Pattern FETCHES = Pattern.compile(
            "<Relationship\\b(?=[^>]*TargetMode\\s*=\\s*[\"']External)[^>]*/(attachedTemplate|oleObject|frame"
                    + "|subDocument|control)[\"'][^>]*>");

    private OfficeCheck() {}

    static FileType typeOf(Path file, Content content) throws IOException {
        if (content.count(CENTRAL_ENTRY) > MOST_ENTRIES) {
            throw new Refused(Sentences.BOMB);
        }
        try (var zip = ZipFile.builder().setPath(file).get()) {
            var entries = Collections.list(zip.getEntries());
            refuseLockedOrTwice(entries);
            var type = named(text(zip, "[Content_Types].xml"), text(zip, "mimetype"));
            refuseActive(zip, entries);
            new PackageParts().check(zip, entries);
            return type;
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused(Sentences.DAMAGED);
        }
    }

    private static void refuseLockedOrTwice(List<ZipArchiveEntry> entries) {
        var names = new HashSet<String>();
        for (var entry : entries) {
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new Refused(Sentences.PASSWORD);
            }
            if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                throw new Refused(Sentences.DAMAGED);
            }
        }
    }

    private static FileType named(String contents, String mimetype) {
        if (contents.contains("macroEnabled")) {
            throw new Refused(Sentences.MACROS);
        }
        if (contents.contains("wordprocessingml.document" + MAIN)) {
            return FileType.DOCX;
        }
        if (contents.contains("spreadsheetml.sheet" + MAIN)) {
            return FileType.XLSX;
        }
        if (contents.contains("presentationml.presentation" + MAIN)) {
            return FileType.PPTX;
        }
        if (contents.contains("officedocument") || contents.contains("ms-")) {
            throw new Refused(
                    "This is a template, a slide show or a binary workbook. Save it as .docx, .xlsx or .pptx and"
                            + " try again.");
        }
        if (mimetype.startsWith("application/vnd.oasis.opendocument")) {
            throw new Refused("This is an OpenDocument file. Save it as .docx, .xlsx, .pptx or PDF and try again.");
        }
        throw new Refused("This is a zip archive. Unpack it and give the files inside one by one.");
    }

    private static void refuseActive(ZipFile zip, List<ZipArchiveEntry> entries) throws IOException {
        for (var entry : entries) {
            if (PackageParts.isActive(entry.getName())) {
                throw new Refused(Sentences.MACROS);
            }
            if (entry.getName().endsWith(".rels")
                    && FETCHES.matcher(text(zip, entry.getName())).find()) {
                throw new Refused(
                        "This file fetches a part of itself from elsewhere when it is opened. Save it as a PDF and"
                                + " give that.");
            }
        }
    }

    private static String text(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            return "";
        }
        try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
            return new String(in.readNBytes(CONTENTS_AT_MOST), StandardCharsets.UTF_8);
        }
    }
}
