package uk.goldenthread.visits.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One visit to a provider.
///
/// @param why why it is in the plan; empty for one planned by itself
/// @param follows the visit whose findings it looks at again; null where it follows none
/// @param lead the account of who leads it
/// @param open whether its provider may know of it
public record Visit(
        long id,
        int icb,
        int organisation,
        String organisationCode,
        String organisationName,
        VisitKind kind,
        VisitState state,
        String purpose,
        String why,
        @Nullable Long follows,
        LocalDate plannedOn,
        int lead,
        String leadName,
        Happened happened,
        boolean open,
        int version) {
    /// Whether its report is final.
    public boolean isReported() {
        return happened.last() != null;
    }

    /// Its day: the one on which it was carried out, or until then the one it is planned for.
    public LocalDate day() {
        var carried = happened.carriedOut();
        return carried == null ? plannedOn : carried;
    }

    /// What happened, and when.
    public record Happened(
            @Nullable LocalDate carriedOut,
            VisitState.Sampled sampled,
            String summary,
            @Nullable LocalDate sent,
            @Nullable LocalDate answered,
            @Nullable LocalDate last) {}

    /// What a provider said of a draft.
    ///
    /// @param taken null while nobody decided
    public record Comment(
            long id,
            String words,
            String byName,
            Instant at,
            @Nullable Boolean taken,
            String reply) {}
}
