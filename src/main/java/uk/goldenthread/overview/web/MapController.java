package uk.goldenthread.overview.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.NavigationEntry;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.imports.export.SafeCsv;
import uk.goldenthread.overview.service.AssuranceMap;
import uk.goldenthread.overview.service.AssuranceMaps;
import uk.goldenthread.overview.service.MapFilter;

/// The assurance map: the whole picture, the greatest concern first.
@Controller
class MapController {
    private final AssuranceMaps maps;
    private final MapFilters filters;

    MapController(AssuranceMaps maps, MapFilters filters) {
        this.maps = maps;
        this.filters = filters;
    }

    @Bean
    static NavigationEntry overviewEntry() {
        return new NavigationEntry(20, "Overview", "/overview", Permission.FIGURE_COMPARE);
    }

    /// What the address asks for. Empty and unknown values mean "all"; a missing kind means trusts and other providers,
    /// because practices answer other measures.
    record Wanted(
            @Nullable String kind,
            @Nullable String level,
            @Nullable String theme,
            @Nullable String show,
            @Nullable String sort) {
        MapFilter filter() {
            return new MapFilter(
                    kind == null ? "PROVIDER" : blankIsAll(kind),
                    blankIsAll(level),
                    blankIsAll(theme),
                    "concerns".equals(show),
                    "name".equals(sort));
        }

        private static @Nullable String blankIsAll(@Nullable String value) {
            return value == null || value.isBlank() ? null : value;
        }
    }

    @GetMapping("/overview")
    @Needs(Permission.FIGURE_COMPARE)
    ModelAndView map(Actor actor, AsAt asAt, Wanted wanted, HttpServletRequest request) {
        var filter = wanted.filter();
        var map = maps.map(actor, asAt, filter);
        var address = UriComponentsBuilder.fromPath("/overview.csv")
                .query(request.getQueryString())
                .build()
                .toUriString();
        var page = new MapPage(
                summary(map),
                shown(map, filter),
                filters.of(filter, asAt),
                map.bands().stream().map(MapController::band).toList(),
                map.rows().stream().map(MapController::row).toList(),
                address,
                asAt.instant() == null ? "" : "?asAt=" + asAt.instant());
        return new ModelAndView("overview/map", Map.of("page", page));
    }

    @GetMapping("/overview.csv")
    @Needs(Permission.FIGURE_COMPARE)
    ResponseEntity<byte[]> csv(Actor actor, AsAt asAt, Wanted wanted) throws IOException {
        var map = maps.map(actor, asAt, wanted.filter());
        var text = new StringBuilder();
        var csv = new SafeCsv(text);
        var head = new ArrayList<>(List.of("Code", "Provider", "Kind", "Level", "Score"));
        map.measures().forEach(measure -> head.add(measure.code() + " " + measure.name()));
        csv.row(head);
        for (var row : map.rows()) {
            var line = new ArrayList<>(List.of(
                    row.code(),
                    row.name(),
                    filters.kindName(row.kind()),
                    Levels.words(row.standing()),
                    row.score() == null ? "" : row.score().toString()));
            row.cells().forEach(cell -> line.add(CellLook.text(cell)));
            csv.row(line);
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("assurance-map.csv")
                                .build()
                                .toString())
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String summary(AssuranceMap map) {
        if (map.providers() == 0) {
            return "No provider is assured yet.";
        }
        return "%s a priority measure that is getting worse. %s behind with a measure."
                .formatted(
                        count(map.withPriorityConcern(), map.providers(), "has", "have"),
                        count(map.withMissing(), map.providers(), "is", "are"));
    }

    private static String count(int some, int all, String one, String many) {
        return "%s of %d %s %s"
                .formatted(some == 0 ? "None" : some, all, all == 1 ? "provider" : "providers", some == 1 ? one : many);
    }

    private String shown(AssuranceMap map, MapFilter filter) {
        return "Showing %d of %d %s: %s, %s."
                .formatted(
                        map.rows().size(),
                        map.providers(),
                        map.providers() == 1 ? "provider" : "providers",
                        filters.words(filter),
                        filter.byName() ? "by name" : "greatest concern first");
    }

    private static MapPage.Band band(AssuranceMap.Band band) {
        return new MapPage.Band(
                band.name(),
                band.measures().stream()
                        .map(m -> new MapPage.Measure(m.code(), m.name(), m.priority()))
                        .toList());
    }

    private static MapPage.Row row(AssuranceMap.Row row) {
        return new MapPage.Row(
                row.code(),
                row.name(),
                Levels.unlessRoutine(row.standing()),
                Levels.shortened(row.standing()),
                row.score(),
                row.cells().stream().map(CellLook::of).toList());
    }
}
