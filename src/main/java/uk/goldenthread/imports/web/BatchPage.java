package uk.goldenthread.imports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.imports.BatchLine;
import uk.goldenthread.imports.RowProblem;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.PageLinks;

/// One import: what it would do, line by line, and what may be decided.
///
/// @param state one sentence
/// @param reading true while it is still being compared; the page then refreshes itself
/// @param stalled true when reading was cut short and may be started again
/// @param counts how many lines of each verdict, with the address that shows only those
/// @param ignored a sentence for each reason why rows were left aside
public record BatchPage(
        long id,
        int version,
        String title,
        String kind,
        String state,
        boolean reading,
        boolean stalled,
        Actions actions,
        List<String> notes,
        List<Count> counts,
        List<String> ignored,
        Filter filter,
        List<Line> lines,
        int total,
        PageLinks pages,
        List<String> facts,
        FieldErrors errors) {

    /// What this person may do about it now.
    ///
    /// @param approve what approving will do, in a sentence; null when this person cannot
    /// @param whyNot why this person cannot approve it, where their role otherwise lets them; null otherwise
    /// @param choose whether lines may be left out and choices made
    /// @param undo whether it may be taken back
    /// @param problems whether there are problems to download
    public record Actions(
            @Nullable String approve,
            @Nullable String whyNot,
            boolean choose,
            boolean reject,
            boolean undo,
            boolean problems,
            @Nullable String reason) {}

    /// How many lines of a verdict.
    public record Count(
            String words, String figure, @Nullable String href, boolean current) {}

    /// The filter form as it stands.
    public record Filter(List<Option> verdicts, String verdict, String search, String query) {}

    /// One field of a line.
    ///
    /// @param before null for a new record
    public record Difference(String field, @Nullable String before, String after) {}

    /// One line.
    ///
    /// @param row the row of the file in words, or empty
    public record Line(
            int line,
            String row,
            String label,
            String verdict,
            String tone,
            boolean leftOut,
            boolean mayLeave,
            List<Difference> differences,
            @Nullable String reason,
            List<BatchLine.Choice> options,
            @Nullable String chosen,
            List<RowProblem> problems) {}
}
