package uk.goldenthread.concerns.model;

import java.util.List;

/// A level of oversight, least first (National Quality Board guidance on quality risk response and
/// escalation, 2022). WATCH is
/// our own step before ENHANCED.
public enum Level {
    ROUTINE("Routine", "Routine assurance and improvement"),
    WATCH("Watch", "Watched more closely, before enhanced oversight"),
    ENHANCED("Enhanced", "Enhanced oversight with a plan: specific risks are not being managed"),
    INTENSIVE("Intensive", "Intensive oversight with the region: risk is serious, complex or recurrent");

    private final String word;
    private final String meaning;

    Level(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /// `Enhanced`.
    public String word() {
        return word;
    }

    /// What it means, in a sentence without its full stop.
    public String meaning() {
        return meaning;
    }

    public boolean isAbove(Level other) {
        return compareTo(other) > 0;
    }

    /// The levels an ordinary move may reach from here: one step down, one step up.
    public List<Level> oneStepAway() {
        return switch (this) {
            case ROUTINE -> List.of(WATCH);
            case WATCH -> List.of(ROUTINE, ENHANCED);
            case ENHANCED -> List.of(WATCH, INTENSIVE);
            case INTENSIVE -> List.of(ENHANCED);
        };
    }
}
