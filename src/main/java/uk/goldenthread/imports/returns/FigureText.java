package uk.goldenthread.imports.returns;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the text of a figure as a person types it, and says what is wrong with what cannot be one.
public final class FigureText {
    private static final int MOST_DIGITS = 12;
    private static final Pattern PLAIN = Pattern.compile("-?(\\d{1,400}|\\d{1,3}(,\\d{3}){1,99})(\\.\\d{1,400})?");
    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d{1,400}(\\.\\d{1,400})?[eE][+-]?\\d{1,9}");

    private FigureText() {}

    /// What a figure's text came to: a number, nothing, or a sentence saying why not.
    public record Figure(
            @Nullable BigDecimal number, @Nullable String problem) {}

    private static final Figure NONE = new Figure(null, null);

    /// A count: whole, 0 or more. Thousands may be parted by commas.
    public static Figure count(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        if (text.endsWith("%")) {
            return wrong(text, "is a percentage; give the count itself");
        }
        var number = number(text);
        if (number.number() == null) {
            return number;
        }
        return number.number().stripTrailingZeros().scale() > 0 ? wrong(text, "is not a whole number") : number;
    }

    /// A value in the measure's own unit, 0 or more; `84%` is read as 84.
    public static Figure value(String text) {
        return text.isEmpty()
                ? NONE
                : number(
                        text.endsWith("%")
                                ? text.substring(0, text.length() - 1).strip()
                                : text);
    }

    /// An answer: yes is 1 and no is 0, whichever way it is written.
    public static Figure answer(String text) {
        return switch (text.toLowerCase(Locale.UK)) {
            case "yes" -> new Figure(BigDecimal.ONE, null);
            case "no" -> new Figure(BigDecimal.ZERO, null);
            default -> value(text);
        };
    }

    private static Figure number(String text) {
        if (SCIENTIFIC.matcher(text).matches()) {
            return wrong(text, "is written with an exponent; write the digits out");
        }
        if (!PLAIN.matcher(text).matches()) {
            return wrong(text, "is not a number");
        }
        var number = new BigDecimal(text.replace(",", ""));
        if (number.signum() < 0) {
            return wrong(text, "is negative");
        }
        if (number.precision() - number.scale() > MOST_DIGITS
                || number.stripTrailingZeros().scale() > MOST_DIGITS) {
            return wrong(text, "has too many digits");
        }
        return new Figure(number, null);
    }

    private static Figure wrong(String text, String why) {
        var shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return new Figure(null, "“" + shown + "” " + why + ".");
    }
}
