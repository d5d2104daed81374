package uk.goldenthread.assessments.map.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.Link;
import uk.goldenthread.shell.components.Option;

/// The heat map of a round.
///
/// @param shown which view, how many, in what order
/// @param whole the map of all standards, where this one is of a single standard
/// @param changes what changed since the last round, in sentences
/// @param query what links to single assessments carry: the instant looked at
public record HeatPage(
        long id,
        String title,
        String caption,
        String shown,
        String view,
        String standard,
        String sort,
        List<Option> views,
        List<Option> standards,
        List<Option> sorts,
        @Nullable Link whole,
        List<Head> heads,
        List<Row> rows,
        List<String> changes,
        String csv,
        String query,
        @Nullable String asAt) {
    /// The head of a column.
    ///
    /// @param href the map of its criteria; null where it is a criterion
    public record Head(String code, String name, @Nullable String href) {}

    /// One organisation. Short, because there may be thousands of cells.
    ///
    /// @param state in words where it is not handed in; null otherwise
    public record Row(
            long id, String name, @Nullable String state, HeatLook overall, String change, List<HeatLook> cells) {}
}
