package uk.goldenthread.assessments.map;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A round's organisations against its standards, or the criteria of one, in one view.
///
/// @param columns the standards, or the criteria of one
/// @param rows the greatest concern first, or by name
/// @param rated how many organisations have a score in this view
/// @param changes what changed since each organisation's last round
public record HeatMap(List<Column> columns, List<Row> rows, int rated, Changes changes) {
    public HeatMap {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// A standard or criterion.
    public record Column(String code, String name) {}

    /// One organisation.
    ///
    /// @param overall of the whole assessment, whatever the columns are
    /// @param change how much the overall score moved since the last round in the same view; null where it
    ///     cannot be
    ///     said
    /// @param cells one for each column
    public record Row(
            long id,
            String code,
            String name,
            String state,
            LocalDate dueOn,
            Cell overall,
            @Nullable Double change,
            List<Cell> cells) {}

    /// What stands in a cell.
    public sealed interface Cell {
        /// Not asked of this kind of organisation, or found not to apply.
        record NotApplicable() implements Cell {}

        /// Asked for, and nothing there in this view.
        record Missing() implements Cell {}

        /// A score, or a point of a scale.
        ///
        /// @param colour `GREEN`, `AMBER` or `RED`
        /// @param shown the score or the point, short
        /// @param words the same in words
        /// @param part whether it rests on part of the criteria alone
        record Scored(String colour, double score, String shown, String words, boolean part) implements Cell {}
    }

    /// How colours moved since the last round.
    ///
    /// @param compared organisations with a score in both rounds
    /// @param better those whose overall score rose, by any amount
    /// @param worse those whose overall score fell
    /// @param standards standards whose colour moved in at least one organisation
    public record Changes(int compared, int better, int worse, List<Moved> standards) {
        /// In how many organisations a standard's colour got better or worse.
        public record Moved(String standard, int better, int worse) {}
    }
}
