package uk.goldenthread.evidence;

/// What an item of evidence can show. A claim that something works needs more than the paper that asks
/// for
/// it.
public enum EvidenceClass {
    PROCESS("Process", "what is meant to happen, as a policy or a plan"),
    PRACTICE("Practice", "what is done, as an audit, records or attendance"),
    OUTCOME("Outcome", "what came of it for children, adults or staff");

    private final String words;
    private final String meaning;

    EvidenceClass(String words, String meaning) {
        this.words = words;
        this.meaning = meaning;
    }

    public String words() {
        return words;
    }

    /// What belongs in the class, for a hint.
    public String meaning() {
        return meaning;
    }
}
