package uk.goldenthread.concerns.model;

import java.util.Arrays;
import java.util.Optional;

/// What a series of signals is about when it is not a figure: the beginning of its name says so, and what comes at last
/// restates nothing.
public enum Matter {
    /// A provider's returns: late, or silent.
    RETURNS("RETURNS-", "Returns", "The returns no longer show it."),
    /// Something a provider owes.
    OWED(
            "OWED-",
            "Something owed",
            "It is no longer owed: it was answered, or what it was about is closed, or the rule changed."),
    /// An immediate risk that a visit found.
    IMMEDIATE("IMMEDIATE-", "A visit's finding", "The finding was withdrawn, or an action for it was verified."),
    /// A statutory post.
    POST("POST-", "Statutory post", "The post is filled or covered again, or the rule changed."),
    /// What moderation or its evidence says of a whole self-assessment.
    ASSESSMENT("ASSESSMENT-", "Self-assessment", "The self-assessment that stands now no longer shows it."),
    /// One matter that a provider claims, set against what else is known.
    CLAIM("CLAIM-", "Claim", "What is claimed and what is known no longer contradict each other."),
    /// What the Care Quality Commission published.
    REGULATOR("REGULATOR-", "Care Quality Commission", "What the regulator published last no longer shows it."),
    /// What was heard of a provider.
    HEARD("HEARD-", "What was heard", "Less was heard of late.");

    private final String prefix;
    private final String words;
    private final String ended;

    Matter(String prefix, String words, String ended) {
        this.prefix = prefix;
        this.words = words;
        this.ended = ended;
    }

    /// The matter of a series; empty when it is a figure's.
    public static Optional<Matter> of(String series) {
        return Arrays.stream(values())
                .filter(matter -> series.startsWith(matter.prefix))
                .findFirst();
    }

    /// The name of a series about this matter.
    public String series(String key) {
        return prefix + key;
    }

    /// What the series is about, after the matter itself: `NN-SC` of `POST-NN-SC`.
    public String key(String series) {
        return series.substring(prefix.length());
    }

    /// What it is called.
    public String words() {
        return words;
    }

    /// Why a signal about it ended, in one sentence.
    public String ended() {
        return ended;
    }
}
