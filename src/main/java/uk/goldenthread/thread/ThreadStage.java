package uk.goldenthread.thread;

/// The stages of the golden thread in their order, from the duty at the top to the paper at the bottom.
public enum ThreadStage {
    LAW("Law and guidance"),
    REQUIREMENT("What is asked"),
    PROVIDER("Of whom"),
    ANSWER("What was answered"),
    EVIDENCE("Evidence"),
    JUDGEMENT("Judgement"),
    FINDING("What was found"),
    ACTION("Action"),
    PAPER("What the committee was told");

    private final String words;

    ThreadStage(String words) {
        this.words = words;
    }

    /// The stage's heading.
    public String words() {
        return words;
    }
}
