package uk.goldenthread.imports.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes a one-sheet Excel workbook that runs nothing and that the intake reads back to the same rows.
public final class SafeXlsx implements AutoCloseable {
    private static final int MAX_CELL = 32_767;
    /// Excel keeps 15 significant digits of a number; anything longer stays text, or it would come back changed.
    private static final int EXCEL_DIGITS = 15;
    private static final int ROWS_BETWEEN_FLUSHES = 1_000;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    /// Starts a workbook with a sheet of this name; closing it finishes the file but leaves `out` open.
    public SafeXlsx(OutputStream out, String sheetName) {
        workbook = new Workbook(out, "Golden Thread", null);
        sheet = workbook.newWorksheet(sheetName);
    }

    /// Writes one row; plain whole and decimal numbers become number cells, everything else text.
    ///
    /// @throws IllegalArgumentException if a cell is longer than Excel's 32,767 characters
    public void row(List<String> cells) throws IOException {
        for (var column = 0; column < cells.size(); column++) {
            write(sheet, row, column, cells.get(column));
        }
        if (++row % ROWS_BETWEEN_FLUSHES == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }

    /// Writes one cell under the rules of this class into a sheet laid out elsewhere.
    public static void write(Worksheet sheet, int row, int column, String text) {
        var clean = SpreadsheetText.clean(text);
        if (isExactNumber(clean)) {
            sheet.value(row, column, new BigDecimal(clean));
        } else if (!clean.isEmpty()) {
            var guarded = SpreadsheetText.guarded(clean);
            if (guarded.length() > MAX_CELL) {
                throw new IllegalArgumentException("row %d column %d is too long for a cell".formatted(row, column));
            }
            sheet.inlineString(row, column, guarded);
        }
    }

    private static boolean isExactNumber(String text) {
        if (!SpreadsheetText.isNumber(text)) {
            return false;
        }
        var number = new BigDecimal(text);
        return number.precision() <= EXCEL_DIGITS
                && Math.abs(number.scale()) <= EXCEL_DIGITS
                && number.stripTrailingZeros().toPlainString().equals(text);
    }
}
