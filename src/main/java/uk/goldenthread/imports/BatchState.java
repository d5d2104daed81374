package uk.goldenthread.imports;

/// How far an uploaded file has come. READING becomes REVIEW, UNCHANGED or FAILED; REVIEW becomes APPROVED or REJECTED;
/// APPROVED may become UNDONE. Nothing else happens.
public enum BatchState {
    /// Stored, and being compared with what is known.
    READING("Being read"),
    /// Could not be compared; nothing was changed.
    FAILED("Could not be read"),
    /// Says what is known already, so there is nothing to approve.
    UNCHANGED("Nothing to change"),
    /// Waits for a person's decision.
    REVIEW("To review"),
    /// Applied.
    APPROVED("Approved"),
    /// Put aside; nothing was changed.
    REJECTED("Put aside"),
    /// Applied, and taken back again.
    UNDONE("Taken back");

    private final String words;

    BatchState(String words) {
        this.words = words;
    }

    /// The words on pages.
    public String words() {
        return words;
    }
}
