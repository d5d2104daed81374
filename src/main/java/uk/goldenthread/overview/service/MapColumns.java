package uk.goldenthread.overview.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.catalogue.KpiCatalogue;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.catalogue.Theme;
import uk.goldenthread.overview.store.MapStore;

/// The measures of the map in order, and how a provider's series become its cells.
final class MapColumns {
    private static final LocalDate FROM = LocalDate.of(2000, 1, 1);
    private static final Cell NOT_ASKED = new Cell.NotAsked();
    private static final Cell MISSING = new Cell.Missing();

    private final List<AssuranceMap.Band> bands;
    private final List<KpiDefinition> measures;
    private final int[] from;
    private final Map<String, Integer> index = new HashMap<>();

    /// A provider with a cell for each measure.
    @SuppressWarnings("ArrayRecordComponent") // one for each provider and request: not compared, not shared
    record Line(MapStore.Row provider, Cell[] cells) {}

    private MapColumns(List<AssuranceMap.Band> bands, int[] from) {
        this.bands = bands;
        this.from = from;
        this.measures = bands.stream().flatMap(b -> b.measures().stream()).toList();
        for (int i = 0; i < measures.size(); i++) {
            index.put(measures.get(i).code(), i);
        }
    }

    static MapColumns of(List<Theme> themes, KpiCatalogue catalogue) {
        var bands = new ArrayList<AssuranceMap.Band>();
        for (var theme : themes) {
            var measures = theme.kpis().stream()
                    .flatMap(code -> catalogue.find(code).stream())
                    .toList();
            if (!measures.isEmpty()) {
                bands.add(new AssuranceMap.Band(theme.code(), theme.name(), measures));
            }
        }
        var all = bands.stream().mapToInt(b -> b.measures().size()).sum();
        var same = new int[all];
        Arrays.setAll(same, i -> i);
        return new MapColumns(bands, same);
    }

    List<AssuranceMap.Band> bands() {
        return bands;
    }

    boolean isPriority(int column) {
        return measures.get(column).priority();
    }

    /// A provider's cells over all measures.
    Line read(MapStore.Row row, Freshness freshness) {
        var cells = new Cell[measures.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = measures.get(i).asks(row.kind()) ? MISSING : NOT_ASKED;
        }
        if (row.series() != null) {
            for (var series : row.series().split(",", -1)) {
                var parts = series.split(" ", -1);
                var column = index.get(parts[0]);
                if (column != null && parts[5].equals("+")) {
                    cells[column] = reading(parts, measures.get(column), freshness);
                }
            }
        }
        return new Line(row, cells);
    }

    private static Cell reading(String[] parts, KpiDefinition measure, Freshness freshness) {
        var stale = freshness.isStale(measure.frequency(), FROM.plusDays(Integer.parseInt(parts[4])));
        return Cell.Reading.of(parts[1], parts[2].equals("-") ? null : parts[2], parts[3], stale);
    }

    /// The same without the measures that nobody of these has or is asked for, and without other themes.
    ///
    /// @param theme the theme's code, or null for all
    MapColumns only(@Nullable String theme, List<Line> lines) {
        var kept = new ArrayList<Integer>();
        var keptBands = new ArrayList<AssuranceMap.Band>();
        var column = 0;
        for (var band : bands) {
            var keptMeasures = new ArrayList<KpiDefinition>();
            for (var measure : band.measures()) {
                int here = column++;
                var isUsed = lines.stream().anyMatch(line -> !(line.cells()[here] instanceof Cell.NotAsked));
                if ((theme == null || theme.equals(band.code())) && isUsed) {
                    kept.add(here);
                    keptMeasures.add(measure);
                }
            }
            if (!keptMeasures.isEmpty()) {
                keptBands.add(new AssuranceMap.Band(band.code(), band.name(), keptMeasures));
            }
        }
        return new MapColumns(
                keptBands, kept.stream().mapToInt(Integer::intValue).toArray());
    }

    /// A line as a row of these columns.
    AssuranceMap.Row row(Line line) {
        var cells = new ArrayList<Cell>(from.length);
        var concerns = 0;
        for (int i : from) {
            var cell = line.cells()[i];
            cells.add(cell);
            concerns += cell instanceof Cell.Reading reading && reading.isConcern() ? 1 : 0;
        }
        var provider = line.provider();
        return new AssuranceMap.Row(
                provider.code(),
                provider.name(),
                provider.kind(),
                provider.standing(),
                provider.score(),
                concerns,
                cells);
    }
}
