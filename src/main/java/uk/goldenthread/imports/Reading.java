package uk.goldenthread.imports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.goldenthread.imports.changeset.Incoming;

/// What a target made of a file: records and unusable rows, what was left aside on purpose and why, and what a reviewer
/// must be told.
///
/// @param rows one for each record; several may stem from one row of the file
/// @param ignored how many rows were left aside, by reason in words: "belong to another ICB"
/// @param notes sentences shown above the differences
public record Reading(List<Incoming<ImportedRecord>> rows, Map<String, Integer> ignored, List<String> notes) {
    public Reading {
        rows = List.copyOf(rows);
        ignored = Collections.unmodifiableMap(new LinkedHashMap<>(ignored));
        notes = List.copyOf(notes);
    }
}
