package uk.goldenthread.papers.model;

/// Where a point stands in a highlight report.
public enum Heading {
    ALERT("Alert", "Needs action or escalation"),
    ADVISE("Advise", "Watch, no immediate action"),
    ASSURE("Assure", "Positive");

    private final String word;
    private final String meaning;

    Heading(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    public String word() {
        return word;
    }

    public String meaning() {
        return meaning;
    }
}
