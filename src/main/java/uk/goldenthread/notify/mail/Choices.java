package uk.goldenthread.notify.mail;

/// When a person wishes to be written to, where they act.
///
/// @param atOnce whether matters that cannot wait are mailed straight away
/// @param quietFrom the hour, 0 to 23 in London, from which nothing is sent
/// @param quietTo the hour until which nothing is sent; the same as `quietFrom` for no quiet hours
/// @param version the row's, 0 while there is none
public record Choices(Digest digest, boolean atOnce, int quietFrom, int quietTo, int version) {
    /// What holds until a person chooses.
    static final Choices UNTIL_CHOSEN = new Choices(Digest.WEEKLY, true, 19, 8, 0);

    public Choices {
        if (quietFrom < 0 || quietFrom > 23 || quietTo < 0 || quietTo > 23) {
            throw new IllegalArgumentException("hours are 0 to 23, not %d and %d".formatted(quietFrom, quietTo));
        }
    }

    /// How often what waits is summed up. The names are what the table holds.
    public enum Digest {
        /// On Mondays at 8am.
        WEEKLY,
        /// From Monday to Friday at 8am.
        DAILY,
        OFF
    }
}
