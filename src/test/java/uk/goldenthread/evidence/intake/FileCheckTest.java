package uk.goldenthread.evidence.intake;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.goldenthread.evidence.intake.FilesForTests.ascii;
import static uk.goldenthread.evidence.intake.FilesForTests.joined;
import static uk.goldenthread.evidence.intake.FilesForTests.pdfOf;
import static uk.goldenthread.evidence.intake.FilesForTests.pdfWithObjectStream;
import static uk.goldenthread.evidence.intake.FilesForTests.wordWith;
import static uk.goldenthread.evidence.intake.FilesForTests.zip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.goldenthread.kernel.outcome.Outcome;

/// What is taken as evidence and what is refused, and in which words.
@NullMarked
class FileCheckTest {
    @TempDir
    Path folder;

    private Outcome<FileType> check(String name, byte[] content) throws IOException {
        return FileCheck.check(Files.write(folder.resolve("offered"), content), name);
    }

    private String refusal(String name, byte[] content) throws IOException {
        var outcome = check(name, content);
        assertThat(outcome.isAccepted()).as(name + " is refused").isFalse();
        return outcome.reasons().getFirst().message();
    }

    @Test
    void everyAllowedTypeIsKnownByItsContent() throws IOException {
        assertThat(check("a.pdf", FilesForTests.pdf()).orElseThrow()).isEqualTo(FileType.PDF);
        assertThat(check("a.docx", FilesForTests.docx("Safer recruitment")).orElseThrow())
                .isEqualTo(FileType.DOCX);
        assertThat(check("a.pptx", FilesForTests.pptx()).orElseThrow()).isEqualTo(FileType.PPTX);
        assertThat(check("a.PNG", FilesForTests.picture("png")).orElseThrow()).isEqualTo(FileType.PNG);
        assertThat(check("a.jpeg", FilesForTests.picture("jpg")).orElseThrow()).isEqualTo(FileType.JPEG);
        assertThat(check("a.csv", ascii("name,date\nA,2026-01-01\n")).orElseThrow())
                .isEqualTo(FileType.CSV);
        assertThat(check("a.txt", "Café, £5 – noted".getBytes(UTF_8)).orElseThrow())
                .isEqualTo(FileType.TEXT);
        assertThat(check("a.txt", "Приказ о безопасности детей".getBytes(UTF_8)).orElseThrow())
                .isEqualTo(FileType.TEXT);
    }

    @Test
    void aNameThatSaysSomethingElseIsRefused() throws IOException {
        assertThat(refusal("policy.docx", FilesForTests.pdf())).startsWith("This is a PDF, but its name does not end");
        assertThat(refusal("policy.pdf", FilesForTests.docx("x"))).startsWith("This is a Word document");
        assertThat(refusal("photo.png", FilesForTests.picture("jpg"))).startsWith("This is a JPEG picture");
        assertThat(refusal("invoice.pdf.exe", FilesForTests.pdf())).startsWith("This is a PDF");
        assertThat(refusal("notes", ascii("words\n"))).startsWith("This is a text file");
    }

    @Test
    void programsPagesAndArchivesAreRefused() throws IOException {
        var program = new byte[2048];
        program[0] = 'M';
        program[1] = 'Z';
        assertThat(refusal("a.txt", program)).contains("Give a PDF");
        assertThat(refusal("a.txt", ascii("<html><script>alert(1)</script></html>")))
                .startsWith("This is a web page");
        assertThat(refusal("a.txt", ascii("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")))
                .startsWith("This is");
        assertThat(refusal("a.zip", zip(Map.of("a.txt", ascii("a"))))).startsWith("This is a zip archive");
        assertThat(refusal("a.txt", new byte[0])).isEqualTo("This file is empty.");
        assertThat(refusal("a.txt", "Board minutes".getBytes(UTF_16))).startsWith("This file is saved as UTF-16");
        assertThat(refusal("a.txt", new byte[(int) FileCheck.MOST_BYTES + 1])).contains("larger than 25 MB");
    }

    @Test
    void twoKindsOfFileInOneAreRefused() throws IOException {
        var archive = zip(Map.of("evil.js", ascii("run()")));
        assertThat(refusal("a.pdf", joined(FilesForTests.pdf(), archive))).contains("two kinds of file in one");
        assertThat(refusal("a.png", joined(FilesForTests.picture("png"), archive)))
                .contains("two kinds");
        assertThat(refusal("a.jpg", joined(FilesForTests.picture("jpg"), archive)))
                .contains("two kinds");
        assertThat(refusal("a.txt", joined(ascii("plain words\n"), archive))).matches(".*(two kinds|not text).*");
        assertThat(refusal("a.txt", joined(ascii("words\n"), FilesForTests.pdf())))
                .contains("two kinds");
        assertThat(refusal("a.png", joined(FilesForTests.picture("png"), ascii("<script>"))))
                .contains("two kinds");
    }

    @Test
    void halfAFileIsRefused() throws IOException {
        var pdf = FilesForTests.pdf();
        assertThat(refusal("a.pdf", Arrays.copyOf(pdf, pdf.length / 2))).startsWith("This PDF is cut short");
        var png = FilesForTests.picture("png");
        assertThat(refusal("a.png", Arrays.copyOf(png, png.length - 15))).startsWith("This picture is cut short");
        var jpg = FilesForTests.picture("jpg");
        assertThat(refusal("a.jpg", Arrays.copyOf(jpg, jpg.length / 2))).startsWith("This picture is cut short");
        var docx = FilesForTests.docx("Some words");
        assertThat(refusal("a.docx", Arrays.copyOf(docx, docx.length / 2))).contains("damaged");
    }

    @Test
    void macrosAreRefusedHoweverTheFileIsNamed() throws IOException {
        assertThat(refusal("a.docx", wordWith(Map.of("word/vbaProject.bin", ascii("x")))))
                .contains("macros");
        assertThat(refusal("a.docx", wordWith(Map.of("word/VBAPROJECT.BIN", ascii("x")))))
                .contains("macros");
        assertThat(refusal("a.docx", wordWith(Map.of("word/activeX/activeX1.xml", ascii("<x/>")))))
                .contains("macros");
        var chart = zip(Map.of("xl/vbaProject.bin", ascii("x")));
        assertThat(refusal("a.docx", wordWith(Map.of("word/embeddings/sheet.xlsx", chart))))
                .contains("macros");
    }

    @Test
    void aWorkbookBehindAChartIsTakenAndAProgramIsNot() throws IOException {
        var chart = zip(Map.of("xl/workbook.xml", ascii("<workbook/>")));
        assertThat(check("a.docx", wordWith(Map.of("word/embeddings/sheet.xlsx", chart)))
                        .isAccepted())
                .isTrue();
        assertThat(refusal("a.docx", wordWith(Map.of("word/embeddings/run.bin", ascii("MZ\u0001\u0002")))))
                .contains("objects of other programs");
        var deep = zip(Map.of("a.zip", zip(Map.of("b.zip", zip(Map.of("c", ascii("c")))))));
        assertThat(refusal("a.docx", wordWith(Map.of("word/embeddings/a.zip", deep))))
                .contains("objects of other");
    }

    @Test
    void aTemplateFetchedFromElsewhereIsRefusedAndALinkIsNot() throws IOException {
        var relation =
                "<Relationships><Relationship Id=\"r1\" TargetMode=\"External\" Target=\"http://203.0.113.5/a\" Type=\""
                        + "http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\"/></Relationships>";
        assertThat(refusal(
                        "a.docx", wordWith(Map.of("word/_rels/x.rels", ascii(relation.formatted("attachedTemplate"))))))
                .contains("fetches a part of itself");
        assertThat(check("a.docx", wordWith(Map.of("word/_rels/x.rels", ascii(relation.formatted("hyperlink")))))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void aDocumentThatUnpacksWithoutEndIsRefused() throws IOException {
        assertThat(refusal("a.docx", wordWith(Map.of("word/media/big.bin", new byte[20 * 1024 * 1024]))))
                .contains("unpacks to far more");
        assertThat(refusal("a.pdf", pdfWithObjectStream(new byte[210 * 1024 * 1024], "/Filter /FlateDecode")))
                .contains("unpacks to far more");
    }

    @Test
    void aDocumentTypeInsideAnOfficeFileIsRefused() throws IOException {
        var attack = ascii("<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>");
        assertThat(refusal("a.docx", wordWith(Map.of("word/settings.xml", attack))))
                .contains("document type");
    }

    @Test
    void aPdfThatRunsOrIsLockedOrHoldsFilesIsRefused() throws IOException {
        assertThat(refusal("a.pdf", pdfOf("1 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj")))
                .contains("a script");
        assertThat(refusal("a.pdf", pdfOf("1 0 obj << /S /J#61vaScript >> endobj")))
                .contains("a script");
        assertThat(refusal("a.pdf", pdfOf("1 0 obj << /S/Launch/F(cmd.exe) >> endobj")))
                .contains("a script");
        assertThat(refusal("a.pdf", pdfOf("trailer << /Encrypt 5 0 R >>"))).contains("password");
        assertThat(refusal("a.pdf", pdfOf("1 0 obj << /Type /EmbeddedFile >> endobj")))
                .contains("other files inside");
        assertThat(check("a.pdf", pdfOf("1 0 obj << /Type /Page >> endobj")).isAccepted())
                .isTrue();
    }

    @Test
    void whatAPdfPacksIsLookedIntoAndWhatCannotBeIsRefused() throws IOException {
        var script = ascii("7 0 << /S /JavaScript /JS (app.alert(1)) >>");
        assertThat(refusal("a.pdf", pdfWithObjectStream(script, "/Filter /FlateDecode")))
                .contains("a script");
        assertThat(refusal("a.pdf", pdfWithObjectStream(script, "/Filter [/ASCII85Decode /FlateDecode]")))
                .contains("packed in an unusual way");
        assertThat(check("a.pdf", pdfWithObjectStream(ascii("7 0 << /Type /Page >>"), "/Filter /FlateDecode"))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void aFileNameIsALabelAndNothingElse() {
        assertThat(FileNames.clean("../../etc/passwd.txt")).isEqualTo("passwd.txt");
        assertThat(FileNames.clean("C:\\Users\\amy\\plan.docx")).isEqualTo("plan.docx");
        assertThat(FileNames.clean("invoice\u202Efdp.exe")).isEqualTo("invoicefdp.exe");
        assertThat(FileNames.clean("a\u0000b\r\n\".pdf")).isEqualTo("ab-.pdf");
        assertThat(FileNames.clean(" ")).isEqualTo("file");
        assertThat(FileNames.clean("..")).isEqualTo("file");
        assertThat(FileNames.clean("x".repeat(300) + ".docx")).hasSize(200).endsWith(".docx");
    }
}
