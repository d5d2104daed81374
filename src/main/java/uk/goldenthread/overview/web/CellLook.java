package uk.goldenthread.overview.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.overview.service.Cell;
import uk.goldenthread.shell.charts.Icons.Variation;

/// How a cell of the map looks and what it says. There are few different ones, made once: a map has thousands of cells.
///
/// @param classes short, for the same reason
/// @param letter of the assurance icon: P, F or ?
/// @param words the same for who does not see it
/// @param opens whether there is a story to open
public record CellLook(String classes, String letter, String words, boolean opens) {
    private static final CellLook NOT_ASKED = new CellLook("na", "", "", false);
    private static final CellLook MISSING = new CellLook("ms", "", "Nothing given", false);
    private static final Map<Cell.Reading, CellLook> READINGS = new ConcurrentHashMap<>();

    static CellLook of(Cell cell) {
        return switch (cell) {
            case Cell.NotAsked _ -> NOT_ASKED;
            case Cell.Missing _ -> MISSING;
            case Cell.Reading reading -> READINGS.computeIfAbsent(reading, CellLook::look);
        };
    }

    /// The same in a spreadsheet.
    static String text(Cell cell) {
        return of(cell).words;
    }

    private static CellLook look(Cell.Reading reading) {
        var variation = reading.variation();
        var assurance = reading.assurance();
        var words = variation == null ? "Too few points" : variation.word();
        if (assurance != null) {
            words += "; " + assurance.word().toLowerCase(java.util.Locale.UK);
        }
        if (reading.stale()) {
            words += "; out of date";
        }
        var classes = shortened(variation) + (reading.stale() ? " st" : "");
        return new CellLook(classes, assurance == null ? "" : assurance.letter(), words, true);
    }

    private static String shortened(@Nullable Variation variation) {
        return switch (variation) {
            case null -> "vn";
            case COMMON_CAUSE -> "vc";
            case IMPROVEMENT_HIGH -> "ih";
            case IMPROVEMENT_LOW -> "il";
            case CONCERN_HIGH -> "ch";
            case CONCERN_LOW -> "cl";
            case NEUTRAL_HIGH -> "nh";
            case NEUTRAL_LOW -> "nl";
        };
    }
}
