package uk.goldenthread.evidence.intake;

import java.nio.charset.StandardCharsets;

/// Words the refusal of an OLE2 file: an old Office format, or the wrapping that Office puts round a file
/// with a password
/// (MS-OFFCRYPTO, the stream `EncryptedPackage`). A directory entry takes 128 bytes and begins with its
/// name in UTF-16.
final class OldOffice {
    private static final int ENTRY = 128;

    private OldOffice() {}

    static Refused refusal(Content file) {
        var locked = "EncryptedPackage\0".getBytes(StandardCharsets.UTF_16LE);
        for (int at = 0; at < file.size(); at += ENTRY) {
            if (file.hasAt(at, locked)) {
                return new Refused(Sentences.PASSWORD);
            }
        }
        return new Refused("This is a file of an old Office format, which can hold macros. Save it as .docx, .xlsx or"
                + " .pptx, or as a PDF, and try again.");
    }
}
