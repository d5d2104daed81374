package uk.goldenthread.imports.export;

import java.util.regex.Pattern;

/// Makes text safe to open in a spreadsheet, and undoes it on the way back in.
///
/// A cell that begins with `=`, `+`, `-`, `@`, a tab or a line end can run as a formula (OWASP, "CSV injection"), so it
/// gets a leading apostrophe; true numbers such as `-1.5` are left alone. Text that already looks guarded gets one
/// more apostrophe, so that taking one off always gives back exactly what was there.
public final class SpreadsheetText {
    private static final Pattern RISKY = Pattern.compile("^'*[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20]");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,300}(\\.\\d{1,300})?([eE][+-]?\\d{1,3})?");

    private SpreadsheetText() {}

    /// The text with an apostrophe before it when a spreadsheet might run it.
    public static String guarded(String text) {
        return RISKY.matcher(text).lookingAt() && !isNumber(text) ? "'" + text : text;
    }

    /// The text as it was before [#guarded]; text that was never guarded comes back as it is.
    public static String unguarded(String text) {
        return text.startsWith("'") && RISKY.matcher(text).lookingAt() ? text.substring(1) : text;
    }

    /// Whether a spreadsheet would take the text for a plain number: sign, digits, point, exponent, nothing else.
    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /// The text without what an Excel workbook cannot hold (control characters, lone surrogates), and with every
    /// line end a line feed, so that CSV and Excel exports of one value read back alike.
    public static String clean(String text) {
        var kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(SpreadsheetText::holds)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean holds(int c) {
        return c == '\t' || c == '\n' || (c >= ' ' && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
