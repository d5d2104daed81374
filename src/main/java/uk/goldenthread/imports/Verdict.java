package uk.goldenthread.imports;

/// What was found of one line of an uploaded file, beside what is known. In the order in which a reviewer needs them.
public enum Verdict {
    REJECTED("Cannot be used"),
    AMBIGUOUS("Needs a choice"),
    CLOSED("Closed"),
    CHANGED("Changed"),
    NEW("New"),
    IDENTICAL("The same");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /// The word on pages.
    public String words() {
        return words;
    }
}
