package uk.goldenthread.imports.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import uk.goldenthread.imports.RowProblem;

class SpreadsheetTextTest {

    @Test
    void whatASpreadsheetMightRunGetsAnApostropheAndNumbersDoNot() {
        for (var risky : List.of("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "-", "+44 1332 1", "＝1+1")) {
            assertThat(SpreadsheetText.guarded(risky)).isEqualTo("'" + risky);
        }
        for (var safe : List.of("-1", "+5", "-1.5", "-1E2", "1,5", "Derby", "", "O'Brien", "a=b", "'quoted'")) {
            assertThat(SpreadsheetText.guarded(safe)).isEqualTo(safe);
        }
    }

    @Property
    void takingTheGuardOffGivesBackWhatWasThere(@ForAll("risky") String text) {
        assertThat(SpreadsheetText.unguarded(SpreadsheetText.guarded(text))).isEqualTo(text);
        assertThat(SpreadsheetText.guarded(text))
                .satisfiesAnyOf(
                        guarded -> assertThat(guarded).doesNotMatch("(?s)[=+\\-@\t\r\n].*"),
                        guarded -> assertThat(SpreadsheetText.isNumber(guarded)).isTrue());
    }

    @Test
    void anExcelExportHoldsTextAsTextAndNumbersAsNumbersAndNoFormula() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var xlsx = new SafeXlsx(out, "Export")) {
            xlsx.row(List.of("=1+1", "1234.5", "007", "12345678901234567890", "-3"));
        }

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var row = workbook.getSheetAt(0).getRow(0);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("'=1+1");
            assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(1234.5);
            assertThat(row.getCell(2).getStringCellValue()).isEqualTo("007");
            assertThat(row.getCell(3).getStringCellValue()).isEqualTo("12345678901234567890");
            assertThat(row.getCell(4).getNumericCellValue()).isEqualTo(-3);
            assertThat(row.cellIterator()).toIterable().noneMatch(cell -> cell.getCellType() == CellType.FORMULA);
        }
    }

    @Test
    void aTextTooLongForACellIsNotCutOff() throws IOException {
        try (var xlsx = new SafeXlsx(new ByteArrayOutputStream(), "Export")) {
            xlsx.row(List.of("x".repeat(32_767)));

            assertThatThrownBy(() -> xlsx.row(List.of("x".repeat(32_768))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theListOfProblemsCanBeDownloadedAndRunsNothing() throws IOException {
        var out = new StringBuilder();

        SafeCsv.problems(List.of(new RowProblem(3, "=kpi", "“-1” is negative, so “K01” is not read.")), out);

        assertThat(out)
                .hasToString("\uFEFFrow,column,problem\r\n3,\"'=kpi\",\"“-1” is negative, so “K01” is not read.\"\r\n");
    }

    @Provide
    Arbitrary<String> risky() {
        return Arbitraries.strings().withChars("'=+-@\t\r\n1.Ea ").ofMaxLength(6);
    }
}
