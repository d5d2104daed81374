package uk.goldenthread.assessments.model;

import java.time.LocalDate;
import java.util.Set;

/// A part of an assessment that was given to a colleague.
///
/// @param account who answers it
/// @param standards codes of the standards it holds
/// @param dueOn when the colleague is to have answered it
/// @param givenBy who gave it, and joins it
public record Part(
        long id, int account, Set<String> standards, LocalDate dueOn, int givenBy, Stage stage, int version) {
    /// Copies the standards in.
    public Part {
        standards = Set.copyOf(standards);
    }

    /// How far a part has come.
    public enum Stage {
        /// The colleague answers it.
        GIVEN,
        /// The colleague says it is done.
        DONE,
        /// Back with whoever leads; everybody of the organisation may see it again.
        JOINED
    }

    /// Whether it is still apart from the whole.
    public boolean isApart() {
        return stage != Stage.JOINED;
    }
}
