package uk.goldenthread.assessments.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;

/// An exact score between 0 and 100, so that a cut-off is never met or missed by rounding.
public final class Score implements Comparable<Score> {
    private final BigInteger numerator;
    private final BigInteger denominator;

    private Score(BigInteger numerator, BigInteger denominator) {
        var divisor = numerator.gcd(denominator);
        this.numerator = numerator.divide(divisor);
        this.denominator = denominator.divide(divisor);
    }

    /// A decimal as a score.
    ///
    /// @throws IllegalArgumentException when it is not between 0 and 100
    public static Score of(BigDecimal value) {
        return quotient(value, BigDecimal.ONE);
    }

    /// A weighted sum over the sum of its weights.
    ///
    /// @throws IllegalArgumentException when the weights are not positive or the result is not between 0 and 100
    public static Score quotient(BigDecimal weighted, BigDecimal weights) {
        int scale = Math.max(0, Math.max(weighted.scale(), weights.scale()));
        var above = weighted.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
        var below = weights.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
        if (below.signum() <= 0 || above.signum() < 0) {
            throw new IllegalArgumentException("%s over %s is no score".formatted(weighted, weights));
        }
        if (above.compareTo(below.multiply(BigInteger.valueOf(100))) > 0) {
            throw new IllegalArgumentException("%s over %s is more than 100".formatted(weighted, weights));
        }
        return new Score(above, below);
    }

    /// A score and the weight it has among others.
    record Weighted(Score score, BigDecimal weight) {}

    /// The weighted mean of several scores.
    ///
    /// @throws IllegalArgumentException when there is none, or the weights sum to nothing
    static Score mean(Collection<Weighted> scores) {
        int scale =
                scores.stream().mapToInt(part -> part.weight().scale()).max().orElse(0);
        var above = BigInteger.ZERO;
        var below = BigInteger.ONE;
        var weights = BigInteger.ZERO;
        for (var part : scores) {
            var weight = part.weight()
                    .setScale(Math.max(0, scale), RoundingMode.UNNECESSARY)
                    .unscaledValue();
            var score = part.score();
            above = above.multiply(score.denominator)
                    .add(weight.multiply(score.numerator).multiply(below));
            below = below.multiply(score.denominator);
            weights = weights.add(weight);
        }
        if (weights.signum() <= 0) {
            throw new IllegalArgumentException("a mean needs a weight");
        }
        return new Score(above, below.multiply(weights));
    }

    /// The score with this many decimals, halves rounded up.
    public BigDecimal decimal(int decimals) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Score other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Score score
                && numerator.equals(score.numerator)
                && denominator.equals(score.denominator);
    }

    @Override
    public int hashCode() {
        return 31 * numerator.hashCode() + denominator.hashCode();
    }

    @Override
    public String toString() {
        return decimal(4).toPlainString();
    }
}
