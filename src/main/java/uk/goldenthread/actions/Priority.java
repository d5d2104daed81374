package uk.goldenthread.actions;

/// How much hangs on an action. A high one that is long overdue raises an early warning (BR-ACT-4).
public enum Priority {
    HIGH("High"),
    MEDIUM("Medium"),
    LOW("Low");

    private final String word;

    Priority(String word) {
        this.word = word;
    }

    /// The word on pages.
    public String word() {
        return word;
    }
}
