package uk.goldenthread.contracts.model;

/// One of the eight checks of the safeguarding gateway.
public enum Check {
    POLICY("Safeguarding policy", "In date, and covers children and adults"),
    LEADS("Named leads", "Every role that its kind of organisation needs is filled"),
    TRAINING("Training", "At its target or above"),
    DBS("DBS compliance", "In place for every post that needs it"),
    CQC("CQC", "No rating or action that stands against it"),
    ALLEGATIONS("Allegations history", "Nothing open that stands against it"),
    MCA_DOLS("Mental capacity and liberty", "Policy, training and practice in place"),
    SELF_ASSESSMENT("Self-assessment", "The last one is no more than 24 months old");

    private final String words;
    private final String passesWhen;

    Check(String words, String passesWhen) {
        this.words = words;
        this.passesWhen = passesWhen;
    }

    public String words() {
        return words;
    }

    /// What has to be so for it to pass.
    public String passesWhen() {
        return passesWhen;
    }
}
