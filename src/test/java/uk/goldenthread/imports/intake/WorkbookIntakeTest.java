package uk.goldenthread.imports.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class WorkbookIntakeTest {
    private static final String MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private static final String SHEET =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>%s</sheetData></worksheet>";

    @Test
    void numbersDatesPercentagesAndFormulasReadAsAPersonSeesThem() throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet("Return");
            var row = sheet.createRow(0);
            row.createCell(0).setCellValue(0.1 + 0.2);
            row.createCell(1).setCellValue(LocalDate.of(2025, 4, 1));
            row.getCell(1).setCellStyle(format(workbook, "d mmm yyyy"));
            row.createCell(2).setCellValue(0.84);
            row.getCell(2).setCellStyle(format(workbook, "0%"));
            row.createCell(3).setCellFormula("1+1");
            row.createCell(4).setCellValue(true);
            row.createCell(5).setCellValue(1234);
            row.getCell(5).setCellStyle(format(workbook, "000000"));
            row.createCell(6).setCellValue(0.75);
            row.getCell(6).setCellStyle(format(workbook, "hh:mm"));
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();

            var table = table(bytes(workbook));

            assertThat(table.rows().getFirst().cells())
                    .containsExactly("0.3", "2025-04-01", "84%", "2", "TRUE", "001234", "18:00");
            assertThat(table.rows().getFirst().formulas()).containsExactly(3);
            assertThat(table.notes()).singleElement().asString().contains("formulas");
        }
    }

    @Test
    void rowsKeepTheNumbersThatTheSpreadsheetShows() throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("code");
            sheet.createRow(4).createCell(2).setCellValue("RTG");

            var table = table(bytes(workbook));

            assertThat(table.rows()).extracting(UploadedRow::number).containsExactly(1, 5);
            assertThat(table.rows().get(1).cells()).containsExactly("", "", "RTG");
        }
    }

    @Test
    void aHiddenFirstSheetIsPassedOverAndAFurtherSheetIsMentioned() throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            workbook.createSheet("Lists").createRow(0).createCell(0).setCellValue("no");
            workbook.createSheet("Return").createRow(0).createCell(0).setCellValue("yes");
            workbook.createSheet("Guidance").createRow(0).createCell(0).setCellValue("no");
            workbook.setActiveSheet(1);
            workbook.setSheetHidden(0, true);

            var table = table(bytes(workbook));

            assertThat(table.rows().getFirst().cells()).containsExactly("yes");
            assertThat(table.notes()).containsExactly("Only the first sheet, “Return”, was read.");
        }
    }

    @Test
    void aWorkbookWithAPasswordIsRefused() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook();
                var file = new POIFSFileSystem()) {
            workbook.createSheet().createRow(0).createCell(0).setCellValue("secret");
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("golden");
            try (var out = encryptor.getDataStream(file)) {
                workbook.write(out);
            }
            file.writeFilesystem(bytes);
        }

        assertThat(refusal(bytes.toByteArray())).startsWith("This file is protected with a password.");
    }

    @Test
    void aZipBombIsRefusedBeforeItIsParsed() throws IOException {
        var parts = workbook("<row><c t=\"inlineStr\"><is><t>x</t></is></c></row>");
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            write(zip, parts);
            zip.putNextEntry(new ZipEntry("xl/media/bomb.bin"));
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 600; megabyte++) {
                zip.write(zeros);
            }
        }

        assertThat(bytes.size()).isLessThan(1024 * 1024);
        assertThat(refusal(bytes.toByteArray()))
                .startsWith("This workbook unpacks to far more than a workbook should.");
    }

    @Test
    void aWorkbookOfVeryManyPartsIsRefused() throws IOException {
        var parts = workbook("<row/>");
        for (var i = 0; i < 2_100; i++) {
            parts.put("xl/media/" + i + ".txt", "x");
        }

        assertThat(refusal(zipped(parts))).startsWith("This workbook unpacks to far more");
    }

    @Test
    void aFileNestedInAWorkbookIsRefused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            write(zip, workbook("<row/>"));
            zip.putNextEntry(new ZipEntry("xl/embeddings/inner.bin"));
            zip.write(zipped(workbook("<row/>")));
        }

        assertThat(refusal(bytes.toByteArray())).startsWith("This workbook has other files embedded in it.");
    }

    @Test
    void macrosAreRefusedUnderWhateverNameTheyHide() throws IOException {
        var parts = workbook("<row/>");
        parts.put("xl/vbaProject.bin", "Attribute VB_Name");

        assertThat(refusal(zipped(parts))).startsWith("This file contains macros.");
    }

    @Test
    void anExternalEntityInAnyPartIsRefusedAndNeverFetched() throws IOException {
        var parts = workbook("<row><c t=\"inlineStr\"><is><t>&leak;</t></is></c></row>");
        parts.computeIfPresent(
                "xl/worksheets/sheet1.xml",
                (_, xml) ->
                        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY leak SYSTEM \"file:///etc/hostname\">]>" + xml);

        assertThat(refusal(zipped(parts))).startsWith("This workbook holds a document type");
    }

    @Test
    void aCellFarBeyondTheLastColumnIsRefusedRatherThanMadeRoomFor() throws IOException {
        var parts = workbook("<row r=\"1\"><c r=\"ZZZZZZ1\" t=\"inlineStr\"><is><t>x</t></is></c></row>");

        assertThat(refusal(zipped(parts))).startsWith("This Excel workbook is damaged");
    }

    @Test
    void aWorkbookOverTheRowOrColumnLimitIsRefused() throws IOException {
        var tall = zipped(workbook("<row><c><v>1</v></c></row>".repeat(11)));
        var wide = zipped(workbook("<row>" + "<c><v>1</v></c>".repeat(301) + "</row>"));
        var ten = Limits.STANDARD.withMaxRows(10);

        assertThat(Intake.read(new ByteArrayInputStream(tall), "tall.xlsx", ten))
                .isEqualTo(
                        new Rejection("This file has more than 10 rows. Split it into smaller files and try again."));
        assertThat(refusal(wide)).startsWith("Row 1 has more than 300 columns.");
    }

    @Test
    void numbersOfMonstrousSizeAreShownAsWrittenAndNotSpeltOut() throws IOException {
        var table = table(zipped(workbook("<row><c><v>1E309</v></c><c><v>1E999999999</v></c><c><v>x</v></c></row>")));

        assertThat(table.rows().getFirst().cells()).containsExactly("1E+309", "1E+999999999", "x");
    }

    @Test
    void aTruncatedWorkbookIsRefused() throws IOException {
        var whole = zipped(workbook("<row><c><v>1</v></c></row>"));
        var half = java.util.Arrays.copyOf(whole, whole.length / 2);

        assertThat(refusal(half)).startsWith("This Excel workbook is damaged");
    }

    private static org.apache.poi.ss.usermodel.CellStyle format(Workbook workbook, String format) {
        var style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private static byte[] bytes(Workbook workbook) throws IOException {
        var bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return bytes.toByteArray();
    }

    private static Map<String, String> workbook(String rows) {
        var parts = new TreeMap<String, String>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + MAIN + "\"/></Types>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                        + "<sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                        + "relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put("xl/worksheets/sheet1.xml", SHEET.formatted(rows));
        return parts;
    }

    private static byte[] zipped(Map<String, String> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            write(zip, parts);
        }
        return bytes.toByteArray();
    }

    private static void write(ZipOutputStream zip, Map<String, String> parts) throws IOException {
        for (var part : parts.entrySet()) {
            zip.putNextEntry(new ZipEntry(part.getKey()));
            zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static UploadedTable table(byte[] bytes) throws IOException {
        var upload = Intake.read(new ByteArrayInputStream(bytes), "upload.xlsx", Limits.STANDARD);
        assertThat(upload).isInstanceOf(UploadedTable.class);
        return (UploadedTable) upload;
    }

    private static String refusal(byte[] bytes) throws IOException {
        return ((Rejection) Intake.read(new ByteArrayInputStream(bytes), "upload.xlsx", Limits.STANDARD)).sentence();
    }
}
