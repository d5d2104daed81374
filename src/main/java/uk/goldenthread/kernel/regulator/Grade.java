package uk.goldenthread.kernel.regulator;

import java.util.Arrays;
import java.util.Optional;

/// A rating of the Care Quality Commission, the worst first.
public enum Grade {
    INADEQUATE("Inadequate"),
    REQUIRES_IMPROVEMENT("Requires improvement"),
    GOOD("Good"),
    OUTSTANDING("Outstanding");

    private final String words;

    Grade(String words) {
        this.words = words;
    }

    /// As a page says it by itself: `Requires improvement`.
    public String words() {
        return words;
    }

    /// The grade of this name, if there is one.
    public static Optional<Grade> find(String name) {
        return Arrays.stream(values())
                .filter(grade -> grade.name().equals(name))
                .findFirst();
    }
}
