package uk.goldenthread.shell.charts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Series and peers for tests and for the gallery.
public final class Drawn {
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private Drawn() {}

    /// Level 3 training at one trust over two years: a reset of the limits at the thirteenth month, and a last month
    /// far below.
    public static SpcSeries training() {
        double[] values = {
            84, 85.5, 83.9, 86, 85.1, 84.2, 86.3, 85, 84.4, 85.9, 86.1, 85.2, 91, 92.4, 90.8, 91.7, 92, 91.1, 92.6,
            91.9, 90.9, 92.2, 91.4, 79.4
        };
        var points = new ArrayList<SpcSeries.Point>();
        for (int index = 0; index < values.length; index++) {
            var period = MONTHS[(index + 5) % 12] + " " + (2024 + (index + 5) / 12);
            var last = index == values.length - 1;
            points.add(new SpcSeries.Point(
                    period,
                    values[index],
                    last ? Signal.CONCERN : Signal.COMMON_CAUSE,
                    last ? "Below the lower limit" : null));
        }
        return new SpcSeries(
                "Level 3 training at Alder Trust fell below its usual range in May",
                "Staff with level 3 training in date",
                Unit.PERCENT,
                points,
                List.of(
                        new SpcSeries.Segment(0, 12, 85.1, 81.6, 88.6, null),
                        new SpcSeries.Segment(
                                12, 24, 91.2, 87.4, 95.1, "electronic staff record took over from spreadsheets")),
                90.0);
    }

    /// A short series of one stretch.
    public static SpcSeries series(
            Unit unit, double lower, double mean, double upper, @Nullable Double target, double... values) {
        var points = new ArrayList<SpcSeries.Point>();
        for (int index = 0; index < values.length; index++) {
            points.add(SpcSeries.Point.usual("Month " + (index + 1), values[index]));
        }
        var segment = new SpcSeries.Segment(0, values.length, mean, lower, upper, null);
        return new SpcSeries("A finding", "A measure", unit, points, List.of(segment), target);
    }

    public static List<FunnelChart.Peer> peers() {
        return List.of(
                new FunnelChart.Peer("Alder Trust", 327, 412, true),
                new FunnelChart.Peer("Birch Community Health", 1102, 1280, false),
                new FunnelChart.Peer("Cedar Partnership", 80, 96, false),
                new FunnelChart.Peer("Damson Hospitals", 1820, 2104, false),
                new FunnelChart.Peer("Elm Mental Health", 655, 760, false),
                new FunnelChart.Peer("Fir Ambulance", 420, 431, false),
                new FunnelChart.Peer("Gorse Hospice", 22, 24, false),
                new FunnelChart.Peer("Hazel Children's", 930, 1090, false));
    }
}
