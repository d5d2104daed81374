package uk.goldenthread.imports;

/// One thing that is wrong with one row of an uploaded file, worded for the person who has to put it right.
///
/// @param row the row as the person's spreadsheet numbers it, from 1; 0 means the file as a whole
/// @param column the column's heading, or its letter where the file has no headings; empty when the whole row is meant
/// @param message one plain sentence
public record RowProblem(int row, String column, String message) {}
