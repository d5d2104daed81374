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
import uk.goldenthread.evidence.intake.FileCheck;

/// Apache Tika's own collection of awkward files, each offered as evidence.
class HostileEvidenceTest {
    private static final Path FILES = Path.of(System.getProperty("shared.data", "../shared/data"), "hostile-files");
    /// Sound files of the allowed types. A workbook with protected sheets opens without its password; a
    /// form has no
    /// script.
    private static final Set<String> TAKEN = Set.of(
            "protectedSheets.xlsx",
            "testEXCEL-formats.xlsx",
            "testEXCEL.strict.xlsx",
            "testEXCEL.xlsx",
            "testEXCEL_big_numbers.xlsx",
            "testEXCEL_dateFormats.xlsx",
            "testEXCEL_headers_footers.xlsx",
            "testEXCEL_hyperlinks.xlsx",
            "testEXCEL_signed.xlsx",
            "testPDF.pdf",
            "testPDF_acroform3.pdf",
            "testPDF_bom.pdf",
            "testPDF_incrementalUpdates.pdf",
            "testTXT_win-1252.txt");

    @Test
    void everyFileIsTakenOrRefusedInOneSentenceAndNoOtherIsTaken() throws IOException {
        Assumptions.assumeTrue(Files.exists(FILES), "third-party data not here: skipped");
        try (var files = Files.list(FILES)) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                var outcome = FileCheck.check(file, name);
                assertThat(outcome.isAccepted()).as(name).isEqualTo(TAKEN.contains(name));
                assertThat(outcome.reasons())
                        .allSatisfy(reason -> assertThat(reason.message())
                                .endsWith(".")
                                .hasSizeBetween(20, 220)
                                .doesNotContain("Exception"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "testEXCEL_protected_passtika.xlsx | This file is protected with a password.",
                "testWORD_protected_passtika.docx  | This file is protected with a password.",
                "testZipEncrypted.zip              | This file is protected with a password.",
                "testPDF_no_extract_yes_accessibility_owner_empty.pdf | This file is protected with a password.",
                "testEXCEL_macro.xls               | This is a file of an old Office format, which can hold macros.",
                "testEXCEL_protected_passtika.xls  | This is a file of an old Office format, which can hold macros.",
                "testWORD_macros.docm              | This file contains macros or controls that run.",
                "testEXCEL_embeded.xlsx            | This file has objects of other programs embedded in it.",
                "testEXCEL_embeddedPDF_windows.xlsx| This file has objects of other programs embedded in it.",
                "testFlashInPDF.pdf                | This PDF holds a script, a program or a film.",
                "testPDFPackage.pdf                | This PDF has other files inside it.",
                "droste.zip                        | This is a zip archive.",
                "test-zip-of-zip.zip               | This is a zip archive.",
                "testEmbedded.zip                  | This is a zip archive.",
                "testSVG.svgz                      | This is a compressed archive.",
                "testZ_oom.Z                       | This is a compressed archive.",
                "testSVG.svg                       | This is an XML file.",
                "testXXE.xml                       | This is an XML file.",
                "testXML.xml                       | This is an XML file.",
                "testRTFCorruptListOverride.rtf    | This is an RTF document.",
                "russian.cp866.txt                 | This file is saved in a code page that cannot be told for certain.",
                "english.cp500.txt                 | This file is saved in a code page that cannot be told for certain.",
            })
    void theReasonIsSaidPlainly(String name, String sentence) throws IOException {
        Assumptions.assumeTrue(Files.exists(FILES), "third-party data not here: skipped");
        assertThat(FileCheck.check(FILES.resolve(name), name)
                        .reasons()
                        .getFirst()
                        .message())
                .startsWith(sentence);
    }
}
