package uk.goldenthread.figures.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.figures.MeasurePoint;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.shell.charts.Chart;
import uk.goldenthread.shell.charts.FunnelChart;

/// Draws the peers of a period by size, with the limits within which chance alone would keep them.
final class PeerFunnel {
    private PeerFunnel() {}

    /// Nothing where the measure is not a share or fewer than two providers gave it.
    static @Nullable Chart of(KpiDefinition definition, @Nullable Period period, List<MeasurePeers.Peer> peers) {
        if (definition.unit() != KpiDefinition.Unit.PERCENT || period == null) {
            return null;
        }
        var drawn = new ArrayList<FunnelChart.Peer>();
        for (var peer : peers) {
            var point = peer.point();
            if (point != null && isWholeShare(point)) {
                drawn.add(new FunnelChart.Peer(
                        peer.shownAs(), whole(point.numerator()), whole(point.denominator()), false));
            }
        }
        if (drawn.size() < 2) {
            return null;
        }
        double share = FunnelChart.groupShare(drawn);
        long beyond = drawn.stream()
                .filter(peer -> FunnelChart.standing(peer, share) == FunnelChart.Standing.BEYOND_998)
                .count();
        var finding = beyond == 0
                ? "No provider differs from the group by more than chance in " + period.label()
                : "%d of %d providers %s from the group by more than chance in %s"
                        .formatted(beyond, drawn.size(), beyond == 1 ? "differs" : "differ", period.label());
        var counted = java.util.Objects.requireNonNullElse(definition.denominator(), "");
        return FunnelChart.draw(finding, definition.name(), counted, drawn);
    }

    /// Whole-time equivalents have fractions and do not fit a funnel of counts.
    private static boolean isWholeShare(MeasurePoint point) {
        var numerator = point.numerator();
        var denominator = point.denominator();
        return numerator != null
                && denominator != null
                && denominator.signum() > 0
                && numerator.signum() >= 0
                && numerator.compareTo(denominator) <= 0
                && numerator.stripTrailingZeros().scale() <= 0
                && denominator.stripTrailingZeros().scale() <= 0;
    }

    private static int whole(java.math.@Nullable BigDecimal number) {
        return number == null ? 0 : number.intValueExact();
    }
}
