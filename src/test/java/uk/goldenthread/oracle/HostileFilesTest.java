package uk.goldenthread.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.goldenthread.imports.intake.Intake;
import uk.goldenthread.imports.intake.Limits;
import uk.goldenthread.imports.intake.Rejection;
import uk.goldenthread.imports.intake.Upload;
import uk.goldenthread.imports.intake.UploadedTable;

/// Apache Tika's own collection of awkward files, each offered as an upload.
class HostileFilesTest {
    private static final Path FILES = Path.of(System.getProperty("shared.data", "../shared/data"), "hostile-files");
    private static final Set<String> READ = Set.of(
            "protectedSheets.xlsx",
            "testEXCEL-formats.xlsx",
            "testEXCEL.xlsx",
            "testEXCEL_big_numbers.xlsx",
            "testEXCEL_dateFormats.xlsx",
            "testEXCEL_headers_footers.xlsx",
            "testEXCEL_hyperlinks.xlsx",
            "testEXCEL_signed.xlsx",
            "testTXT_win-1252.txt",
            "SOURCE.md");

    @Test
    void everyFileIsReadOrRefusedInOneSentenceAndNoOtherIsRead() throws IOException {
        Assumptions.assumeTrue(Files.exists(FILES), "third-party data not here: skipped");
        try (var files = Files.list(FILES)) {
            for (var file : files.toList()) {
                switch (read(file)) {
                    case UploadedTable table ->
                        assertThat(READ).as(table.fileName()).contains(table.fileName());
                    case Rejection(var sentence) -> {
                        assertThat(READ)
                                .as(sentence)
                                .doesNotContain(file.getFileName().toString());
                        assertThat(sentence)
                                .endsWith(".")
                                .hasSizeBetween(20, 220)
                                .doesNotContain("Exception");
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "testEXCEL_protected_passtika.xlsx | This file is protected with a password.",
                "testWORD_protected_passtika.docx  | This file is protected with a password.",
                "testEXCEL_protected_passtika.xls  | This is an old Excel workbook (.xls).",
                "testEXCEL_macro.xls               | This is an old Excel workbook (.xls).",
                "testWORD_macros.docm              | This file contains macros.",
                "testEXCEL_embeded.xlsx            | This workbook has other files embedded in it.",
                "testEXCEL_embeddedPDF_windows.xlsx| This workbook has other files embedded in it.",
                "testZipEncrypted.zip              | This file is protected with a password.",
                "testEXCEL.strict.xlsx             | This workbook is saved as Strict Open XML.",
                "droste.zip                        | This is a zip archive.",
                "test-zip-of-zip.zip               | This is a zip archive.",
                "testEmbedded.zip                  | This is a zip archive.",
                "testSVG.svgz                      | This is a compressed archive.",
                "testZ_oom.Z                       | This is a compressed archive.",
                "testSVG.svg                       | This is an XML file.",
                "testXXE.xml                       | This is an XML file.",
                "testXML.xml                       | This is an XML file.",
                "testPDF.pdf                       | This is a PDF.",
                "testPDF_bom.pdf                   | This is a PDF.",
                "testFlashInPDF.pdf                | This is a PDF.",
                "testRTFCorruptListOverride.rtf    | This is a Word (RTF) document.",
                "english.cp500.txt                 | This file",
                "russian.cp866.txt                 | This file"
            })
    void itIsRefusedForWhatItIs(String file, String sentence) throws IOException {
        Assumptions.assumeTrue(Files.exists(FILES), "third-party data not here: skipped");

        assertThat(read(FILES.resolve(file.strip())))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.sentence()).startsWith(sentence));
    }

    @Test
    void smartQuotesInWindows1252AreReadAndSaid() throws IOException {
        Assumptions.assumeTrue(Files.exists(FILES), "third-party data not here: skipped");

        var table = (UploadedTable) read(FILES.resolve("testTXT_win-1252.txt"));

        assertThat(table.rows().getFirst().cell(0)).contains("“windows”");
        assertThat(table.notes()).isNotEmpty();
    }

    private static Upload read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Intake.read(in, file.getFileName().toString(), Limits.STANDARD);
        }
    }
}
