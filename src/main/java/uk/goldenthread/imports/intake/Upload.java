package uk.goldenthread.imports.intake;

/// What came of reading an uploaded file: its rows, or the reason it was refused.
public sealed interface Upload permits UploadedTable, Rejection {}
