package uk.goldenthread.kernel.identifiers;

import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;

/// An NHS number: ten digits of which the last checks the others (modulus 11).
///
/// @param digits the ten digits without spaces
public record NhsNumber(String digits) {
    private static final Clause FORMAT = new Clause("NHS-NUMBER", "NHS Data Dictionary: NHS number");
    private static final int LENGTH = 10;
    private static final String TEST_PREFIX = "999";

    /// @throws IllegalArgumentException when the digits are no valid NHS number; read people's input with [#read]
    public NhsNumber {
        var fault = faultOf(digits);
        if (!fault.isEmpty()) {
            throw new IllegalArgumentException(fault);
        }
    }

    /// Reads a number as people write it: ten digits, with spaces or hyphens anywhere between them.
    public static Outcome<NhsNumber> read(String text) {
        var digits = withoutSeparators(text);
        var fault = faultOf(digits);
        return fault.isEmpty() ? Outcome.accepted(new NhsNumber(digits)) : Outcome.refused("nhsNumber", fault, FORMAT);
    }

    /// Whether it lies in the range that is never given to a person: only such numbers belong in demonstration data,
    /// and none in live data.
    public boolean isTestNumber() {
        return digits.startsWith(TEST_PREFIX);
    }

    /// As printed: `943 476 5919`.
    public String formatted() {
        return digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
    }

    /// The check digit of nine digits, 0 to 9; 10 when no number can begin with them.
    ///
    /// @throws IllegalArgumentException when they are not nine digits
    public static int checkDigit(String nineDigits) {
        if (!nineDigits.matches("[0-9]{9}")) {
            throw new IllegalArgumentException("a check digit is worked out from nine digits");
        }
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (nineDigits.charAt(i) - '0') * (LENGTH - i);
        }
        return (11 - sum % 11) % 11;
    }

    private static String withoutSeparators(String text) {
        var digits = new StringBuilder(LENGTH);
        for (char c : text.strip().toCharArray()) {
            // Pasted numbers carry no-break spaces as often as plain ones.
            if (c != ' ' && c != '-' && c != '\u00A0') {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    private static String faultOf(String digits) {
        if (digits.isEmpty()) {
            return "Enter an NHS number";
        }
        if (!digits.matches("[0-9]*")) {
            return "An NHS number has digits only";
        }
        if (digits.length() != LENGTH) {
            return "An NHS number has 10 digits, this has " + digits.length();
        }
        if (digits.chars().distinct().count() == 1) {
            return "An NHS number is never one digit ten times over";
        }
        if (checkDigit(digits.substring(0, LENGTH - 1)) != digits.charAt(LENGTH - 1) - '0') {
            return "The check digit is wrong: a digit is mistyped";
        }
        return "";
    }

    /// Never the number itself: a log or message must not carry a person's identifier.
    @Override
    public String toString() {
        return "NhsNumber[" + (isTestNumber() ? formatted() : "hidden") + "]";
    }
}
