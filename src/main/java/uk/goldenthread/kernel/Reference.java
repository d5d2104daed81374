package uk.goldenthread.kernel;

import java.util.regex.Pattern;

/// The stable name of one thing of any module, the same in the ledger, in links between records and in addresses:
/// `answer/123`, `requirement/NHSE_SAAF.2024.R-14`. It never holds a person's name or number.
///
/// @param kind what sort of thing, lower case words with hyphens
/// @param key which one within its kind
public record Reference(String kind, String key) {
    private static final Pattern KIND = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    /// @throws IllegalArgumentException when the kind or the key has other characters than a name may have
    public Reference {
        if (!KIND.matcher(kind).matches() || !KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not the name of a thing");
        }
    }

    public static Reference of(String kind, long id) {
        return new Reference(kind, Long.toString(id));
    }

    /// Reads what [#toString] wrote.
    ///
    /// @throws IllegalArgumentException when it is no such name
    public static Reference parse(String written) {
        int slash = written.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("not the name of a thing");
        }
        return new Reference(written.substring(0, slash), written.substring(slash + 1));
    }

    /// The number of a thing that its module numbers; 0, which is no thing's, when the key is no such number: names
    /// also come out of addresses that anyone may type.
    public long id() {
        return NUMBER.matcher(key).matches() ? Long.parseLong(key) : 0;
    }

    @Override
    public String toString() {
        return kind + "/" + key;
    }
}
