package uk.goldenthread.imports.ods;

import java.util.Optional;

/// How an organisation stands, in either dialect of the files.
public enum OdsStatus {
    ACTIVE,
    CLOSED,
    DORMANT,
    PROPOSED,
    /// The trusts file has no status; whether a trust is open shows in its closing date.
    NOT_GIVEN;

    /// The status for the file's own word: A, C, D, P until about 2024, whole words since. Empty when unknown.
    static Optional<OdsStatus> of(String word) {
        return switch (word) {
            case "A", "ACTIVE" -> Optional.of(ACTIVE);
            case "C", "INACTIVE" -> Optional.of(CLOSED);
            case "D", "DORMANT" -> Optional.of(DORMANT);
            case "P", "PROPOSED" -> Optional.of(PROPOSED);
            case "" -> Optional.of(NOT_GIVEN);
            default -> Optional.empty();
        };
    }
}
