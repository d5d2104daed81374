package uk.goldenthread.imports.intake;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads CSV (RFC 4180, any delimiter) one row at a time. Written by hand because the limits must bite inside a cell
/// and inside a row: a library that first builds the whole record can be made to build one of 25 million cells.
final class CsvRows {
    private static final int END = -1;

    private final Reader in;
    private final char delimiter;
    private final Limits limits;
    private final char[] buffer = new char[8192];
    private int position;
    private int filled;
    private int number;

    private final StringBuilder cell = new StringBuilder();
    private List<String> cells = new ArrayList<>();

    CsvRows(Reader in, char delimiter, Limits limits) {
        this.in = in;
        this.delimiter = delimiter;
        this.limits = limits;
    }

    /// The next row, or null at the end of the file. A blank line is a row of one empty cell.
    @Nullable
    UploadedRow next() throws IOException {
        if (peek() == END) {
            return null;
        }
        if (++number > limits.maxRows()) {
            throw new Refused(Sentences.tooManyRows(limits));
        }
        cells = new ArrayList<>();
        while (true) {
            readCell();
            addCell();
            var after = take();
            if (after == END || after == '\n') {
                return new UploadedRow(number, cells, Set.of());
            }
            if (after == '\r') {
                if (peek() == '\n') {
                    take();
                }
                return new UploadedRow(number, cells, Set.of());
            }
        }
    }

    private void readCell() throws IOException {
        cell.setLength(0);
        if (peek() == '"') {
            take();
            readQuoted();
        }
        while (!endsCell(peek())) {
            append(take());
        }
    }

    private void readQuoted() throws IOException {
        while (true) {
            var next = take();
            if (next == END) {
                throw new Refused(
                        "A quotation mark opened in row " + number + " is never closed. Correct it and try again.");
            }
            if (next != '"') {
                append(next);
            } else if (peek() == '"') {
                append(take());
            } else {
                return;
            }
        }
    }

    private boolean endsCell(int next) {
        return next == END || next == delimiter || next == '\n' || next == '\r';
    }

    private void append(int c) {
        if (cell.length() >= limits.maxCellLength()) {
            throw new Refused(Sentences.cellTooLong(number, limits));
        }
        cell.append((char) c);
    }

    private void addCell() {
        if (cells.size() >= limits.maxColumns()) {
            throw new Refused(Sentences.tooManyColumns(number, limits));
        }
        cells.add(cell.isEmpty() ? "" : cell.toString());
    }

    private int peek() throws IOException {
        while (position >= filled) {
            filled = in.read(buffer, 0, buffer.length);
            position = 0;
            if (filled < 0) {
                filled = 0;
                return END;
            }
        }
        return buffer[position];
    }

    private int take() throws IOException {
        var next = peek();
        if (next != END) {
            position++;
        }
        return next;
    }
}
