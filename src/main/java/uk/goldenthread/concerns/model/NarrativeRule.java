package uk.goldenthread.concerns.model;

import java.math.BigDecimal;
import java.util.Optional;
import uk.goldenthread.concerns.model.Point.Fraction;

/// W12: a figure missed its target by more than the tolerance and came without a word about why.
///
/// @param tolerance points by which the target may be missed without being red
public record NarrativeRule(boolean active, BigDecimal tolerance) {
    /// The rule's code.
    public static final String CODE = "W12";

    /// @param latest the latest point, for which nothing was written
    public Optional<Finding> finding(Figure figure, Point latest) {
        if (!active || !figure.isJudged() || !latest.judged() || !isRed(figure, latest)) {
            return Optional.empty();
        }
        var words = "%s misses its target by more than %s points, and no words came with it."
                .formatted(figure.write(latest), tolerance.stripTrailingZeros().toPlainString());
        return Optional.of(new Finding(
                CODE, figure.kpi(), figure.kpi(), latest.period(), latest.period(), words, true, latest.provisional()));
    }

    private boolean isRed(Figure figure, Point latest) {
        return figure.shortfall(latest)
                .minus(new Fraction(tolerance, BigDecimal.ONE))
                .isPositive();
    }
}
