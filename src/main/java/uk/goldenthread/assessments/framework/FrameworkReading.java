package uk.goldenthread.assessments.framework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.assessments.FrameworkFile;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.assessments.model.QuestionGraph;

/// What came of reading an uploaded framework: an edition that may be published, or everything that is wrong with it.
///
/// @param content the framework as the text that would be kept; empty when the file could not be read at all
/// @param file what the linter made of it; null when the file could not be read at all
public record FrameworkReading(
        String fileName, String content, @Nullable FrameworkFile file, List<Fault> faults) {
    /// Copies the faults in.
    public FrameworkReading {
        faults = List.copyOf(faults);
    }

    /// Something wrong.
    ///
    /// @param sheet empty for a file that has none
    /// @param row of the sheet, or line of the file, from 1
    /// @param column empty for the whole row
    public record Fault(String sheet, int row, String column, String message) {}

    /// A file that could not be read at all.
    static FrameworkReading unreadable(String fileName, String sentence) {
        return new FrameworkReading(fileName, "", null, List.of(new Fault("", 0, "", sentence)));
    }

    /// The edition that may be published; null while anything is wrong.
    public @Nullable FrameworkEdition sound() {
        return file == null || !faults.isEmpty() ? null : file.edition();
    }

    /// Its questions as far as they were read.
    public List<QuestionGraph.Node> questions() {
        return file == null ? List.of() : file.questions();
    }
}
