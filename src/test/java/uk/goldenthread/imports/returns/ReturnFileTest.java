package uk.goldenthread.imports.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.goldenthread.imports.RowProblem;
import uk.goldenthread.imports.changeset.Changeset.Kind;
import uk.goldenthread.imports.changeset.Incoming;
import uk.goldenthread.imports.export.SafeCsv;
import uk.goldenthread.imports.intake.Intake;
import uk.goldenthread.imports.intake.Limits;
import uk.goldenthread.imports.intake.UploadedTable;

class ReturnFileTest {
    private static final String HEADING =
            "organisation_code,period,kpi,numerator,denominator,value,narrative,confidence\n";
    private static final ReturnPeriod APRIL = new ReturnPeriod.Month(YearMonth.of(2025, 4));
    private static final List<ReturnRow> ROWS = List.of(
            new ReturnRow(
                    "RTG", APRIL, "K01", new BigDecimal("950"), new BigDecimal("1234"), null, "", Confidence.EVIDENCED),
            new ReturnRow(
                    "C81001",
                    new ReturnPeriod.Quarter(2025, 2),
                    "K02",
                    null,
                    null,
                    new BigDecimal("84.5"),
                    "=SUM(A1) and\n-2 posts vacant",
                    null));

    @Test
    void aRowIsReadIntoItsTypes() throws IOException {
        var file = file(HEADING + "rtg,2025-04,k01,950,\"1,234\",,Two posts vacant,evidenced\n");

        assertThat(file.allProblems()).isEmpty();
        assertThat(file.understood())
                .containsExactly(new ReturnRow(
                        "RTG",
                        APRIL,
                        "K01",
                        new BigDecimal("950"),
                        new BigDecimal("1234"),
                        null,
                        "Two posts vacant",
                        Confidence.EVIDENCED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "numerator  | -1    | 10  | “-1” is negative.",
                "numerator  | 11    | 10  | The numerator (11) is more than the denominator (10).",
                "numerator  | 1e309 | 10  | “1e309” is written with an exponent; write the digits out.",
                "numerator  | NaN   | 10  | “NaN” is not a number.",
                "numerator  | ten   | 10  | “ten” is not a number.",
                "numerator  | 84%   | 100 | “84%” is a percentage; give the count itself.",
                "numerator  | 1.5   | 10  | “1.5” is not a whole number.",
                "numerator  | 1234567890123 | 10 | “1234567890123” has too many digits.",
                "numerator  | ''    | 10  | There is a denominator but no numerator.",
                "denominator| 1     | 0x1F| “0x1F” is not a number.",
                "denominator| 1     | ∞   | “∞” is not a number."
            })
    void aFigureThatCannotBeIsRefusedAtItsColumn(String column, String numerator, String denominator, String sentence)
            throws IOException {
        var file = file(HEADING + "RTG,2025-04,K01,%s,%s,,x,\n".formatted(numerator, denominator));

        assertThat(file.allProblems()).containsExactly(new RowProblem(2, column, sentence));
        assertThat(file.understood()).isEmpty();
    }

    @Test
    void thousandsMayBePartedByCommasButOnlyWhereTheyBelong() throws IOException {
        var file =
                file(HEADING + "RTG,2025-04,K01,\"1,234,567\",\"2,000,000\",,,\nRTG,2025-04,K02,\"12,34\",99999,,,\n");

        assertThat(file.understood()).extracting(ReturnRow::numerator).containsExactly(new BigDecimal("1234567"));
        assertThat(file.allProblems()).containsExactly(new RowProblem(3, "numerator", "“12,34” is not a number."));
    }

    @Test
    void aValueMayBeAPercentageAndMeansItsPoints() throws IOException {
        assertThat(file(HEADING + "RTG,2025-04,K01,,,84.5%,,\n").understood())
                .extracting(ReturnRow::value)
                .containsExactly(new BigDecimal("84.5"));
    }

    @Test
    void everyProblemOfARowIsNamedAtOnce() throws IOException {
        assertThat(file(HEADING + "R!,April,,x,y,z,,SURE\n").allProblems())
                .extracting(RowProblem::column)
                .containsExactly(
                        "organisation_code", "kpi", "period", "numerator", "denominator", "value", "confidence");
    }

    @Test
    void wrongHeadingsAreOneProblemOfTheFileAndNoRowIsRead() throws IOException {
        var file = file("org,month,kpi\nRTG,2025-04,K01\n");

        assertThat(file.rows()).isEmpty();
        assertThat(file.problems())
                .containsExactly(new RowProblem(
                        1,
                        "",
                        "The column headings must be: organisation_code, period, kpi, numerator, denominator, value,"
                                + " narrative, confidence. Missing: organisation_code, period."));
    }

    @Test
    void linesOfATemplateLeftUnansweredAreCountedAndNotRead() throws IOException {
        var file = file(HEADING + "RTG,2025-04,K01,,,,,\nRTG,2025-04,K02,,,,No data this month,\n");

        assertThat(file.unanswered()).isEqualTo(1);
        assertThat(file.understood()).singleElement().matches(ReturnRow::isWithoutFigures);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-04,2025-04-01",
        "2025-04-01,2025-04-01",
        "2025/26 Q1,2025-04-01",
        "2025-26 Q4,2026-01-01",
        "2099/00 Q3,2099-10-01"
    })
    void periodsAreReadAsPeopleAndExcelWriteThem(String written, LocalDate firstDay) {
        assertThat(ReturnPeriod.parse(written).orElseThrow().firstDay()).isEqualTo(firstDay);
    }

    @ParameterizedTest
    @CsvSource({"2025-13", "2025", "2025/27 Q1", "2025/26 Q5", "2025-04-02", "Apr-25", "''"})
    void otherPeriodsAreNotGuessedAt(String written) {
        assertThat(ReturnPeriod.parse(written)).isEmpty();
    }

    @Test
    void aFileIsComparedWithWhatIsKnownByOrganisationPeriodAndMeasure() throws IOException {
        var known = new TreeMap<String, ReturnRow>();
        file(HEADING + "RTG,2025-04,K01,84,100,,,\nRTG,2025-04,K02,,,84,,\n")
                .understood()
                .forEach(row -> known.put(row.key(), row));

        var changes = ReturnFile.comparison()
                .compare(
                        known,
                        file(HEADING + "RTG,2025-04,K01,85,100,,,\nRTG,2025-04,K02,,,84.0,,\nRFS,2025-04,K01,1,2,,,\n"
                                        + "RFS,2025-05,K01,1,2,,,\nRFS,2025-05,K01,2,2,,,\n")
                                .rows());

        assertThat(changes.counts())
                .containsEntry(Kind.CHANGED, 1)
                .containsEntry(Kind.IDENTICAL, 1)
                .containsEntry(Kind.NEW, 1)
                .containsEntry(Kind.AMBIGUOUS, 1);
    }

    @Test
    void theApiReadsARowUnderTheSameRules() {
        var row = Map.of(
                "organisation_code", "RTG", "period", "2025-04", "kpi", "K01", "numerator", "2", "denominator", "1");

        assertThat(ReturnFile.row(7, row))
                .isEqualTo(new Incoming.Unusable<ReturnRow>(
                        7,
                        List.of(new RowProblem(
                                7, "numerator", "The numerator (2) is more than the denominator (1)."))));
    }

    @Test
    void theTemplateReadsBackAsItWasWritten() throws IOException {
        var file = ReturnFile.read(table(template(), "return.xlsx"));

        assertThat(file.allProblems()).isEmpty();
        assertThat(file.understood()).isEqualTo(ROWS);
    }

    @Test
    void theCsvExportReadsBackAsItWasWritten() throws IOException {
        var out = new StringBuilder();
        var csv = new SafeCsv(out);
        csv.row(ReturnColumns.ALL);
        for (var row : ROWS) {
            csv.row(ReturnTemplate.cells(row));
        }

        assertThat(out).contains("\"'=SUM(A1)");
        assertThat(file(out.toString()).understood()).isEqualTo(ROWS);
    }

    @Test
    void onlyTheAnswersOfTheTemplateCanBeChanged() throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(template()))) {
            var sheet = workbook.getSheet("Return");

            assertThat(sheet.getProtect()).isTrue();
            assertThat(sheet.getRow(0).getCell(3).getCellStyle().getLocked()).isTrue();
            assertThat(sheet.getRow(1).getCell(0).getCellStyle().getLocked()).isTrue();
            assertThat(sheet.getRow(1).getCell(3).getCellStyle().getLocked()).isFalse();
            assertThat(sheet.getRow(2).getCell(3).getCellStyle().getLocked()).isFalse();
            assertThat(workbook.getSheet("Guidance").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("Fill in the white cells.");
        }
    }

    private static byte[] template() throws IOException {
        var out = new ByteArrayOutputStream();
        ReturnTemplate.write(ROWS, List.of("Fill in the white cells."), out);
        return out.toByteArray();
    }

    private static ReturnFile file(String text) throws IOException {
        return ReturnFile.read(table(text.getBytes(StandardCharsets.UTF_8), "return.csv"));
    }

    private static UploadedTable table(byte[] bytes, String name) throws IOException {
        return (UploadedTable) Intake.read(new ByteArrayInputStream(bytes), name, Limits.STANDARD);
    }
}
