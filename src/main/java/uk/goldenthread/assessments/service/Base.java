package uk.goldenthread.assessments.service;

/// What the person had seen when they changed something.
///
/// @param version the assessment's version
/// @param exact whether any other change refuses this one (a program's `If-Match`), or only another
///     person's change of
///     the same answer (a page, where each field is saved as it is left)
public record Base(int version, boolean exact) {
    /// A page's.
    public static Base seen(int version) {
        return new Base(version, false);
    }

    /// A program's.
    public static Base ifMatch(int version) {
        return new Base(version, true);
    }
}
