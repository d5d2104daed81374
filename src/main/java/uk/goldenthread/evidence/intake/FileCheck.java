package uk.goldenthread.evidence.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;

/// The one door for files of evidence. What a file is gets decided by its content alone; its name must
/// then agree. A
/// file that is not wanted, damaged, locked or able to do harm is refused with one plain sentence.
public final class FileCheck {
    /// The most a file may hold, in bytes: 25 MB.
    public static final long MOST_BYTES = 25L * 1024 * 1024;

    private static final Clause CLAUSE = new Clause("BR-EVD-4", "Files of evidence: allowed types, at most 25 MB");
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int HEADER_WITHIN = 1024;

    private FileCheck() {}

    /// What the file is, or why it is not taken.
    ///
    /// @param fileName as it was cleaned by [FileNames]
    /// @throws IOException if the bytes themselves cannot be had, which says nothing about the file
    public static Outcome<FileType> check(Path file, String fileName) throws IOException {
        try (var content = new Content(file)) {
            return Outcome.accepted(typeOf(file, content, fileName));
        } catch (Refused refused) {
            return Outcome.refused("file", refused.sentence(), CLAUSE);
        }
    }

    private static FileType typeOf(Path file, Content content, String fileName) throws IOException {
        if (content.size() == 0) {
            throw new Refused("This file is empty.");
        }
        if (content.size() > MOST_BYTES) {
            throw new Refused("This file is larger than 25 MB. Make it smaller, or part it, and try again.");
        }
        var type = byContent(file, content, fileName);
        if (!type.fits(fileName)) {
            throw new Refused("This is %s, but its name does not end in %s. Give it its right name and try again."
                    .formatted(type.words(), type.ending()));
        }
        return type;
    }

    private static FileType byContent(Path file, Content content, String fileName) throws IOException {
        if (content.hasAt(0, ZIP)) {
            refusePdfInside(content);
            return OfficeCheck.typeOf(file, content);
        }
        if (content.hasAt(0, OLE2)) {
            throw OldOffice.refusal(content);
        }
        if (PdfCheck.begins(content)) {
            refuseZipBehind(content);
            PdfCheck.check(content);
            return FileType.PDF;
        }
        refusePdfInside(content);
        if (PictureCheck.isPng(content) || PictureCheck.isJpeg(content)) {
            refuseZipBehind(content);
            return PictureCheck.check(content);
        }
        refuseByTika(content);
        refuseZipBehind(content);
        TextCheck.check(content);
        return fileName.toLowerCase(Locale.ROOT).endsWith(FileType.CSV.ending()) ? FileType.CSV : FileType.TEXT;
    }

    /// PDF readers look for the header in the first kilobyte, so a file can be another kind and a PDF as
    /// well.
    private static void refusePdfInside(Content content) {
        if (content.find(Content.ascii("%PDF-"), 0, HEADER_WITHIN) >= 0) {
            throw new Refused(Sentences.TWO_IN_ONE);
        }
    }

    /// An archive is read from its end, so one can hide behind any file.
    private static void refuseZipBehind(Content content) {
        byte[] end = {'P', 'K', 5, 6};
        int shortest = 22;
        for (int at = content.size() - shortest; at >= 0 && at >= content.size() - 0x1_0000 - shortest; at--) {
            if (content.hasAt(at, end)) {
                int comment = content.at(at + 20) | content.at(at + 21) << 8;
                if (at + shortest + comment <= content.size()) {
                    throw new Refused(Sentences.TWO_IN_ONE);
                }
            }
        }
    }

    private static void refuseByTika(Content content) throws IOException {
        var head = content.head(64 * 1024);
        var type = MimeTypes.getDefaultMimeTypes().detect(new ByteArrayInputStream(head), new Metadata());
        var start =
                content.start(HEADER_WITHIN).replace("\u00EF\u00BB\u00BF", "").stripLeading();
        if (start.startsWith("{\\rtf")) {
            throw Sentences.not("an RTF document");
        }
        if (start.startsWith("<")
                || type.getSubtype().contains("html")
                || type.getSubtype().endsWith("xml")) {
            throw Sentences.not(type.getSubtype().contains("html") ? "a web page (HTML)" : "an XML file");
        }
        switch (type.getType()) {
            case "image" -> throw Sentences.not("a picture of another kind");
            case "audio", "video" -> throw Sentences.not("a sound or video file");
            default -> {
                if (type.getSubtype().matches("gzip|x-compress|x-bzip2?|x-xz|x-7z.*|x-rar.*|zstd|x-tar|x-gtar")
                        || (head.length > 1 && head[0] == 0x1F && (head[1] == (byte) 0x9D || head[1] == (byte) 0x8B))) {
                    throw new Refused("This is a compressed archive. Unpack it and give the files inside one by one.");
                }
                if (type.getSubtype()
                        .matches("x-msdownload.*|x-dosexec|x-executable|x-elf|x-sharedlib|x-mach.*|java.*")) {
                    throw Sentences.not("a program");
                }
            }
        }
    }
}
