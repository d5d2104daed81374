package uk.goldenthread.concerns.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Warnings about counts that have no target: allegations about staff (W09) and section 42 enquiries about a provider's
/// own care (W11), many for its size or for its own past.
public record CountRules(Allegations allegations, Enquiries enquiries) {
    /// The figure W09 looks at: allegations about staff opened, per 1,000 staff.
    public static final String ALLEGATIONS = "K20";
    /// The figure W11 looks at: section 42 enquiries about the provider.
    public static final String ENQUIRIES = "K36";

    /// A median of fewer says nothing.
    private static final int LEAST_PAST = 4;

    /// W09.
    ///
    /// @param perThousand allegations per 1,000 staff in a quarter
    /// @param times its own median
    /// @param least allegations in the quarter, so that a home of thirty with one allegation is not warned of
    public record Allegations(boolean active, BigDecimal perThousand, BigDecimal times, int least) {}

    /// W11.
    ///
    /// @param times its own median
    /// @param quarters of its past the median is taken of
    /// @param least enquiries in the quarter
    public record Enquiries(boolean active, BigDecimal times, int quarters, int least) {}

    /// What the rules find at the end of a series.
    ///
    /// @param points in the order of their periods
    public List<Finding> findings(Figure figure, List<Point> points) {
        var found = new ArrayList<Finding>();
        if (points.isEmpty()) {
            return found;
        }
        var past = points.subList(0, points.size() - 1);
        var latest = points.getLast();
        if (figure.kpi().equals(ALLEGATIONS) && allegations.active()) {
            allegations(figure, past, latest).ifPresent(found::add);
        }
        if (figure.kpi().equals(ENQUIRIES) && enquiries.active() && latest.value() >= enquiries.least()) {
            var median = median(past.subList(Math.max(0, past.size() - enquiries.quarters()), past.size()));
            if (median != null && isAtLeast(latest.value(), enquiries.times(), median)) {
                found.add(finding("W11", figure, latest, median, "enquiries were opened"));
            }
        }
        return found;
    }

    private Optional<Finding> allegations(Figure figure, List<Point> past, Point latest) {
        var opened = latest.numerator();
        if (opened == null || opened.compareTo(BigDecimal.valueOf(allegations.least())) < 0 || !latest.judged()) {
            return Optional.empty();
        }
        if (BigDecimal.valueOf(latest.value()).compareTo(allegations.perThousand()) >= 0) {
            return Optional.of(warning(
                    "W09",
                    figure,
                    latest,
                    "%s allegations were opened in %s, %s per 1,000 staff: %s or more is many."
                            .formatted(
                                    opened.toBigInteger(),
                                    latest.period().label(),
                                    figure.write(latest.value()),
                                    allegations
                                            .perThousand()
                                            .stripTrailingZeros()
                                            .toPlainString())));
        }
        var median = median(past.subList(Math.max(0, past.size() - enquiries.quarters()), past.size()));
        return median != null && isAtLeast(latest.value(), allegations.times(), median)
                ? Optional.of(finding("W09", figure, latest, median, "allegations per 1,000 staff were opened"))
                : Optional.empty();
    }

    private static boolean isAtLeast(double value, BigDecimal times, double median) {
        return value > 0 && value >= times.doubleValue() * median;
    }

    private static Finding finding(String rule, Figure figure, Point latest, double median, String what) {
        return warning(
                rule,
                figure,
                latest,
                "%s %s in %s; its own median before was %s."
                        .formatted(
                                figure.write(latest.value()),
                                what,
                                latest.period().label(),
                                figure.write(median)));
    }

    private static Finding warning(String rule, Figure figure, Point latest, String words) {
        return new Finding(
                rule, figure.kpi(), figure.kpi(), latest.period(), latest.period(), words, true, latest.provisional());
    }

    /// The middle value, or the mean of the two in the middle; null of too few.
    private static @Nullable Double median(List<Point> points) {
        if (points.size() < LEAST_PAST) {
            return null;
        }
        var values = points.stream().mapToDouble(Point::value).sorted().toArray();
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
