package uk.goldenthread.figures;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.kernel.spc.Assurance;
import uk.goldenthread.kernel.spc.Chart;
import uk.goldenthread.kernel.spc.Label;
import uk.goldenthread.kernel.spc.Side;
import uk.goldenthread.kernel.spc.Variation;
import uk.goldenthread.shell.components.Figures;

/// A measure in words: values with their unit, findings, and signals by rule. Pages, papers and messages
/// say the same.
public final class MeasureWords {
    private MeasureWords() {}

    /// A value as a person reads it: "93.5%", "12", "Yes"; "no data" without one.
    public static String value(KpiDefinition definition, @Nullable Double value) {
        if (value == null) {
            return "no data";
        }
        return switch (definition.unit()) {
            case PERCENT -> Figures.percent(value, 1);
            case COUNT -> Figures.decimal(value, 0);
            case RATE -> Figures.decimal(value, 2);
            case DAYS -> Figures.decimal(value, 1) + " days";
            case YES_NO -> value >= 1 ? "Yes" : "No";
        };
    }

    /// A numerator or denominator; nothing without one.
    public static String number(@Nullable BigDecimal number) {
        return number == null ? "" : Figures.decimal(number.doubleValue(), 2);
    }

    /// The unit, as a figure's result names it.
    public static String unit(KpiDefinition definition) {
        return switch (definition.unit()) {
            case PERCENT -> "%";
            case COUNT -> "count";
            case RATE -> "per " + definition.per();
            case DAYS -> "days";
            case YES_NO -> "yes or no";
        };
    }

    /// A share from its whole sums; null where there is nothing to divide by.
    public static @Nullable Double share(
            KpiDefinition definition, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
        if (numerator == null || denominator == null || denominator.signum() == 0) {
            return null;
        }
        var per = definition.per();
        double times = per == null ? 100 : per;
        return numerator.doubleValue() * times / denominator.doubleValue();
    }

    /// The finding of a series in one sentence, which is its chart's title: "Level 3 training at Alder
    /// Trust fell below its usual range in May 2025".
    ///
    /// @param measure the measure's name
    /// @param organisation whose it is
    public static String finding(String measure, String organisation, MeasureSeries series, SpcReading reading) {
        var subject = measure + " at " + organisation;
        var last = series.points().getLast();
        var month = last.period().label();
        if (last.value() == null) {
            return "%s has no data for %s".formatted(subject, month);
        }
        if (!reading.charted()) {
            return "%s up to %s".formatted(subject, month);
        }
        if (!reading.showsSignals()) {
            return "%s has too few points to tell change from chance".formatted(subject);
        }
        var chart = reading.chart();
        int at = chart.size() - 1;
        return "%s %s".formatted(subject, movement(chart, at, month)) + towardsTarget(reading.assurance());
    }

    private static String movement(Chart chart, int at, String period) {
        boolean low = chart.side(at) == Side.LOW;
        return switch (chart.label(at)) {
            case COMMON_CAUSE -> "was within its usual range in " + period;
            case OUTSIDE -> (low ? "fell below" : "rose above") + " its usual range in " + period;
            case TREND -> "has " + (low ? "fallen" : "risen") + " for seven periods in a row, up to " + period;
            case TWO_OF_THREE -> "was close to its " + (low ? "lower" : "upper") + " limit in " + period;
            case RUN ->
                "has been " + (low ? "below" : "above") + " its mean for seven periods or more, up to " + period;
        };
    }

    private static String towardsTarget(@Nullable Assurance assurance) {
        return switch (assurance) {
            case null -> "";
            case PASS -> "; it can be expected to reach its target";
            case FAIL -> "; it cannot be expected to reach its target";
            case HIT_AND_MISS -> "";
        };
    }

    /// Why a point is a signal, in words; null when it is none.
    public static @Nullable String rule(Label label, Side side) {
        boolean low = side == Side.LOW;
        return switch (label) {
            case COMMON_CAUSE -> null;
            case OUTSIDE -> "Outside: " + (low ? "below the lower limit" : "above the upper limit");
            case TREND -> "Trend: seven points in a row " + (low ? "falling" : "rising");
            case TWO_OF_THREE -> "Two of three: near the " + (low ? "lower" : "upper") + " limit";
            case RUN -> "Run: seven or more in a row " + (low ? "below" : "above") + " the mean";
        };
    }

    /// A variation in the words of its filter: "common cause".
    public static String lower(Variation variation) {
        return variation.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
