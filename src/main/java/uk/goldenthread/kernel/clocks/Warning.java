package uk.goldenthread.kernel.clocks;

import java.util.Optional;

/// When a clock turns amber or red: so long after it started, or so long before it is due.
///
/// @param span      the length; for a clock that counts back it counts back from the same event
/// @param beforeDue true when it is counted back from the deadline instead
public record Warning(Span span, boolean beforeDue) {
    private static final String BEFORE_DUE = " before due";

    /// Reads `P10WD` (from the start) or `P42D before due`; empty when the text is neither.
    public static Optional<Warning> find(String text) {
        boolean beforeDue = text.endsWith(BEFORE_DUE);
        var length = beforeDue ? text.substring(0, text.length() - BEFORE_DUE.length()) : text;
        return Span.find(length).map(span -> new Warning(span, beforeDue));
    }

    /// As written in the catalogue.
    public String code() {
        return beforeDue ? span.code() + BEFORE_DUE : span.code();
    }
}
