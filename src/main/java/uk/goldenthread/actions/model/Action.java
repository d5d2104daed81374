package uk.goldenthread.actions.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.actions.Priority;
import uk.goldenthread.actions.Proof;

/// One action: what is to be different, who carries it out, by when, and how it stands.
///
/// @param organisation who carries it out
/// @param owner the named person there; null before it is accepted
public record Action(
        long id,
        int icb,
        int organisation,
        String organisationCode,
        String organisationName,
        Plan plan,
        @Nullable Owner owner,
        ActionState state,
        Timing timing,
        Progress progress,
        int version) {

    /// What is to be different and how it will be known.
    ///
    /// @param theme a code of the catalogue's themes; empty when it has none
    /// @param critical whether it answers a critical criterion that is not met
    /// @param expects the classes of evidence that can show it
    public record Plan(
            String title,
            String outcome,
            String measure,
            String theme,
            Priority priority,
            boolean critical,
            Set<Proof> expects) {
        public Plan {
            expects = expects.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(expects));
        }
    }

    /// Who answers for it.
    public record Owner(int account, String name) {}

    /// Its dates. The original one is kept whatever moves the other.
    ///
    /// @param extensions how often the date moved
    /// @param everyMonths how often it comes again; null when it does not
    /// @param firstDue the date of the first of those that come again
    /// @param follows the one before it, when it came again
    public record Timing(
            LocalDate due,
            LocalDate original,
            int extensions,
            @Nullable Integer everyMonths,
            LocalDate firstDue,
            @Nullable Long follows) {}

    /// When it moved on.
    public record Progress(
            Instant proposedAt,
            Instant updatedAt,
            @Nullable Instant submittedAt,
            @Nullable Instant returnedAt,
            @Nullable Instant assuredAt,
            @Nullable LocalDate embedCheckOn,
            @Nullable Effect effect,
            @Nullable Instant closedAt,
            @Nullable String minute) {}

    /// The owner's account; null when nobody owns it.
    public @Nullable Integer ownerAccount() {
        return owner == null ? null : Integer.valueOf(owner.account());
    }
}
