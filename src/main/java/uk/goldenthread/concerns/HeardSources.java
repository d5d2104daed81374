package uk.goldenthread.concerns;

import uk.goldenthread.intelligence.HeardSource;

/// What the sources of soft intelligence are called.
final class HeardSources {
    private HeardSources() {}

    /// The words of a source's code.
    static String words(String code) {
        return HeardSource.valueOf(code).words();
    }
}
