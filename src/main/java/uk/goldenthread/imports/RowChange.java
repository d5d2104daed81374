package uk.goldenthread.imports;

import org.jspecify.annotations.Nullable;

/// One thing that an approved import does, or that taking it back does.
///
/// @param line the line of the batch, from 1
/// @param before the record as it must be now; null when it must not be there
/// @param after the record as it becomes; null when it is taken away, which only undoing does
/// @param succeeds the key of the record that this one takes the place of, when a person said so; otherwise null
public record RowChange(
        int line,
        String key,
        @Nullable ImportedRecord before,
        @Nullable ImportedRecord after,
        @Nullable String succeeds) {

    /// The same the other way round.
    public RowChange inverse() {
        return new RowChange(line, key, after, before, succeeds);
    }
}
