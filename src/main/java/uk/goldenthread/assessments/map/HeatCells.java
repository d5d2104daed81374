package uk.goldenthread.assessments.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.assessments.map.HeatMap.Cell;
import uk.goldenthread.assessments.model.AnswerKind;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.assessments.model.FrameworkEdition.Standard;
import uk.goldenthread.assessments.model.Rating;

/// Turns what the database folded into cells.
final class HeatCells {
    private static final List<String> WORST_FIRST = List.of("RED", "AMBER", "GREEN");

    private HeatCells() {}

    /// Scores by standard; `*` for the whole.
    static Map<String, Cell> scores(@Nullable String folded) {
        var cells = new HashMap<String, Cell>();
        for (var each : parts(folded)) {
            var part = each.split(" ", -1);
            cells.put(part[0], score(part[1], part[2], part[3], part[4]));
        }
        return cells;
    }

    private static Cell score(String rag, String score, String rated, String applicable) {
        if (rag.equals("NA")) {
            return new Cell.NotApplicable();
        }
        if (score.equals("-")) {
            return new Cell.Missing();
        }
        var value = Double.parseDouble(score);
        var part = !rated.equals(applicable);
        var words = "%s, %s%s"
                .formatted(
                        score.endsWith(".0") ? score.substring(0, score.length() - 2) : score,
                        colour(rag),
                        part ? ", %s of %s rated".formatted(rated, applicable) : "");
        return new Cell.Scored(rag, value, Long.toString(Math.round(value)), words, part);
    }

    private static String colour(String rag) {
        return rag.toLowerCase(java.util.Locale.UK);
    }

    /// Points of the criteria of one standard.
    ///
    /// @param evidenced whether a full claim with nothing in date behind it stands one point lower
    static Map<String, Cell> points(Standard standard, @Nullable String folded, boolean evidenced) {
        var cells = new HashMap<String, Cell>();
        for (var each : parts(folded)) {
            var part = each.split(" ", -1);
            standard.criteria().stream()
                    .filter(criterion -> criterion.code().equals(part[0]))
                    .findFirst()
                    .ifPresent(criterion ->
                            cells.put(part[0], point(criterion, part[1], evidenced && part[2].equals("-"))));
        }
        return cells;
    }

    private static Cell point(Criterion criterion, String value, boolean lowered) {
        if (value.equals(AnswerKind.NA)) {
            return new Cell.NotApplicable();
        }
        if (value.isEmpty()) {
            return new Cell.Missing();
        }
        var points = criterion.scale().points();
        var rating = Rating.of(criterion.scale(), value);
        var point = lowered && rating.isFull() ? points.get(points.size() - 2) : rating.point();
        var colour = point.equals(criterion.scale().full())
                ? "GREEN"
                : point.equals(criterion.scale().lowest()) ? "RED" : "AMBER";
        return new Cell.Scored(colour, point.normalised(), point.code(), point.label(), false);
    }

    private static List<String> parts(@Nullable String folded) {
        return folded == null || folded.isEmpty() ? List.of() : List.of(folded.split(",", -1));
    }

    /// How much the whole moved.
    static @Nullable Double change(Map<String, Cell> now, @Nullable Map<String, Cell> before) {
        return before != null
                        && now.get("*") instanceof Cell.Scored after
                        && before.get("*") instanceof Cell.Scored earlier
                ? Double.valueOf(Math.round((after.score() - earlier.score()) * 10) / 10.0)
                : null;
    }

    /// What changed since the last round of each organisation.
    static HeatMap.Changes changes(
            FrameworkEdition edition, Map<Integer, Map<String, Cell>> after, Map<Integer, Map<String, Cell>> before) {
        int compared = 0;
        int better = 0;
        int worse = 0;
        var rose = new HashMap<String, Integer>();
        var fell = new HashMap<String, Integer>();
        for (var each : after.entrySet()) {
            var now = each.getValue();
            var earlier = before.get(each.getKey());
            var change = change(now, earlier);
            if (change != null && earlier != null) {
                compared++;
                better += change > 0 ? 1 : 0;
                worse += change < 0 ? 1 : 0;
                for (var standard : edition.standards()) {
                    var moved = moved(now.get(standard.code()), earlier.get(standard.code()));
                    if (moved != 0) {
                        (moved > 0 ? rose : fell).merge(standard.code(), 1, Integer::sum);
                    }
                }
            }
        }
        var standards = new ArrayList<HeatMap.Changes.Moved>();
        for (var standard : edition.standards()) {
            var up = rose.getOrDefault(standard.code(), 0);
            var down = fell.getOrDefault(standard.code(), 0);
            if (up + down > 0) {
                standards.add(new HeatMap.Changes.Moved(standard.code() + " " + standard.name(), up, down));
            }
        }
        return new HeatMap.Changes(compared, better, worse, standards);
    }

    private static int moved(@Nullable Cell now, @Nullable Cell before) {
        return now instanceof Cell.Scored after && before instanceof Cell.Scored earlier
                ? Integer.compare(WORST_FIRST.indexOf(after.colour()), WORST_FIRST.indexOf(earlier.colour()))
                : 0;
    }
}
