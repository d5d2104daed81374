package uk.goldenthread.catalogue;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One version of a figure that providers give: what is counted, for whom, how often, and which duty it shows.
///
/// A figure is judged only where it has a target, and only on at least `minimumDenominator`. Compare with whole numbers
/// (`100 x numerator >= target x denominator`), never with the rounded percentage.
///
/// @param version counts from 1 for each code; an answer keeps the version it was given under
/// @param per what a rate is per, such as 1,000 staff; null unless the unit is a rate
/// @param denominator null where a single number is given: counts, days, yes or no
/// @param fractions whether numerator and denominator may have decimals, as whole-time equivalents do
/// @param target in the figure's own unit: percent, days, or 1 for yes; null where the figure is only watched
/// @param tolerance points by which the target may be missed and the figure still be amber
/// @param minimumDenominator on fewer the figure is shown, not judged; 0 where there is no denominator
/// @param profile codes of the organisation kinds that answer it
/// @param priority whether the composite score counts it, because missing it breaks a statute, statutory guidance or
/// the contract
/// @param suppression code of the profile used when it is published
/// @param spcEnabled whether a chart with limits makes sense for it
/// @param requirements codes of the framework's requirements that it shows
public record KpiDefinition(
        String code,
        int version,
        String name,
        Unit unit,
        @Nullable Integer per,
        String numerator,
        @Nullable String denominator,
        boolean fractions,
        Direction direction,
        @Nullable BigDecimal target,
        BigDecimal tolerance,
        int minimumDenominator,
        Frequency frequency,
        Set<String> profile,
        boolean priority,
        String dataSource,
        String suppression,
        boolean spcEnabled,
        Set<String> requirements,
        Provenance provenance,
        InForce inForce) {

    /// @throws IllegalArgumentException when unit, denominator, target and direction do not fit each other
    public KpiDefinition {
        profile = Set.copyOf(profile);
        requirements = Set.copyOf(requirements);
        refuse(version < 1, code, "version counts from 1");
        refuse(
                unit.isRatio() != (denominator != null),
                code,
                "a percent or rate needs a denominator, other units none");
        refuse((unit == Unit.RATE) != (per != null), code, "a rate, and only a rate, says what it is per");
        refuse(direction == Direction.NEUTRAL && target != null, code, "a neutral figure has no target");
        refuse(minimumDenominator < 0 || tolerance.signum() < 0, code, "limits cannot be negative");
        refuse(profile.isEmpty(), code, "nobody would answer it: the profile is empty");
    }

    private static void refuse(boolean wrong, String code, String why) {
        if (wrong) {
            throw new IllegalArgumentException(code + ": " + why);
        }
    }

    /// Versions from this number on are an ICB's own change of a shipped one: 1002 is its second change of version 1.
    static final int OWN_CHANGES_FROM = 1000;

    /// The version in words: `version 1 with the ICB's change 2`.
    public String versionWords() {
        return version < OWN_CHANGES_FROM
                ? "version " + version
                : "version %d with the ICB's change %d"
                        .formatted(version / OWN_CHANGES_FROM, version % OWN_CHANGES_FROM);
    }

    /// The same rule, holding on other days.
    KpiDefinition during(InForce days) {
        return new KpiDefinition(
                code,
                version,
                name,
                unit,
                per,
                numerator,
                denominator,
                fractions,
                direction,
                target,
                tolerance,
                minimumDenominator,
                frequency,
                profile,
                priority,
                dataSource,
                suppression,
                spcEnabled,
                requirements,
                provenance,
                days);
    }

    /// Whether organisations of this kind answer it.
    public boolean asks(String organisationKind) {
        return profile.contains(organisationKind);
    }

    /// What the value is measured in.
    public enum Unit {
        /// Numerator over denominator, 0 to 100.
        PERCENT,
        /// A whole number of events.
        COUNT,
        /// Numerator over denominator, times `per`; may exceed 100.
        RATE,
        /// A number of days.
        DAYS,
        /// 1 for yes, 0 for no.
        YES_NO;

        /// Whether the value is a numerator over a denominator.
        public boolean isRatio() {
            return this == PERCENT || this == RATE;
        }
    }

    /// Which way is better.
    public enum Direction {
        /// More is better.
        HIGHER,
        /// Less is better.
        LOWER,
        /// Neither: activity, watched for change.
        NEUTRAL
    }

    /// How often it is asked for.
    public enum Frequency {
        /// Each calendar month.
        MONTHLY,
        /// Each quarter of the financial year.
        QUARTERLY,
        /// Each financial year.
        ANNUAL
    }
}
