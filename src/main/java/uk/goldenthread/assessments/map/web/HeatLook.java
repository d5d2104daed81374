package uk.goldenthread.assessments.map.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import uk.goldenthread.assessments.map.HeatMap.Cell;

/// How a cell of the heat map looks and what it says. There are few different ones, made once.
///
/// @param classes short: `g`, `a` or `r`, `ms` hatched for missing, `na` for not asked
/// @param letter G, A or R with what was scored; empty for none
/// @param words the same for who does not see it
public record HeatLook(String classes, String letter, String words) {
    private static final HeatLook NOT_APPLICABLE = new HeatLook("na", "", "Does not apply");
    private static final HeatLook MISSING = new HeatLook("ms", "", "Nothing in this view");
    private static final Map<Cell.Scored, HeatLook> SCORED = new ConcurrentHashMap<>();
    private static final int MOST_KEPT = 20_000;

    static HeatLook of(Cell cell) {
        return switch (cell) {
            case Cell.NotApplicable _ -> NOT_APPLICABLE;
            case Cell.Missing _ -> MISSING;
            case Cell.Scored scored ->
                SCORED.size() < MOST_KEPT ? SCORED.computeIfAbsent(scored, HeatLook::look) : look(scored);
        };
    }

    /// The same in a spreadsheet.
    static String text(Cell cell) {
        return of(cell).words;
    }

    private static HeatLook look(Cell.Scored scored) {
        var letter = scored.colour().substring(0, 1);
        return new HeatLook(
                switch (letter) {
                    case "G" -> "hg";
                    case "A" -> "ha";
                    default -> "hr";
                },
                letter + " " + scored.shown() + (scored.part() ? "*" : ""),
                scored.words());
    }
}
