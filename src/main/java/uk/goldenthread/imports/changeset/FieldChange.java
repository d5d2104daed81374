package uk.goldenthread.imports.changeset;

/// One field that differs, as text fit for reading.
///
/// @param before empty when there was nothing
/// @param after empty when there will be nothing
public record FieldChange(String field, String before, String after) {
    /// The same difference the other way round.
    FieldChange inverse() {
        return new FieldChange(field, after, before);
    }
}
