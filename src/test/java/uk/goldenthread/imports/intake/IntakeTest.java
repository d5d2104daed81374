package uk.goldenthread.imports.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private static final Limits LIMITS = Limits.STANDARD;

    @Test
    void aPlainCsvFileIsReadRowByRow() throws IOException {
        assertThat(cells("code,name\r\nRTG,Derby\r\nRFS,Chesterfield\r\n"))
                .containsExactly(List.of("code", "name"), List.of("RTG", "Derby"), List.of("RFS", "Chesterfield"));
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheFirstHeading() throws IOException {
        assertThat(cells("\uFEFFcode,name\nRTG,Derby\n").getFirst()).containsExactly("code", "name");
    }

    @Test
    void quotedCellsMayHoldCommasQuotesAndLineEnds() throws IOException {
        assertThat(cells("a,b\n\"1, 2\",\"He said \"\"no\"\"\nand left\"\nx,y\n"))
                .containsExactly(List.of("a", "b"), List.of("1, 2", "He said \"no\"\nand left"), List.of("x", "y"));
    }

    @Test
    void semicolonsAndTabsAreFoundByThemselves() throws IOException {
        assertThat(cells("a;b;c\n1,5;2;3\n").get(1)).containsExactly("1,5", "2", "3");
        assertThat(cells("a\tb\n1,5\t2;0\n").get(1)).containsExactly("1,5", "2;0");
        assertThat(cells("sep=;\na;b\n1;2\n").getFirst()).containsExactly("a", "b");
    }

    @Test
    void aFileOfOneColumnOrOfHeadingsOnlyIsRead() throws IOException {
        assertThat(cells("code\nRTG\nRFS")).containsExactly(List.of("code"), List.of("RTG"), List.of("RFS"));
        assertThat(cells("code,name\n")).containsExactly(List.of("code", "name"));
    }

    @Test
    void raggedRowsAreKeptAndBlankLinesAreCountedButLeftOut() throws IOException {
        var table = (UploadedTable) read("a,b,c\n1\n\n1,2,3,4\n");

        assertThat(table.rows()).extracting(UploadedRow::number).containsExactly(1, 2, 4);
        assertThat(table.rows().get(1).cell(2)).isEmpty();
        assertThat(table.headed().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.row()).isEqualTo(4);
            assertThat(problem.message()).contains("more cells than there are headings");
        });
    }

    @Test
    void headingsMatchWhateverTheirCaseAndSpacingAndATwiceGivenOneIsAProblem() throws IOException {
        var headed = ((UploadedTable) read("Org  Code ,NAME,name\n RTG ,Derby,x\n")).headed();

        assertThat(headed.cell(headed.rows().getFirst(), "org code")).isEqualTo("RTG");
        assertThat(headed.missing(List.of("name", "period"))).containsExactly("period");
        assertThat(headed.problems())
                .singleElement()
                .extracting("message")
                .isEqualTo("The heading “name” is there twice.");
    }

    @Test
    void utf16IsRefusedWithOnePlainSentenceWithOrWithoutItsMark() throws IOException {
        var sentence = "This file is saved as UTF-16. Save it as CSV UTF-8 and try again.";
        var text = "code,name\r\nRTG,Derby\r\n";

        for (var charset : List.of("UTF-16LE", "UTF-16BE", "UTF-16")) {
            assertThat(refusal(text.getBytes(Charset.forName(charset)))).isEqualTo(sentence);
        }
        assertThat(refusal(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(sentence);
        assertThat(refusal(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo(sentence);
    }

    @Test
    void whatExcelOnWindowsSavesAsPlainCsvIsReadAndSaid() throws IOException {
        var table = (UploadedTable) read("name,fee\nCafé – St Mary’s,£5\n".getBytes(Charset.forName("windows-1252")));

        assertThat(table.rows().get(1).cells()).containsExactly("Café – St Mary’s", "£5");
        assertThat(table.notes()).singleElement().asString().contains("Windows-1252");
    }

    @Test
    void aByteThatIsNotUtf8FarIntoTheFileIsStillReadAsWindows1252() throws IOException {
        var text = "name\n" + "Surgery\n".repeat(20_000) + "Café\n";

        var table = (UploadedTable) read(text.getBytes(Charset.forName("windows-1252")));

        assertThat(table.rows().getLast().cells()).containsExactly("Café");
        assertThat(table.rows()).hasSize(20_002);
    }

    @Test
    void aFileThatMixesTwoEncodingsIsRefusedRatherThanGuessed() throws IOException {
        var mixed = new ByteArrayOutputStream();
        mixed.write("name\nCafé\n".getBytes(StandardCharsets.UTF_8));
        mixed.write("Café\n".getBytes(Charset.forName("windows-1252")));

        assertThat(refusal(mixed.toByteArray())).startsWith("This file mixes two ways");
    }

    @Test
    void realUtf8BeyondTheBasicPlaneSurvivesEveryBufferEdge() throws IOException {
        var text = "a" + "😀é£".repeat(30_000);

        assertThat(((UploadedTable) Intake.read(stream(text), "x.csv", new Limits(1_000_000, 9, 9, 200_000)))
                        .rows()
                        .getFirst()
                        .cell(0))
                .isEqualTo(text);
    }

    @Test
    void emptyFilesAndBlankFilesAreRefused() throws IOException {
        assertThat(refusal(new byte[0])).isEqualTo("This file is empty.");
        assertThat(refusal("\n,,\n  \n".getBytes(StandardCharsets.UTF_8))).isEqualTo("This file is empty.");
    }

    @Test
    void nulBytesAreRefused() throws IOException {
        assertThat(refusal("code,name\nRTG,Der\0by and the rest of a longer line\n".getBytes(StandardCharsets.UTF_8)))
                .contains("NUL");
    }

    @Test
    void anUnclosedQuotationMarkIsNamedByItsRow() throws IOException {
        assertThat(refusal("a,b\n1,2\n\"3,4\n5,6\n".getBytes(StandardCharsets.UTF_8)))
                .startsWith("A quotation mark opened in row 3 is never closed.");
    }

    @Test
    void htmlXmlAndPdfPretendingToBeCsvAreRefused() throws IOException {
        assertThat(refusal("<!DOCTYPE html><html><body><table></table></body></html>".getBytes(StandardCharsets.UTF_8)))
                .startsWith("This is a web page (HTML).");
        assertThat(refusal("<html><head></head><body>x</body></html>".getBytes(StandardCharsets.UTF_8)))
                .startsWith("This is a web page (HTML).");
        assertThat(refusal("<?xml version=\"1.0\"?><a/>".getBytes(StandardCharsets.UTF_8)))
                .startsWith("This is an XML file.");
        assertThat(refusal("%PDF-1.7\n%âãÏÓ".getBytes(StandardCharsets.ISO_8859_1)))
                .startsWith("This is a PDF.");
    }

    @Test
    void tenMillionRowsAreGivenUpAtTheRowLimitWithoutBeingRead() throws IOException {
        var endless = new RepeatedLine("RTG,1\n", 10_000_000);

        var refused = Intake.read(endless, "big.csv", new Limits(Long.MAX_VALUE / 8, 200_000, 300, 32_767));

        assertThat(refused)
                .isEqualTo(new Rejection(
                        "This file has more than 200,000 rows. Split it into smaller files and try again."));
        assertThat(endless.served).isLessThan(200_001L * 6 + 200_000);
    }

    @Test
    void aFileOverTheSizeLimitIsGivenUpWithoutBeingRead() throws IOException {
        var long_ = new RepeatedLine("x".repeat(999) + "\n", 10_000_000);

        var refused = Intake.read(long_, "big.csv", LIMITS);

        assertThat(refused)
                .isEqualTo(new Rejection("This file is larger than 25 MB. Split it into smaller files and try again."));
        assertThat(long_.served).isLessThan(27L * 1024 * 1024);
    }

    @Test
    void tooManyColumnsAndTooLongCellsAreRefusedByTheirRow() throws IOException {
        assertThat(refusal(("a\n" + ",".repeat(300) + "\n").getBytes(StandardCharsets.UTF_8)))
                .startsWith("Row 2 has more than 300 columns.");
        assertThat(refusal(("a\n" + "x".repeat(32_768) + "\n").getBytes(StandardCharsets.UTF_8)))
                .startsWith("A cell in row 2 has more than 32,767 characters.");
        assertThat(cells("a\n" + "x".repeat(32_767) + "\n")).hasSize(2);
    }

    @Test
    void aZipThatIsNoWorkbookIsRefused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("figures.csv"));
            zip.write("a,b".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(refusal(bytes.toByteArray())).startsWith("This is a zip archive.");
    }

    private static List<List<String>> cells(String text) throws IOException {
        return ((UploadedTable) read(text))
                .rows().stream().map(UploadedRow::cells).toList();
    }

    private static Upload read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Upload read(byte[] bytes) throws IOException {
        return Intake.read(new ByteArrayInputStream(bytes), "upload.csv", LIMITS);
    }

    private static String refusal(byte[] bytes) throws IOException {
        return ((Rejection) read(bytes)).sentence();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /// One line over and over, made as it is read, counting what was taken.
    private static final class RepeatedLine extends InputStream {
        private final byte[] line;
        private final long size;
        private long served;

        RepeatedLine(String line, long times) {
            this.line = line.getBytes(StandardCharsets.US_ASCII);
            size = this.line.length * times;
        }

        @Override
        public int read() {
            return served < size ? line[(int) (served++ % line.length)] : -1;
        }
    }
}
