package uk.goldenthread.papers.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A paper with what the program keeps beside the model.
///
/// @param measures codes chosen to be shown with a chart; none to let the data choose
/// @param submittedOn when its author handed it to those who sign
public record Kept(
        Paper paper, List<String> measures, @Nullable LocalDate submittedOn, int version) {
    public Kept {
        measures = List.copyOf(measures);
    }
}
