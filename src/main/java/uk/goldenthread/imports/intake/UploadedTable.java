package uk.goldenthread.imports.intake;

import java.util.List;

/// The rows of a file that was accepted, first row included whether or not it is a heading; blank rows are left out.
///
/// @param fileName the name it was uploaded under, for display and evidence only
/// @param format what its content was found to be
/// @param rows in the order of the file
/// @param notes sentences the person should read before relying on the rows, such as an assumed encoding
public record UploadedTable(String fileName, Format format, List<UploadedRow> rows, List<String> notes)
        implements Upload {

    /// The two kinds of file that are read.
    public enum Format {
        CSV,
        XLSX
    }

    public UploadedTable {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /// The table with its first row taken as the headings.
    public HeadedTable headed() {
        return HeadedTable.of(this);
    }
}
