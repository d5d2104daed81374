package uk.goldenthread.overview.service;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.catalogue.KpiDefinition;

/// Providers down, measures across, and how each stands.
///
/// @param providers how many the ICB assures, whatever is shown
/// @param withPriorityConcern how many of all those have a priority measure that is getting worse
/// @param withMissing how many of all those are behind with a measure: stale or never given
public record AssuranceMap(List<Band> bands, List<Row> rows, int providers, int withPriorityConcern, int withMissing) {
    public AssuranceMap {
        bands = List.copyOf(bands);
        rows = List.copyOf(rows);
    }

    /// A theme with those of its measures that are shown.
    public record Band(String code, String name, List<KpiDefinition> measures) {
        public Band {
            measures = List.copyOf(measures);
        }
    }

    /// A provider.
    ///
    /// @param standing its level on the ladder, or `RQR`
    /// @param score the composite score; null where none was worked out
    /// @param concerns how many of the measures shown are a concern
    /// @param cells one for each measure shown, in order
    public record Row(
            String code,
            String name,
            String kind,
            String standing,
            @Nullable Integer score,
            int concerns,
            List<Cell> cells) {}

    /// The measures shown, in order.
    public List<KpiDefinition> measures() {
        return bands.stream().flatMap(band -> band.measures().stream()).toList();
    }
}
