package uk.goldenthread.overview.service;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.concerns.model.Triangulation;
import uk.goldenthread.overview.store.ProviderStore;

/// All that is known of one provider.
///
/// @param kind in words
/// @param signals empty, too, where the person may not see signals
/// @param prompts questions for the next contract meeting; empty for the provider itself
/// @param beside what it claims beside what else is known; empty for the provider itself
public record ProviderRecord(
        ProviderStore.Provider provider,
        String kind,
        List<Measure> measures,
        List<ProviderStore.Return> returns,
        List<ProviderStore.Signal> signals,
        List<ProviderStore.Move> moves,
        List<ProviderStore.Post> posts,
        List<String> prompts,
        List<Triangulation.Row> beside) {

    /// One measure: what it is, how it stands, and its newest values.
    ///
    /// @param theme the code of its theme
    /// @param cell how it stands, as on the map
    /// @param series null where nothing was ever given
    public record Measure(KpiDefinition definition, String theme, Cell cell, ProviderStore.@Nullable Series series) {
        boolean isConcern() {
            return cell instanceof Cell.Reading reading && reading.isConcern();
        }

        boolean worsens() {
            return cell instanceof Cell.Reading reading && reading.worsens();
        }
    }

    /// How many measures are getting worse.
    public long worsening() {
        return measures.stream().filter(Measure::worsens).count();
    }
}
