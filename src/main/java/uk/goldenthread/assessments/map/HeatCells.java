package uk.goldenthread.assessments.map;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    private static final Map<String, Cell> SCORES = new ConcurrentHashMap<>();
    private static final int MOST_KEPT = 20_000;

    private HeatCells() {}

    /// The cells of one organisation in the order they were folded, which is nearly always that of the columns.
    record Found(List<String> codes, List<Cell> cells) {
        static final Found NONE = new Found(List.of(), List.of());

        /// @param near where it most likely stands
        @Nullable
        Cell of(String code, int near) {
            if (near < codes.size() && codes.get(near).equals(code)) {
                return cells.get(near);
            }
            var at = codes.indexOf(code);
            return at < 0 ? null : cells.get(at);
        }

        /// Of the whole.
        @Nullable
        Cell overall() {
            return of("*", 0);
        }
    }

    /// Scores of the whole, as `*`, and of each standard.
    static Found scores(@Nullable String folded) {
        if (folded == null) {
            return Found.NONE;
        }
        var codes = new ArrayList<String>();
        var cells = new ArrayList<Cell>();
        for (var from = 0; from < folded.length(); ) {
            var comma = folded.indexOf(',', from);
            var end = folded.indexOf(')', comma);
            codes.add(folded.substring(from + 1, comma));
            cells.add(cell(folded.substring(comma + 1, end)));
            from = end + 2;
        }
        return new Found(codes, cells);
    }

    /// There are few different ones, made once.
    private static Cell cell(String said) {
        var kept = SCORES.get(said);
        if (kept != null) {
            return kept;
        }
        var part = said.split(",", -1);
        var made = score(part[0], part[1], part[2], part[3]);
        if (SCORES.size() < MOST_KEPT) {
            SCORES.put(said, made);
        }
        return made;
    }

    private static Cell score(String rag, String score, String rated, String applicable) {
        if (rag.equals("NA")) {
            return new Cell.NotApplicable();
        }
        if (score.isEmpty()) {
            return new Cell.Missing();
        }
        var value = new BigDecimal(score).setScale(1, RoundingMode.HALF_UP);
        var part = !rated.equals(applicable);
        var words = "%s, %s%s"
                .formatted(
                        value.stripTrailingZeros().toPlainString(),
                        colour(rag),
                        part ? ", %s of %s rated".formatted(rated, applicable) : "");
        return new Cell.Scored(rag, value.doubleValue(), Long.toString(Math.round(value.doubleValue())), words, part);
    }

    private static String colour(String rag) {
        return rag.toLowerCase(java.util.Locale.UK);
    }

    /// Points of the criteria of one standard.
    ///
    /// @param evidenced whether a full claim with nothing in date behind it stands one point lower
    static Found points(Standard standard, @Nullable String folded, boolean evidenced) {
        var codes = new ArrayList<String>();
        var cells = new ArrayList<Cell>();
        for (var each : parts(folded)) {
            var part = each.split(" ", -1);
            standard.criteria().stream()
                    .filter(criterion -> criterion.code().equals(part[0]))
                    .findFirst()
                    .ifPresent(criterion -> {
                        codes.add(part[0]);
                        cells.add(point(criterion, part[1], evidenced && part[2].equals("-")));
                    });
        }
        return new Found(codes, cells);
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
    static @Nullable Double change(Found now, @Nullable Found before) {
        return before != null
                        && now.overall() instanceof Cell.Scored after
                        && before.overall() instanceof Cell.Scored earlier
                ? Double.valueOf(Math.round((after.score() - earlier.score()) * 10) / 10.0)
                : null;
    }

    /// What changed since the last round of each organisation.
    static HeatMap.Changes changes(FrameworkEdition edition, Map<Integer, Found> after, Map<Integer, Found> before) {
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
                var near = 0;
                for (var standard : edition.standards()) {
                    near++; // after the whole
                    var moved = moved(now.of(standard.code(), near), earlier.of(standard.code(), near));
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
