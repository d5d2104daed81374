package uk.goldenthread.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.calendar.FinancialYear;
import uk.goldenthread.kernel.calendar.Month;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.calendar.Quarter;

/// A series on its calendar: a period for which nothing was given stands as a gap, so that no run or
/// moving range reaches across it (assurance 7.2: one series has no gaps).
final class Timeline {
    private final int[] days;
    private final double[] values;
    private final int[] origin;

    private Timeline(int[] days, double[] values, int[] origin) {
        this.days = days;
        this.values = values;
        this.origin = origin;
    }

    static Timeline of(List<MeasurePoint> points) {
        var days = new int[points.size()];
        var months = new int[points.size()];
        @Nullable Double[] values = new @Nullable Double[points.size()];
        for (int i = 0; i < days.length; i++) {
            var point = points.get(i);
            days[i] = Math.toIntExact(point.period().start().toEpochDay());
            months[i] = months(point.period());
            values[i] = point.value();
        }
        return of(days, months, values);
    }

    /// @param months how long each period is
    static Timeline of(int[] days, int[] months, @Nullable Double[] values) {
        var filledDays = new ArrayList<Integer>(days.length);
        var filled = new ArrayList<Double>(days.length);
        var origin = new ArrayList<Integer>(days.length);
        for (int i = 0; i < days.length; i++) {
            var value = values[i];
            filledDays.add(days[i]);
            filled.add(value == null ? Double.valueOf(Double.NaN) : value);
            origin.add(i);
            if (i + 1 < days.length) {
                var next = LocalDate.ofEpochDay(days[i]).plusMonths(months[i]);
                while (next.toEpochDay() < days[i + 1]) {
                    filledDays.add(Math.toIntExact(next.toEpochDay()));
                    filled.add(Double.NaN);
                    origin.add(-1);
                    next = next.plusMonths(months[i]);
                }
            }
        }
        return new Timeline(
                ints(filledDays), filled.stream().mapToDouble(d -> d).toArray(), ints(origin));
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(i -> i).toArray();
    }

    static int months(Period period) {
        return switch (period) {
            case Month _ -> 1;
            case Quarter _ -> 3;
            case FinancialYear _ -> 12;
        };
    }

    /// The points at which segments begin: for each day the first point on or after it, where there is one.
    int[] startsAt(List<LocalDate> baselines) {
        return baselines.stream()
                .mapToInt(day -> {
                    int found = Arrays.binarySearch(days, Math.toIntExact(day.toEpochDay()));
                    return found >= 0 ? found : -found - 1;
                })
                .filter(point -> point < days.length)
                .toArray();
    }

    /// The values in order; NaN for a gap.
    double[] values() {
        return values.clone();
    }

    /// Which recorded point each is, or -1 for a gap.
    List<Integer> origin() {
        return Arrays.stream(origin).boxed().toList();
    }

    /// The latest value; null when it has none.
    @Nullable
    Double last() {
        double last = values[values.length - 1];
        return Double.isNaN(last) ? null : last;
    }
}
