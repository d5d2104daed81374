package uk.goldenthread.contracts.model;

/// The form of a contract.
public enum Form {
    FULL_LENGTH("NHS Standard Contract, full length"),
    SHORTER("NHS Standard Contract, shorter form"),
    GMS("General Medical Services"),
    PMS("Personal Medical Services"),
    APMS("Alternative Provider Medical Services"),
    PHARMACY("Community pharmacy"),
    DENTAL("Dental services"),
    OPTOMETRY("Optometry"),
    OTHER("Another form");

    private final String words;

    Form(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
