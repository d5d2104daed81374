package uk.goldenthread.visits.model;

/// How a visit comes about.
public enum VisitKind {
    ANNOUNCED("Announced", true),
    SHORT_NOTICE("At short notice", true),
    UNANNOUNCED("Unannounced", false),
    THEMATIC("On a theme", true),
    WALKROUND("Walk-round", true),
    FOLLOW_UP("Follow-up", true),
    VIRTUAL("By video", true),
    JOINT("Joint, with another body", true);

    private final String words;
    private final boolean told;

    VisitKind(String words, boolean told) {
        this.words = words;
        this.told = told;
    }

    /// The words on pages.
    public String words() {
        return words;
    }

    /// Whether the provider is told when the visit is confirmed.
    public boolean toldBefore() {
        return told;
    }
}
