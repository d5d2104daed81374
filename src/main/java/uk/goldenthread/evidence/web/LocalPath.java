package uk.goldenthread.evidence.web;

import java.util.regex.Pattern;

/// Where a person came from and goes back to: an address of this service alone, or none.
final class LocalPath {
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[A-Za-z0-9/._~?&=%:+#-]{0,500}");

    private LocalPath() {}

    /// The path as it was sent, or an empty text when it would lead elsewhere.
    static String of(String sent) {
        return LOCAL.matcher(sent).matches() ? sent : "";
    }

    /// The path, or another where none was sent.
    static String or(String sent, String otherwise) {
        var path = of(sent);
        return path.isEmpty() ? otherwise : path;
    }
}
