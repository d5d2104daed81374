package uk.goldenthread.catalogue;

import java.util.List;
import java.util.Set;

/// One duty of a framework, with the law it rests on: the upper end of the thread from a figure to a statute.
///
/// @param basis the Acts, regulations, guidance and contract clauses, most binding first
/// @param evidence what usually shows that it is met
/// @param riskTier what it means if unmet: 1 critical, 2 high, 3 moderate
/// @param commenced false when enacted but not known to be in force, so that nobody is marked down for it
public record Requirement(
        String code,
        String section,
        Set<Bound> appliesTo,
        String duty,
        List<String> basis,
        List<String> evidence,
        Set<Cadence> cadence,
        int riskTier,
        boolean commenced,
        InForce inForce) {

    /// @throws IllegalArgumentException when the tier is not 1, 2 or 3, or when nobody is bound or no law is named
    public Requirement {
        appliesTo = Set.copyOf(appliesTo);
        basis = List.copyOf(basis);
        evidence = List.copyOf(evidence);
        cadence = Set.copyOf(cadence);
        if (riskTier < 1 || riskTier > 3) {
            throw new IllegalArgumentException("riskTier of %s is %d, not 1 to 3".formatted(code, riskTier));
        }
        if (appliesTo.isEmpty() || basis.isEmpty() || cadence.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s needs whom it applies to, its basis and its cadence".formatted(code));
        }
    }

    /// Who is bound.
    public enum Bound {
        /// Integrated Care Boards.
        ICB,
        /// Every provider of commissioned care.
        PROVIDER,
        /// NHS trusts and foundation trusts only.
        NHS_TRUST,
        /// General practices.
        GP,
        /// Local authorities, police and other partners.
        PARTNER
    }

    /// How often it is shown to be met.
    public enum Cadence {
        /// Once a year.
        ANNUAL,
        /// Every quarter.
        QUARTERLY,
        /// At all times.
        CONTINUOUS,
        /// When something happens.
        EVENT
    }
}
