package uk.goldenthread.imports.intake;

import java.nio.charset.StandardCharsets;

/// Words the refusal of an OLE2 file: an old Office format, or the wrapping that Office puts round a file with a
/// password (MS-OFFCRYPTO, the stream `EncryptedPackage`). Stream names stand in the directory as UTF-16.
final class OldOffice {
    private OldOffice() {}

    static Refused refusal(byte[] file) {
        if (names(file, "EncryptedPackage")) {
            return new Refused("This file is protected with a password. Take the password off in Excel (File, Info,"
                    + " Protect Workbook, Encrypt with Password) and try again.");
        }
        if (names(file, "Workbook") || names(file, "Book")) {
            return new Refused(
                    "This is an old Excel workbook (.xls). Save it as an Excel workbook (.xlsx) and try" + " again.");
        }
        return new Refused("This is an old Office file. " + Sentences.USE_CSV_OR_XLSX);
    }

    private static boolean names(byte[] file, String stream) {
        // A directory entry begins with its name and a NUL, so "Book" does not match inside "Workbook".
        var text = new String(file, StandardCharsets.ISO_8859_1);
        var wanted = new String((stream + "\0").getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        for (var at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            if (at % 128 == 0) {
                return true;
            }
        }
        return false;
    }
}
