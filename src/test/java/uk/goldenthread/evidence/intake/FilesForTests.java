package uk.goldenthread.evidence.intake;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/// Files made for tests: sound ones by the libraries that others make theirs with, bad ones by hand.
public final class FilesForTests {
    private static final String WORD_CONTENTS = """
            <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Override PartName="/word/document.xml" ContentType=\
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""";

    private FilesForTests() {}

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        var out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// A PDF of one empty page.
    public static byte[] pdf() {
        return bytes(out -> {
            try (var document = new PDDocument()) {
                document.addPage(new PDPage());
                document.save(out);
            }
        });
    }

    /// A Word document of one paragraph.
    public static byte[] docx(String text) {
        return bytes(out -> {
            try (var document = new XWPFDocument()) {
                document.createParagraph().createRun().setText(text);
                document.write(out);
            }
        });
    }

    /// A PowerPoint file of one slide.
    public static byte[] pptx() {
        return bytes(out -> {
            try (var slides = new XMLSlideShow()) {
                slides.createSlide();
                slides.write(out);
            }
        });
    }

    /// A picture, `png` or `jpg`.
    public static byte[] picture(String format) {
        return bytes(out -> ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, out));
    }

    /// A Word document by its parts, with further ones.
    static byte[] wordWith(Map<String, byte[]> further) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", ascii(WORD_CONTENTS));
        parts.put("word/document.xml", ascii("<document/>"));
        parts.putAll(further);
        return zip(parts);
    }

    static byte[] zip(Map<String, byte[]> parts) {
        return bytes(out -> {
            try (var zip = new ZipOutputStream(out)) {
                for (var part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                    zip.closeEntry();
                }
            }
        });
    }

    /// A PDF whose objects, as written, are these.
    static byte[] pdfOf(String objects) {
        return ascii("%PDF-1.7\n" + objects + "\nstartxref\n0\n%%EOF\n");
    }

    /// A PDF that keeps these objects in a compressed object stream with those further entries.
    static byte[] pdfWithObjectStream(byte[] objects, String entries) {
        var packed = bytes(out -> {
            try (var deflater = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION))) {
                deflater.write(objects);
            }
        });
        return joined(
                ascii("%PDF-1.7\n5 0 obj\n<< /Type /ObjStm /N 1 /First 4 " + entries + " /Length " + packed.length
                        + " >>\nstream\r\n"),
                packed,
                ascii("\nendstream\nendobj\nstartxref\n0\n%%EOF\n"));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] joined(byte[]... pieces) {
        return bytes(out -> {
            for (var piece : pieces) {
                out.write(piece);
            }
        });
    }
}
