package uk.goldenthread.kernel.spc;

import java.util.Arrays;
import java.util.Optional;

/// Which way a measure should go.
public enum Direction {
    /// Higher is better.
    HIGHER_IS_BETTER("+"),
    /// Lower is better.
    LOWER_IS_BETTER("-"),
    /// Neither is better: the measure is context.
    NEUTRAL("0");

    private final String code;

    Direction(String code) {
        this.code = code;
    }

    /// `+`, `-` or `0`.
    public String code() {
        return code;
    }

    /// The direction a code stands for; empty when it stands for none.
    public static Optional<Direction> find(String code) {
        return Arrays.stream(values())
                .filter(direction -> direction.code.equals(code))
                .findFirst();
    }
}
