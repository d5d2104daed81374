package uk.goldenthread.evidence.intake;

/// The sentences that refuse a file: what it is, and what to do.
final class Sentences {
    static final String GIVE =
            "Give a PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), PNG, JPEG, CSV or text file.";
    static final String PASSWORD = "This file is protected with a password. Take the password off and try again.";
    static final String MACROS = "This file contains macros or controls that run. Save it without them (.docx, .xlsx or"
            + " .pptx), or as a PDF, and try again.";
    static final String EMBEDDED =
            "This file has objects of other programs embedded in it. Save it as a PDF and give" + " that.";
    static final String BOMB = "This file unpacks to far more than a document should. Save it as a PDF and give that.";
    static final String DAMAGED =
            "This file is damaged or is not a real document. Open it, save it again and try again.";
    static final String TWO_IN_ONE =
            "This file is two kinds of file in one. Save it again from the program it was" + " made in and try again.";

    private Sentences() {}

    static Refused not(String what) {
        return new Refused("This is " + what + ". " + GIVE);
    }
}
