package uk.goldenthread.kernel.clocks;

import java.util.Arrays;
import java.util.Optional;

/// What a clock counts. Elapsed hours, calendar units and working days never mix: doing so is the commonest defect.
public enum Unit {
    /// Elapsed hours between two instants, blind to the change to and from summer time.
    HOURS("h", "H", "hour"),
    /// Calendar days.
    DAYS("d", "D", "day"),
    /// Calendar weeks.
    WEEKS("w", "W", "week"),
    /// Calendar months, clamped to the last day of a shorter month.
    MONTHS("m", "M", "month"),
    /// Working days of England.
    WORKING_DAYS("WD", "WD", "working day");

    private final String code;
    private final String letters;
    private final String word;

    Unit(String code, String letters, String word) {
        this.code = code;
        this.letters = letters;
        this.word = word;
    }

    /// The short code of the catalogue and the command line: `h`, `d`, `w`, `m` or `WD`.
    public String code() {
        return code;
    }

    /// The letters after the number in a span such as `P15WD`.
    String letters() {
        return letters;
    }

    /// The number with this unit in words: `1 working day`, `3 months`.
    public String inWords(long amount) {
        return amount + " " + word + (amount == 1 ? "" : "s");
    }

    static Optional<Unit> ofLetters(String letters) {
        return Arrays.stream(values())
                .filter(unit -> unit.letters.equals(letters))
                .findFirst();
    }
}
