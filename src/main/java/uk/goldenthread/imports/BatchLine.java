package uk.goldenthread.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of a batch: what the file says of one record, beside what is known.
///
/// @param line from 1, in the order of review
/// @param row the row of the file, as a spreadsheet numbers it; 0 where the line stems from no row
/// @param takes whether approving acts on it
/// @param reason why it needs a choice; null otherwise
/// @param options what may be chosen; empty where there is nothing to choose
/// @param chosen the code of the option chosen; null while none is
public record BatchLine(
        int line,
        int row,
        String key,
        String label,
        Verdict verdict,
        boolean takes,
        @Nullable ImportedRecord before,
        @Nullable ImportedRecord after,
        @Nullable String reason,
        List<Choice> options,
        @Nullable String chosen,
        List<RowProblem> problems) {
    public BatchLine {
        options = List.copyOf(options);
        problems = List.copyOf(problems);
    }

    /// The option that leaves things as they are.
    public static final String LEAVE = "LEAVE";

    /// One thing a person may choose for an ambiguous line.
    ///
    /// @param code stable within the line
    /// @param words what choosing it does
    /// @param after the record it takes in; null when it leaves things as they are
    /// @param succeeds the key of the record that the new one takes the place of; null for none
    public record Choice(
            String code,
            String words,
            @Nullable ImportedRecord after,
            @Nullable String succeeds) {}
}
