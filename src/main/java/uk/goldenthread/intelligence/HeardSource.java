package uk.goldenthread.intelligence;

/// Where something was heard.
public enum HeardSource {
    COMPLAINT("Complaint"),
    FREEDOM_TO_SPEAK_UP("Freedom to Speak Up"),
    VISIT("Talk during a visit"),
    GENERAL_PRACTICE("General practice"),
    LADO("Local authority designated officer"),
    LOCAL_AUTHORITY("Local authority"),
    REGULATOR("Regulator"),
    PATIENT_OR_CARER("Patient or carer"),
    STAFF("Member of staff"),
    PRESS("Press"),
    OTHER("Elsewhere");

    private final String words;

    HeardSource(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
