package uk.goldenthread.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.catalogue.KpiDefinition;

/// Values of several providers of one period together: the sum of the numerators over the sum of the
/// denominators, never an average of shares; counts are added; days and answers of yes or no are not.
///
/// @param value null where there is nothing to add or divide
public record MeasureTotal(
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable Double value) {
    /// The total of these values.
    public static MeasureTotal of(KpiDefinition definition, List<MeasurePoint> points) {
        return switch (definition.unit()) {
            case PERCENT, RATE -> {
                var whole = points.stream()
                        .filter(point -> point.numerator() != null && point.denominator() != null)
                        .toList();
                var numerator = sum(whole, MeasurePoint::numerator);
                var denominator = sum(whole, MeasurePoint::denominator);
                yield new MeasureTotal(numerator, denominator, MeasureWords.share(definition, numerator, denominator));
            }
            case COUNT -> {
                var values = points.stream()
                        .map(MeasurePoint::value)
                        .filter(java.util.Objects::nonNull)
                        .toList();
                yield new MeasureTotal(
                        null,
                        null,
                        values.isEmpty()
                                ? null
                                : values.stream().mapToDouble(value -> value).sum());
            }
            case DAYS, YES_NO -> new MeasureTotal(null, null, null);
        };
    }

    private static @Nullable BigDecimal sum(
            List<MeasurePoint> points, Function<MeasurePoint, @Nullable BigDecimal> part) {
        BigDecimal sum = null;
        for (var point : points) {
            var value = part.apply(point);
            if (value != null) {
                sum = sum == null ? value : sum.add(value);
            }
        }
        return sum == null ? null : sum.stripTrailingZeros();
    }
}
