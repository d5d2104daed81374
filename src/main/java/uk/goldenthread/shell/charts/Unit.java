package uk.goldenthread.shell.charts;

import uk.goldenthread.shell.components.Figures;

/// What the values of a chart are, and so how they are written and how far the axis may go.
public enum Unit {
    /// A share already in per cent: 0 to 100.
    PERCENT(0, 100),
    /// How many: 0 or more.
    COUNT(0, Double.POSITIVE_INFINITY),
    /// Any other number.
    NUMBER(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private final double least;
    private final double most;

    Unit(double least, double most) {
        this.least = least;
        this.most = most;
    }

    /// The value, or the end of what is possible: a limit of 104 % is drawn at 100.
    public double clip(double value) {
        return Math.clamp(value, least, most);
    }

    /// The value as a person reads it, to one decimal.
    public String write(double value) {
        return this == PERCENT ? Figures.percent(value, 1) : Figures.decimal(value, 1);
    }

    /// The value on an axis.
    String tick(double value, double step) {
        var places = step >= 1 ? (step % 1 == 0 ? 0 : 1) : 2;
        return this == PERCENT ? Figures.percent(value, places) : Figures.decimal(value, places);
    }
}
