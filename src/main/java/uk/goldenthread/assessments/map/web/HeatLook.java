package uk.goldenthread.assessments.map.web;

import uk.goldenthread.assessments.map.HeatMap.Cell;

/// How a cell of the heat map looks and what it says.
///
/// @param classes short: `g`, `a` or `r`, `ms` hatched for missing, `na` for not asked
/// @param letter G, A or R with what was scored; empty for none
/// @param words the same for who does not see it
public record HeatLook(String classes, String letter, String words) {
    private static final HeatLook NOT_APPLICABLE = new HeatLook("na", "", "Does not apply");
    private static final HeatLook MISSING = new HeatLook("ms", "", "Nothing in this view");

    static HeatLook of(Cell cell) {
        return switch (cell) {
            case Cell.NotApplicable _ -> NOT_APPLICABLE;
            case Cell.Missing _ -> MISSING;
            case Cell.Scored scored -> look(scored);
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
