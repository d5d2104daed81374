package uk.goldenthread.actions.model;

/// What a change did for people, as the committee judges it.
public enum Effect {
    IMPROVED("Improved"),
    NO_CHANGE("No change"),
    WORSE("Worse"),
    TOO_EARLY("Too early to say");

    private final String words;

    Effect(String words) {
        this.words = words;
    }

    /// The words on pages.
    public String words() {
        return words;
    }
}
