package uk.goldenthread.kernel.words;

/// Words as people type them. A browser sends a line's end as it likes, and blanks at either end mean nothing.
public final class TypedWords {
    private TypedWords() {}

    /// The words as they are kept: line ends alike, no blanks at either end, and no character that cannot be stored.
    public static String plain(String typed) {
        return typed.replace("\r\n", "\n").replace("\u0000", "").strip();
    }

    /// Whether two texts are kept as the same words.
    public static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }
}
