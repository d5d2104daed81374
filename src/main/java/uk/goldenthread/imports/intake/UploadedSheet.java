package uk.goldenthread.imports.intake;

/// One sheet of a workbook whose every visible sheet was read.
///
/// @param name as its tab shows it
/// @param table its rows; none for an empty sheet
public record UploadedSheet(String name, UploadedTable table) {}
