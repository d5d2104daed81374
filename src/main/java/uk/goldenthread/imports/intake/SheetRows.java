package uk.goldenthread.imports.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.imports.export.SpreadsheetText;

/// Reads the first sheet that can be seen, or all of them, of a workbook that [PackageGuard] has passed, row by row.
final class SheetRows {
    private final Limits limits;
    private final List<UploadedRow> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int formulas;

    private SheetRows(Limits limits) {
        this.limits = limits;
    }

    static UploadedTable read(byte[] file, String fileName, boolean hasFormats, Limits limits) throws IOException {
        var reading = new SheetRows(limits);
        opened(file, hasFormats, workbook -> reading.readFirstVisible(workbook));
        if (reading.rows.isEmpty()) {
            throw new Refused("The first sheet of this workbook is empty.");
        }
        return new UploadedTable(fileName, UploadedTable.Format.XLSX, reading.rows, reading.notes);
    }

    /// Every sheet that can be seen, in the order of their tabs.
    static List<UploadedSheet> readAll(byte[] file, String fileName, boolean hasFormats, Limits limits)
            throws IOException {
        var sheets = new ArrayList<UploadedSheet>();
        opened(file, hasFormats, workbook -> {
            for (var sheet : visible(workbook)) {
                var reading = new SheetRows(limits);
                reading.readRows(sheet, new CellText(workbook.isDate1904()));
                var table = new UploadedTable(fileName, UploadedTable.Format.XLSX, reading.rows, List.of());
                sheets.add(new UploadedSheet(sheet.getName(), table));
            }
        });
        return sheets;
    }

    private interface Opened {
        void read(ReadableWorkbook workbook) throws IOException;
    }

    private static void opened(byte[] file, boolean hasFormats, Opened reading) throws IOException {
        try (var workbook =
                new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(hasFormats, true))) {
            reading.read(workbook);
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException e) {
            // The bytes are in memory, so nothing can fail but the workbook itself: the reader throws whatever the
            // damage leads to, from a missing part to a reference out of bounds.
            throw new Refused(Sentences.DAMAGED);
        }
    }

    private static List<Sheet> visible(ReadableWorkbook workbook) {
        var visible = workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
        if (visible.isEmpty()) {
            throw new Refused("This workbook has no sheet that can be seen.");
        }
        return visible;
    }

    private void readFirstVisible(ReadableWorkbook workbook) throws IOException {
        var visible = visible(workbook);
        var sheet = visible.getFirst();
        readRows(sheet, new CellText(workbook.isDate1904()));
        if (visible.size() > 1) {
            notes.add("Only the first sheet, “" + sheet.getName() + "”, was read.");
        }
        if (formulas > 0) {
            notes.add("Cells with formulas were read as their last worked-out result: " + formulas + ".");
        }
    }

    private void readRows(Sheet sheet, CellText text) throws IOException {
        try (var stream = sheet.openStream()) {
            for (Iterator<Row> each = stream.iterator(); each.hasNext(); ) {
                var row = row(each.next(), text);
                if (!row.isBlank()) {
                    rows.add(row);
                }
            }
        }
    }

    private UploadedRow row(Row row, CellText text) {
        var cells = new ArrayList<String>();
        var calculated = new HashSet<Integer>();
        for (var position = 0; position < row.getCellCount(); position++) {
            @Nullable Cell cell = row.getCell(position);
            var shown = cell == null ? "" : SpreadsheetText.unguarded(text.of(cell));
            if (shown.length() > limits.maxCellLength()) {
                throw new Refused(Sentences.cellTooLong(row.getRowNum(), limits));
            }
            if (cell != null && cell.getFormula() != null) {
                calculated.add(position);
                formulas++;
            }
            cells.add(shown);
        }
        while (!cells.isEmpty() && cells.getLast().isEmpty() && !calculated.contains(cells.size() - 1)) {
            cells.removeLast();
        }
        if (cells.size() > limits.maxColumns()) {
            throw new Refused(Sentences.tooManyColumns(row.getRowNum(), limits));
        }
        return new UploadedRow(row.getRowNum(), cells, calculated);
    }
}
