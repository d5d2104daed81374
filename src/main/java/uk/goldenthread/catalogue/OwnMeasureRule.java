package uk.goldenthread.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.catalogue.KpiDefinition.Frequency;

/// How an ICB wants a shipped measure, from a day until its next change of it. What is null stays as shipped.
///
/// @param number counts the ICB's changes of this measure from 1
/// @param from the first day it holds: a period is judged by the rule of its last day
/// @param used false where the ICB does not ask for the measure
/// @param ownTarget whether `target` replaces the shipped one
/// @param target null together with `ownTarget` where the measure is only watched
/// @param profile codes of the organisation kinds that answer it
public record OwnMeasureRule(
        String kpi,
        int number,
        LocalDate from,
        boolean used,
        boolean ownTarget,
        @Nullable BigDecimal target,
        @Nullable BigDecimal tolerance,
        @Nullable Integer minimumDenominator,
        @Nullable Frequency frequency,
        @Nullable Set<String> profile)
        implements OwnRule {

    /// Copies the profile in.
    public OwnMeasureRule {
        profile = profile == null ? null : Set.copyOf(profile);
    }

    /// Whether it says nothing but "as shipped".
    public boolean isAsShipped() {
        return used
                && !ownTarget
                && tolerance == null
                && minimumDenominator == null
                && frequency == null
                && profile == null;
    }

    @Override
    public String subject() {
        return kpi;
    }

    /// The shipped version with this laid over it. A figure with no direction has no target, whatever was decided
    /// earlier.
    public KpiDefinition over(KpiDefinition shipped) {
        if (isAsShipped()) {
            return shipped;
        }
        return new KpiDefinition(
                shipped.code(),
                shipped.version() * KpiDefinition.OWN_CHANGES_FROM + number,
                shipped.name(),
                shipped.unit(),
                shipped.per(),
                shipped.numerator(),
                shipped.denominator(),
                shipped.fractions(),
                shipped.direction(),
                targetOf(shipped),
                tolerance == null ? shipped.tolerance() : tolerance,
                minimumDenominator == null ? shipped.minimumDenominator() : minimumDenominator,
                frequency == null ? shipped.frequency() : frequency,
                profile == null ? shipped.profile() : profile,
                shipped.priority(),
                shipped.dataSource(),
                shipped.suppression(),
                shipped.spcEnabled(),
                shipped.requirements(),
                shipped.provenance(),
                shipped.inForce());
    }

    private @Nullable BigDecimal targetOf(KpiDefinition shipped) {
        return ownTarget && shipped.direction() != KpiDefinition.Direction.NEUTRAL ? target : shipped.target();
    }
}
