package uk.goldenthread.visits.model;

/// What a finding weighs.
public enum Grade {
    GOOD_PRACTICE("Good practice", false),
    NO_CONCERN("No concern", false),
    IMPROVEMENT("Improvement needed", true),
    SIGNIFICANT("Significant concern", true),
    IMMEDIATE("Immediate risk", true);

    private final String words;
    private final boolean action;

    Grade(String words, boolean action) {
        this.words = words;
        this.action = action;
    }

    /// The words on pages.
    public String words() {
        return words;
    }

    /// Whether it calls for an action.
    public boolean needsAction() {
        return action;
    }
}
