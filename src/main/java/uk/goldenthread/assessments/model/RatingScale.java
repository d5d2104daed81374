package uk.goldenthread.assessments.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The four shipped scales on which a criterion is rated, each with its points from lowest to highest. The range 0 to 3
/// is seen in the field; the words for its points are ours.
public enum RatingScale {
    /// Four points, 0 to 3.
    S4_0_3(
            new Point("0", "Not met", 0),
            new Point("1", "Partly met", 33),
            new Point("2", "Mostly met", 67),
            new Point("3", "Fully met", 100)),
    /// Per cent in steps of five.
    PCT_5(IntStream.rangeClosed(0, 20)
            .mapToObj(step -> new Point(String.valueOf(step * 5), step * 5 + "%", step * 5))
            .toArray(Point[]::new)),
    /// Red, amber, green.
    RAG3(new Point("R", "Red", 0), new Point("A", "Amber", 50), new Point("G", "Green", 100)),
    /// Not met, partially met, met.
    MPN(new Point("N", "Not met", 0), new Point("P", "Partially met", 50), new Point("M", "Met", 100));

    @SuppressWarnings("ImmutableEnumChecker") // a List.copyOf, which the checker cannot see
    private final List<Point> points;

    RatingScale(Point... points) {
        this.points = List.copyOf(Arrays.asList(points));
    }

    /// One step of a scale.
    ///
    /// @param code what is written in files and stored
    /// @param normalised its place between 0 and 100
    public record Point(String code, String label, int normalised) {}

    /// Every point, lowest first.
    public List<Point> points() {
        return points;
    }

    /// The scale with this code, if there is one.
    public static Optional<RatingScale> find(String code) {
        return Arrays.stream(values())
                .filter(scale -> scale.name().equals(code))
                .findFirst();
    }

    /// The point with this code, if the scale has it.
    public Optional<Point> point(String code) {
        return points.stream().filter(point -> point.code().equals(code)).findFirst();
    }

    /// The point that stands exactly here between 0 and 100, if the scale has one.
    public Optional<Point> at(int normalised) {
        return points.stream().filter(point -> point.normalised() == normalised).findFirst();
    }

    /// The lowest point: a critical criterion rated here is not met.
    public Point lowest() {
        return points.getFirst();
    }

    /// The highest point: a claim of it needs evidence.
    public Point full() {
        return points.getLast();
    }

    /// The highest point that may be claimed without evidence.
    Point belowFull() {
        return points.get(points.size() - 2);
    }
}
