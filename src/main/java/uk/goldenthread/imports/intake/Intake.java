package uk.goldenthread.imports.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.goldenthread.imports.export.SpreadsheetText;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;

/// The one door by which uploaded tables come in. What a file is gets decided by its content; a file that is not
/// wanted, too large, dangerous or unreadable is refused with one plain sentence and leaves nothing behind.
///
/// CSV is read as a stream and given up at the first limit it crosses, so a file of ten million rows costs no more than
/// one of the permitted length. An Excel workbook has to be held while it is read, which the size limit bounds.
public final class Intake {
    private static final int HEAD = 64 * 1024;

    private Intake() {}

    /// Reads a file.
    ///
    /// @param in the file's bytes; left open
    /// @param fileName as the person's browser gave it; kept for display, never trusted
    /// @throws IOException if the bytes themselves cannot be had, which says nothing about the file
    public static Upload read(InputStream in, String fileName, Limits limits) throws IOException {
        try {
            var bounded = new BoundedStream(in, limits.maxBytes(), Sentences.tooLarge(limits));
            var head = bounded.readNBytes(HEAD);
            return switch (Sniffing.of(head)) {
                case TEXT -> readCsv(head, bounded, fileName, limits);
                case ZIP -> readXlsx(whole(head, bounded), fileName, limits);
                case OLE2 -> throw OldOffice.refusal(whole(head, bounded));
            };
        } catch (Refused refused) {
            return refused.rejection();
        }
    }

    /// Reads every visible sheet of an Excel workbook.
    ///
    /// @param in the file's bytes; left open
    /// @param fileName as the person's browser gave it; kept for display, never trusted
    /// @return the sheets, or the one sentence that refuses the file
    /// @throws IOException if the bytes themselves cannot be had, which says nothing about the file
    public static Outcome<List<UploadedSheet>> readSheets(InputStream in, String fileName, Limits limits)
            throws IOException {
        try {
            var bounded = new BoundedStream(in, limits.maxBytes(), Sentences.tooLarge(limits));
            var head = bounded.readNBytes(HEAD);
            return switch (Sniffing.of(head)) {
                case TEXT -> Outcome.refused("file", "This is not an Excel workbook (.xlsx).", Clause.HOUSE);
                case ZIP -> {
                    var file = whole(head, bounded);
                    var hasFormats = PackageGuard.check(file, limits);
                    yield Outcome.accepted(SheetRows.readAll(file, fileName, hasFormats, limits));
                }
                case OLE2 -> throw OldOffice.refusal(whole(head, bounded));
            };
        } catch (Refused refused) {
            return Outcome.refused("file", refused.rejection().sentence(), Clause.HOUSE);
        }
    }

    private static byte[] whole(byte[] head, InputStream rest) throws IOException {
        return new SequenceInputStream(new ByteArrayInputStream(head), rest).readAllBytes();
    }

    private static UploadedTable readXlsx(byte[] file, String fileName, Limits limits) throws IOException {
        var hasFormats = PackageGuard.check(file, limits);
        return SheetRows.read(file, fileName, hasFormats, limits);
    }

    private static UploadedTable readCsv(byte[] head, InputStream rest, String fileName, Limits limits)
            throws IOException {
        var mark = Sniffing.markLength(head);
        var text =
                new TextReader(new SequenceInputStream(new ByteArrayInputStream(head, mark, head.length - mark), rest));
        var start = new String(head, mark, head.length - mark, StandardCharsets.ISO_8859_1);
        var declared = declaredDelimiter(start);
        var csv = new CsvRows(text, declared == 0 ? Delimiter.in(start) : declared, limits);
        var rows = new ArrayList<UploadedRow>();
        for (var row = csv.next(); row != null; row = csv.next()) {
            if (!row.isBlank() && !(declared != 0 && row.number() == 1)) {
                rows.add(unguarded(row));
            }
        }
        if (rows.isEmpty()) {
            throw new Refused("This file is empty.");
        }
        return new UploadedTable(fileName, UploadedTable.Format.CSV, rows, text.notes());
    }

    /// The delimiter that Excel's own first line `sep=;` declares; NUL when there is no such line.
    private static char declaredDelimiter(String start) {
        var declares = start.length() > 5
                && start.substring(0, 4).toLowerCase(Locale.ROOT).equals("sep=")
                && (start.charAt(5) == '\n' || start.charAt(5) == '\r');
        return declares ? start.charAt(4) : 0;
    }

    private static UploadedRow unguarded(UploadedRow row) {
        List<String> cells =
                row.cells().stream().map(SpreadsheetText::unguarded).toList();
        return new UploadedRow(row.number(), cells, row.formulas());
    }
}
