package uk.goldenthread.imports.returns;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.imports.export.SafeXlsx;

/// Writes the Excel workbook that a provider fills in and sends back: a sheet "Return" with one line a figure, of which
/// only the answers can be changed, and a sheet "Guidance". What is typed into it reads back as a [ReturnFile].
public final class ReturnTemplate {
    private static final String HEADER_FILL = "D8DDE0";
    private static final int FIRST_ANSWER = ReturnColumns.ALL.indexOf(ReturnColumns.NUMERATOR);
    private static final double[] WIDTHS = {20, 12, 12, 12, 14, 12, 60, 14};

    private ReturnTemplate() {}

    /// Writes the workbook and leaves `out` open.
    ///
    /// @param lines what is asked, each with what is known already
    /// @param guidance paragraphs for the sheet "Guidance"
    /// @throws IllegalArgumentException if a text is longer than a cell of Excel holds
    public static void write(List<ReturnRow> lines, List<String> guidance, OutputStream out) throws IOException {
        var workbook = new Workbook(out, "Golden Thread", null);
        writeReturn(workbook.newWorksheet("Return"), lines);
        writeGuidance(workbook.newWorksheet("Guidance"), guidance);
        workbook.finish();
    }

    private static void writeReturn(Worksheet sheet, List<ReturnRow> lines) {
        for (var column = 0; column < ReturnColumns.ALL.size(); column++) {
            SafeXlsx.write(sheet, 0, column, ReturnColumns.ALL.get(column));
            sheet.style(0, column).bold().fillColor(HEADER_FILL).set();
            sheet.width(column, WIDTHS[column]);
        }
        for (var line = 0; line < lines.size(); line++) {
            var cells = cells(lines.get(line));
            for (var column = 0; column < cells.size(); column++) {
                SafeXlsx.write(sheet, line + 1, column, cells.get(column));
                if (column >= FIRST_ANSWER) {
                    sheet.style(line + 1, column)
                            .protectionOption(ProtectionOption.LOCKED, false)
                            .set();
                }
            }
        }
        sheet.freezePane(FIRST_ANSWER, 1);
        // Without a password: this keeps headings from being changed by mistake; it is no safeguard.
        sheet.protect("");
    }

    private static void writeGuidance(Worksheet sheet, List<String> guidance) {
        sheet.width(0, 100);
        for (var paragraph = 0; paragraph < guidance.size(); paragraph++) {
            SafeXlsx.write(sheet, paragraph, 0, guidance.get(paragraph));
            sheet.style(paragraph, 0).wrapText(true).set();
        }
    }

    /// The row as the texts of [ReturnColumns#ALL]: what the CSV export writes too.
    public static List<String> cells(ReturnRow row) {
        var confidence = row.confidence();
        return List.of(
                row.organisationCode(),
                row.period().text(),
                row.kpi(),
                text(row.numerator()),
                text(row.denominator()),
                text(row.value()),
                row.narrative(),
                confidence == null ? "" : confidence.name());
    }

    private static String text(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
