package uk.goldenthread.assessments.model;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A round of self-assessment as the ICB prepares it.
///
/// @param framework whose questions are asked
/// @param kinds of organisation asked, as `catalogue/organisation-kinds.yaml` names them
/// @param organisations asked beside those kinds
/// @param light whether practices are asked the short profile, where there is one
/// @param cutOffs by which it is judged, as they stood when it was prepared
public record Round(
        long id,
        int icb,
        String framework,
        String edition,
        String name,
        Set<String> kinds,
        Set<Integer> organisations,
        boolean light,
        RoundDates dates,
        CutOffs cutOffs,
        Stage stage,
        @Nullable Instant publishedAt,
        int version) {
    /// Copies the sets in.
    public Round {
        kinds = Set.copyOf(kinds);
        organisations = Set.copyOf(organisations);
    }

    /// How far a round has come.
    public enum Stage {
        /// Being prepared; nobody is asked yet.
        DRAFT,
        /// Issued to the organisations.
        PUBLISHED,
        /// Over.
        CLOSED
    }

    /// Whether it may close (BR-ASM-9): every organisation is moderated, left out with a reason, or a
    /// non-return.
    public boolean mayClose(List<AssessmentState> assessments) {
        return stage == Stage.PUBLISHED && assessments.stream().allMatch(AssessmentState::letsRoundClose);
    }
}
