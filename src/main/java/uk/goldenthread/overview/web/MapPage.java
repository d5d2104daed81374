package uk.goldenthread.overview.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.Option;

/// The assurance map as its template shows it.
///
/// @param summary the finding, in words, over all providers
/// @param shown what part is shown, in words
/// @param csv where the same can be had as a file
/// @param asAt `?asAt=...` to carry along; empty for today
public record MapPage(
        String summary, String shown, Filters filters, List<Band> bands, List<Row> rows, String csv, String asAt) {
    public MapPage {
        bands = List.copyOf(bands);
        rows = List.copyOf(rows);
    }

    /// The form above the map, with what was chosen.
    ///
    /// @param instant the past instant shown, to be kept by the form; null for today
    public record Filters(
            List<Option> kinds,
            String kind,
            List<Option> levels,
            String level,
            List<Option> themes,
            String theme,
            boolean onlyConcerns,
            String sort,
            @Nullable String instant) {}

    /// A theme over its measures.
    public record Band(String name, List<Measure> measures) {}

    /// A column.
    public record Measure(String code, String name, boolean priority) {}

    /// A provider.
    ///
    /// @param level in words; null for routine, which is most and says nothing
    /// @param levelClass short, for the colour beside the word
    public record Row(
            String code,
            String name,
            @Nullable String level,
            String levelClass,
            @Nullable Integer score,
            List<CellLook> cells) {}
}
