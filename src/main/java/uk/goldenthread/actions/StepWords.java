package uk.goldenthread.actions;

/// The steps of an action's story in words.
public final class StepWords {
    private StepWords() {}

    /// What happened, as a reader says it.
    public static String of(String step) {
        return switch (step) {
            case "PROPOSED" -> "Proposed";
            case "ACCEPTED" -> "Accepted";
            case "DECLINED" -> "Declined";
            case "PROPOSED_AGAIN" -> "Asked again";
            case "UPDATED" -> "Update";
            case "SUBMITTED" -> "Handed in as done";
            case "RETURNED" -> "Sent back: evidence not enough";
            case "ASSURED" -> "Verified as done";
            case "EMBEDDED" -> "Found to hold in practice";
            case "NOT_EMBEDDED" -> "Sent back: the change did not hold";
            case "EVALUATED" -> "Effect judged by the committee";
            case "CLOSED" -> "Closed by the committee";
            case "RISK_ACCEPTED" -> "Closed by the committee, which accepts the risk";
            case "LAPSED" -> "Lapsed";
            case "EXTENSION_ASKED" -> "Later date asked for";
            case "EXTENDED" -> "Later date approved";
            case "NOT_EXTENDED" -> "Later date refused";
            case "OWNER_CHANGED" -> "New owner";
            case "EDITED" -> "Changed";
            case "REPEATED" -> "Came again";
            case "IMPORTED" -> "Changed from a file";
            default -> throw new IllegalArgumentException("no step " + step);
        };
    }
}
