package uk.goldenthread.imports.intake;

import java.util.Locale;

/// The sentences that refuse a file for its size, worded alike for every format.
final class Sentences {
    static final String USE_CSV_OR_XLSX = "Upload a CSV or an Excel workbook (.xlsx).";
    static final String DAMAGED = "This Excel workbook is damaged or is not a real workbook. Open it in Excel, save it"
            + " again as .xlsx and try again.";

    private Sentences() {}

    static String tooLarge(Limits limits) {
        var megabytes = Math.max(1, limits.maxBytes() / (1024 * 1024));
        return "This file is larger than " + megabytes + " MB. Split it into smaller files and try again.";
    }

    static String tooManyRows(Limits limits) {
        return String.format(
                Locale.UK,
                "This file has more than %,d rows. Split it into smaller files and try again.",
                limits.maxRows());
    }

    static String tooManyColumns(int row, Limits limits) {
        return "Row " + row + " has more than " + limits.maxColumns()
                + " columns. Take out what is not needed and try again.";
    }

    static String cellTooLong(int row, Limits limits) {
        return String.format(
                Locale.UK,
                "A cell in row %d has more than %,d characters. Shorten it and try again.",
                row,
                limits.maxCellLength());
    }
}
