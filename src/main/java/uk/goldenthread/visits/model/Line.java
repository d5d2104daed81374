package uk.goldenthread.visits.model;

import uk.goldenthread.kernel.Reference;

/// A line of a framework, in its edition, whose claim a question of a visit puts to the test.
///
/// @param framework as `S11_WT`
/// @param edition as its framework writes it: `2023`, `2015/16`
/// @param code as `10.2`
public record Line(String framework, String edition, String code) {
    /// Reads `S11_WT:2023:10.2`.
    ///
    /// @throws IllegalArgumentException when it is no such text
    public static Line parse(String text) {
        var parts = text.split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a line of a framework: " + text);
        }
        return new Line(parts[0], parts[1], parts[2]);
    }

    /// Its stable name on the thread, where an edition has a hyphen for the stroke.
    public Reference reference() {
        return new Reference("requirement", "%s:%s:%s".formatted(framework, edition.replace('/', '-'), code));
    }
}
