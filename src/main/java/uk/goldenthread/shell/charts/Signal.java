package uk.goldenthread.shell.charts;

/// What a point on a chart tells. Each has its own shape as well as its own colour, so that a grey print says the same.
public enum Signal {
    COMMON_CAUSE("#768692", "Expected variation"),
    IMPROVEMENT("#0072ce", "Improvement"),
    CONCERN("#c55a11", "Concern"),
    NEUTRAL("#6a3d9a", "Change, neither better nor worse");

    private final String colour;
    private final String words;

    Signal(String colour, String words) {
        this.colour = colour;
        this.words = words;
    }

    public String colour() {
        return colour;
    }

    /// What it means, in words.
    public String words() {
        return words;
    }

    /// Draws the mark: a circle, a diamond, a triangle on its base, a square.
    void draw(Svg svg, double x, double y, double size) {
        var fill = "fill=\"" + colour + "\" stroke=\"#ffffff\" stroke-width=\"1\"";
        var half = size;
        switch (this) {
            case COMMON_CAUSE -> svg.circle(x, y, size * 0.85, fill);
            case IMPROVEMENT ->
                svg.path(path(x, y - half * 1.3, x + half * 1.3, y, x, y + half * 1.3, x - half * 1.3, y), fill);
            case CONCERN -> svg.path(path(x, y - half * 1.3, x + half * 1.2, y + half, x - half * 1.2, y + half), fill);
            case NEUTRAL -> svg.rect(x - half, y - half, half * 2, half * 2, fill);
        }
    }

    private static String path(double... places) {
        var d = new StringBuilder("M");
        for (int index = 0; index < places.length; index += 2) {
            d.append(index == 0 ? "" : "L").append(Svg.number(places[index])).append(' ');
            d.append(Svg.number(places[index + 1]));
        }
        return d.append('Z').toString();
    }
}
