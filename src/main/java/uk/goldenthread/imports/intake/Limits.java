package uk.goldenthread.imports.intake;

/// How much of an uploaded file is read before it is refused.
///
/// @param maxBytes size of the file as uploaded
/// @param maxRows rows, heading included
/// @param maxColumns cells in one row
/// @param maxCellLength characters in one cell
public record Limits(long maxBytes, int maxRows, int maxColumns, int maxCellLength) {
    /// 25 MB, 200,000 rows, 300 columns, and 32,767 characters a cell, which is the most that Excel itself holds.
    public static final Limits STANDARD = new Limits(25L * 1024 * 1024, 200_000, 300, 32_767);

    public Limits {
        if (maxBytes < 1 || maxRows < 1 || maxColumns < 1 || maxCellLength < 1) {
            throw new IllegalArgumentException("every limit must be at least 1");
        }
    }

    /// The same limits with another number of rows.
    public Limits withMaxRows(int rows) {
        return new Limits(maxBytes, rows, maxColumns, maxCellLength);
    }

    /// The most that the parts of a zipped workbook may unpack to, in bytes: eight times the upload limit.
    long maxUnpackedBytes() {
        return maxBytes * 8;
    }
}
