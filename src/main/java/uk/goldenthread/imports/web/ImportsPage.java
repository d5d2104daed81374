package uk.goldenthread.imports.web;

import java.util.List;

/// The list of imports, newest first.
///
/// @param mayUpload whether there is a kind of file that this person may upload
/// @param older whether there are older ones than those listed
public record ImportsPage(List<Line> lines, boolean mayUpload, int page, boolean older) {
    /// One import.
    ///
    /// @param would what it would do or did, in words: "113 new, 2 changed"
    public record Line(
            long id, String fileName, String kind, String state, String tone, String would, String uploaded) {}
}
