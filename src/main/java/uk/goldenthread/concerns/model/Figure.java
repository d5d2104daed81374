package uk.goldenthread.concerns.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.concerns.model.Point.Fraction;
import uk.goldenthread.kernel.spc.Direction;

/// What a rule must know of a figure.
///
/// @param percent values are percentages; otherwise counts, days, rates or 1 for yes
/// @param target in the figure's own unit; null where the figure is only watched
public record Figure(
        String kpi,
        String name,
        boolean percent,
        Direction direction,
        @Nullable BigDecimal target) {

    /// By how much a value is worse than the target; negative or nought when it meets it. Only where
    /// there is a target.
    Fraction shortfall(Point point) {
        if (target == null || direction == Direction.NEUTRAL) {
            throw new IllegalStateException(kpi + " has no target to miss");
        }
        return worsening(new Fraction(target, BigDecimal.ONE), point.exact(percent));
    }

    /// By how much a value is worse than the one before; negative when it is better.
    Fraction worsening(Point before, Point after) {
        return worsening(before.exact(percent), after.exact(percent));
    }

    private Fraction worsening(Fraction before, Fraction after) {
        return direction == Direction.LOWER_IS_BETTER ? after.minus(before) : before.minus(after);
    }

    /// Whether it has a target that a value can miss.
    boolean isJudged() {
        return target != null && direction != Direction.NEUTRAL;
    }

    /// The value as a person reads it: `82.4%`, `12`.
    public String write(double value) {
        var rounded =
                BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
        return (rounded.signum() == 0 ? "0" : rounded.toPlainString()) + (percent ? "%" : "");
    }

    /// `82.4% in 2026/27 Q2`.
    String write(Point point) {
        return write(point.value()) + " in " + point.period().label();
    }
}
