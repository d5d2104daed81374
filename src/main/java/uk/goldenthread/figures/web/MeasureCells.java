package uk.goldenthread.figures.web;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.figures.MeasureValue.Status;
import uk.goldenthread.figures.MeasureWords;
import uk.goldenthread.figures.SeriesState;
import uk.goldenthread.kernel.spc.Assurance;
import uk.goldenthread.kernel.spc.Standing;
import uk.goldenthread.kernel.spc.Variation;
import uk.goldenthread.shell.charts.Icons;
import uk.goldenthread.shell.components.Cell;

/// Cells that the tables of measures share: an icon always with its word.
final class MeasureCells {
    private MeasureCells() {}

    static Cell variation(SeriesState state) {
        if (state.basis() == Standing.LINE_ONLY) {
            return Cell.of("Too few points");
        }
        var icon = icon(state.variation());
        var word = icon.word() + (state.basis() == Standing.TRIAL ? " (trial limits)" : "");
        return Cell.of(withWord(Icons.of(icon), word));
    }

    static Cell assurance(SeriesState state) {
        var assurance = state.assurance();
        if (assurance == null) {
            return Cell.of(state.target() == null ? "No target" : "Too few points");
        }
        var icon = icon(assurance);
        return Cell.of(withWord(Icons.of(icon), icon.word()));
    }

    private static Content withWord(Content icon, String word) {
        return output -> {
            output.writeContent("<span class=\"gt-icon\">");
            icon.writeTo(output);
            output.writeContent(" <span>" + word + "</span></span>");
        };
    }

    static Icons.Variation icon(Variation variation) {
        return Icons.Variation.valueOf(variation.name());
    }

    static Icons.Assurance icon(Assurance assurance) {
        return Icons.Assurance.valueOf(assurance.name());
    }

    static String latest(KpiDefinition definition, SeriesState state) {
        return MeasureWords.value(definition, state.value());
    }

    static String fresh(SeriesState state) {
        return state.period().label() + note(state.status(), 1);
    }

    /// What a reader must know of a value, after it: provisional, restated, revised.
    static String note(Status status, int revision) {
        return switch (status) {
            case PROVISIONAL -> ", provisional";
            case RESTATED -> ", restated";
            case FINAL -> revision > 1 ? ", revised" : "";
        };
    }

    static String carried(@Nullable String asAt, String first) {
        return asAt == null || asAt.isBlank()
                ? ""
                : first + "asAt=" + java.net.URLEncoder.encode(asAt, java.nio.charset.StandardCharsets.UTF_8);
    }
}
