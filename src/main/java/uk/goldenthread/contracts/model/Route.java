package uk.goldenthread.contracts.model;

/// How a provider is chosen under the Provider Selection Regime, from 1 January 2024.
public enum Route {
    DIRECT_AWARD_A("Direct award A"),
    DIRECT_AWARD_B("Direct award B"),
    DIRECT_AWARD_C("Direct award C"),
    MOST_SUITABLE("Most suitable provider"),
    COMPETITIVE("Competitive process"),
    NOT_PSR("Outside the regime");

    private final String words;

    Route(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
