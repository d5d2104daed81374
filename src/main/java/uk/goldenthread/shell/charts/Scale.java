package uk.goldenthread.shell.charts;

import java.util.ArrayList;
import java.util.List;

/// A straight scale from values to places on the drawing, with round ticks.
///
/// @param low the value at the start of the axis
/// @param high the value at its end, more than `low`
/// @param from where `low` is drawn
/// @param to where `high` is drawn
/// @param step between ticks
record Scale(double low, double high, double from, double to, double step) {
    Scale {
        if (!(high > low)) {
            throw new IllegalArgumentException("a scale needs a span, not %s to %s".formatted(low, high));
        }
    }

    /// A scale that holds both values, widened to round numbers: steps of 1, 2, 2.5 or 5 times a power of ten.
    static Scale round(double least, double most, int ticks, double from, double to) {
        var span = most > least ? most - least : Math.max(1, Math.abs(most) * 0.1);
        var rough = span / Math.max(1, ticks);
        var power = Math.pow(10, Math.floor(Math.log10(rough)));
        var step = power * 10;
        for (double nice : new double[] {1, 2, 2.5, 5}) {
            if (nice * power >= rough - 1e-12) {
                step = nice * power;
                break;
            }
        }
        var low = Math.floor(least / step + 1e-9) * step;
        var high = Math.ceil(most / step - 1e-9) * step;
        return new Scale(low, high > low ? high : low + step, from, to, step);
    }

    /// The same scale, ending where values can: a share of 100% is the top even when every value is 100%.
    Scale within(double least, double most) {
        var top = Math.min(high, most);
        var bottom = Math.max(low, least);
        return new Scale(bottom < top ? bottom : top - step, top, from, to, step);
    }

    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    List<Double> ticks() {
        var ticks = new ArrayList<Double>();
        var count = (int) Math.round((high - low) / step);
        for (int tick = 0; tick <= count; tick++) {
            ticks.add(low + tick * step);
        }
        return ticks;
    }
}
