package uk.goldenthread.actions;

/// What a piece of evidence can show: that something was written, that it is done, or that it made
/// a difference.
public enum Proof {
    PROCESS("process", "a policy, a plan, minutes"),
    PRACTICE("practice", "an audit, records sampled, supervision observed"),
    OUTCOME("outcome", "a measured effect, the voice of a child or an adult");

    private final String word;
    private final String examples;

    Proof(String word, String examples) {
        this.word = word;
        this.examples = examples;
    }

    /// The word within a sentence: "evidence of practice".
    public String word() {
        return word;
    }

    /// What people give as such.
    public String examples() {
        return examples;
    }
}
