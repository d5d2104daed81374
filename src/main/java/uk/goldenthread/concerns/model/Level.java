package uk.goldenthread.concerns.model;

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
}
