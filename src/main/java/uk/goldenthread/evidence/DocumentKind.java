package uk.goldenthread.evidence;

/// What sort of paper an item is. A policy is good until its review date, the others for a set time (BR-
/// EVD-1).
public enum DocumentKind {
    POLICY("Policy or procedure"),
    PLAN("Plan or strategy"),
    MINUTES("Minutes or papers of a meeting"),
    TRAINING("Training record"),
    AUDIT("Audit"),
    REPORT("Report or review"),
    FEEDBACK("Feedback or survey"),
    OTHER("Something else");

    private final String words;

    DocumentKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
