package uk.goldenthread.assessments.framework;

import java.util.List;

/// The sheets of a framework's workbook and what their columns are called, the same in the template, in what is read
/// back, and in messages.
final class SheetLayout {
    static final String FRAMEWORK = "Framework";
    static final String STANDARDS = "Standards";
    static final String LINES = "Lines";
    static final String QUESTIONS = "Questions";
    static final String GUIDANCE = "How to fill this in";

    /// A column, or on the first sheet a row.
    ///
    /// @param key what a framework file calls it
    /// @param about what to write there
    record Field(String heading, String key, Form form, String about) {}

    /// What a cell holds.
    enum Form {
        TEXT,
        NUMBER,
        FLAG,
        /// Several, with commas or on lines of their own.
        SEVERAL,
        /// Several that may hold commas themselves: each on a line of its own, or with a semicolon between.
        PHRASES,
        /// As [ConditionText] reads it.
        CONDITION,
        /// `S11_WT/1.1 EQUAL KNOWN`, each on a line of its own.
        MAPPINGS,
        /// Names another row and is no key of its own.
        PLACE
    }

    static final String WHAT = "What";
    static final String VALUE = "Value";
    static final String ABOUT = "About";
    static final String STANDARD = "Standard";
    static final String LINE = "Line";

    private static final String KINDS = "TRUST, GP, INDEPENDENT, ICB: one or several, with commas";
    private static final String SCALES = "S4_0_3 (0 to 3), PCT_5 (per cent), RAG3 (R, A, G) or MPN (M, P, N)";
    private static final String CERTAINTY = "SEEN, KNOWN, INFERRED or UNSURE";

    static final List<Field> OF_FRAMEWORK = List.of(
            new Field("Code", "code", Form.TEXT, "Your own, such as OWN_GP: capital letters, digits, _"),
            new Field("Name", "name", Form.TEXT, "What people read"),
            new Field(
                    "Edition",
                    "edition",
                    Form.TEXT,
                    "Such as 2026. A published edition never changes: give each its own"),
            new Field("In force from", "validFrom", Form.TEXT, "A date such as 2026-04-01"),
            new Field("In force until", "validTo", Form.TEXT, "The first day it no longer holds; empty while current"),
            new Field("Source", "source", Form.TEXT, "Where its lines come from"),
            new Field("How sure", "confidence", Form.TEXT, CERTAINTY),
            new Field("Scale", "scale", Form.TEXT, SCALES),
            new Field("Asked of", "applies", Form.SEVERAL, KINDS),
            new Field("Legal basis", "basis", Form.PHRASES, "Acts and guidance, each on a line of its own"),
            new Field("Contract clauses", "clauses", Form.SEVERAL, "Clauses that lines map to, such as SC32"),
            new Field(
                    "Every line mapped", "everyLineMapped", Form.FLAG, "YES when a line without a mapping is a fault"));

    static final List<Field> OF_STANDARD = List.of(
            new Field("Code", "code", Form.TEXT, "Such as S1"), new Field("Name", "name", Form.TEXT, "The heading"));

    static final List<Field> OF_LINE = List.of(
            new Field(STANDARD, STANDARD, Form.PLACE, "The code of its standard"),
            new Field("Code", "code", Form.TEXT, "Such as 1.1; no other line or question has it"),
            new Field("Text", "text", Form.TEXT, "What is rated"),
            new Field("Weight", "weight", Form.NUMBER, "Within its standard; empty for 1"),
            new Field("Critical", "critical", Form.FLAG, "YES when the whole cannot be green while this is not met"),
            new Field("Scale", "scale", Form.TEXT, "Where it is not the framework's"),
            new Field("Asked of", "applies", Form.SEVERAL, "Where it is not everybody the framework asks"),
            new Field("Shown when", "when", Form.CONDITION, "Such as: 1.1 is 0; empty for always"),
            new Field("Maps to", "maps", Form.MAPPINGS, "Such as: S11_WT/1.1 EQUAL KNOWN. EQUAL, PARTIAL or SUPPORTS"),
            new Field("Source", "source", Form.TEXT, "Where it is not the framework's"),
            new Field("How sure", "confidence", Form.TEXT, "Where it is not the framework's"));

    static final List<Field> OF_QUESTION = List.of(
            new Field(LINE, LINE, Form.PLACE, "The code of the line it goes with"),
            new Field("Code", "code", Form.TEXT, "Such as 1.1a; no other line or question has it"),
            new Field("Text", "text", Form.TEXT, "What is asked"),
            new Field("Answer", "answer", Form.TEXT, "YES_NO, WORDS, NUMBER, DAY, CHOICE or RATED"),
            new Field("Options", "options", Form.PHRASES, "For CHOICE: each on a line of its own"),
            new Field("Scale", "scale", Form.TEXT, "For RATED"),
            new Field("Required", "required", Form.FLAG, "YES when nothing is handed in without it while it is shown"),
            new Field("Shown when", "when", Form.CONDITION, "Such as: 1.1 is at least 2; empty for always"));

    private SheetLayout() {}

    /// The headings of a list of fields.
    static List<String> headings(List<Field> fields) {
        return fields.stream().map(Field::heading).toList();
    }
}
