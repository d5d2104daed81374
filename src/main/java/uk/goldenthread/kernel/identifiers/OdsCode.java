package uk.goldenthread.kernel.identifiers;

import java.util.Locale;
import java.util.regex.Pattern;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;

/// The code of an organisation or site in the Organisation Data Service. What kind of organisation it is follows from
/// its role in the register, never from the pattern of its code.
///
/// @param value 3 to 10 letters and digits, in upper case
public record OdsCode(String value) implements Comparable<OdsCode> {
    private static final Pattern FORMAT = Pattern.compile("[A-Z0-9]{3,10}");
    private static final Clause ODS = new Clause("ODS", "Organisation Data Service: organisation codes");

    /// @throws IllegalArgumentException when it is not such a code; read people's input with [#read]
    public OdsCode {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("%s is not an organisation code".formatted(value));
        }
    }

    /// Reads a code as people write it: case and surrounding spaces do not matter.
    public static Outcome<OdsCode> read(String text) {
        var code = text.strip().toUpperCase(Locale.ROOT);
        return FORMAT.matcher(code).matches()
                ? Outcome.accepted(new OdsCode(code))
                : Outcome.refused("odsCode", "An organisation code has 3 to 10 letters and digits", ODS);
    }

    @Override
    public int compareTo(OdsCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
