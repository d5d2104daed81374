package uk.goldenthread.assessments.map.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.map.HeatMap;
import uk.goldenthread.assessments.map.HeatMaps;
import uk.goldenthread.assessments.map.MapWords;
import uk.goldenthread.assessments.service.Words;
import uk.goldenthread.imports.export.SafeCsv;
import uk.goldenthread.shell.components.Link;
import uk.goldenthread.shell.components.Option;

/// A round at a glance, for people who see providers beside each other by name.
@Controller
class HeatController {
    private final HeatMaps maps;

    HeatController(HeatMaps maps) {
        this.maps = maps;
    }

    /// What the address asks for; missing and empty values mean the usual.
    record Wanted(
            @Nullable String view,
            @Nullable String standard,
            @Nullable String sort) {
        HeatMaps.Wanted wanted() {
            return new HeatMaps.Wanted(
                    view == null || view.isBlank() ? "CLAIMED" : view,
                    standard == null || standard.isBlank() ? null : standard,
                    "name".equals(sort));
        }
    }

    @GetMapping("/assessments/rounds/{id:\\d+}/map")
    @Needs(Permission.FIGURE_COMPARE)
    ModelAndView map(Actor actor, AsAt asAt, @PathVariable long id, Wanted asked) {
        var wanted = asked.wanted();
        var mapped = maps.map(actor, asAt, id, wanted);
        return new ModelAndView("assessments/map", Map.of("page", page(mapped, wanted, asAt)));
    }

    @GetMapping("/assessments/rounds/{id:\\d+}/map.csv")
    @Needs(Permission.FIGURE_COMPARE)
    ResponseEntity<byte[]> csv(Actor actor, AsAt asAt, @PathVariable long id, Wanted asked) throws IOException {
        var wanted = asked.wanted();
        var map = maps.map(actor, asAt, id, wanted).map();
        var text = new StringBuilder();
        var csv = new SafeCsv(text);
        var head = new ArrayList<>(List.of("Code", "Organisation", "State", "View", "Overall", "Since last round"));
        map.columns().forEach(column -> head.add(column.code() + " " + column.name()));
        csv.row(head);
        for (var row : map.rows()) {
            var line = new ArrayList<>(List.of(
                    row.code(),
                    row.name(),
                    Words.state(row.state()),
                    MapWords.view(wanted.view()),
                    HeatLook.text(row.overall()),
                    MapWords.change(row.change())));
            row.cells().forEach(cell -> line.add(HeatLook.text(cell)));
            csv.row(line);
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("heat-map.csv")
                                .build()
                                .toString())
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static HeatPage page(HeatMaps.Mapped mapped, HeatMaps.Wanted wanted, AsAt asAt) {
        var round = mapped.round();
        var map = mapped.map();
        var standard = wanted.standard() == null ? "" : wanted.standard();
        var sort = wanted.byName() ? "name" : "concern";
        var address = "/assessments/rounds/%d/map".formatted(round.id());
        var query = "?view=%s&standard=%s&sort=%s";
        var looks = new IdentityHashMap<HeatMap.Cell, HeatLook>();
        return new HeatPage(
                round.id(),
                "Heat map",
                round.name(),
                "%s view. %d of %d organisations have a score in it; %s."
                        .formatted(
                                MapWords.view(wanted.view()),
                                map.rated(),
                                map.rows().size(),
                                wanted.byName() ? "by name" : "greatest concern first"),
                wanted.view(),
                standard,
                sort,
                HeatMaps.VIEWS.stream()
                        .map(view -> Option.of(view, MapWords.view(view)))
                        .toList(),
                standards(mapped),
                List.of(Option.of("concern", "Greatest concern first"), Option.of("name", "By name")),
                wanted.standard() == null
                        ? null
                        : new Link("All standards", asAt.on(address + query.formatted(wanted.view(), "", sort))),
                heads(map, wanted, asAt.on(address + query.formatted(wanted.view(), "COLUMN", sort))),
                map.rows().stream().map(row -> row(row, looks)).toList(),
                MapWords.changes(map.changes()),
                asAt.on(address + ".csv" + query.formatted(wanted.view(), standard, sort)),
                asAt.isPast() ? "?asAt=" + asAt.instant() : "",
                asAt.isPast() ? String.valueOf(asAt.instant()) : null);
    }

    private static List<HeatPage.Head> heads(HeatMap map, HeatMaps.Wanted wanted, String address) {
        return map.columns().stream()
                .map(column -> new HeatPage.Head(
                        column.code(),
                        column.name(),
                        wanted.standard() == null ? address.replace("COLUMN", column.code()) : null))
                .toList();
    }

    private static List<Option> standards(HeatMaps.Mapped mapped) {
        var options = new ArrayList<Option>();
        options.add(Option.of("", "All standards"));
        mapped.edition()
                .standards()
                .forEach(each -> options.add(Option.of(each.code(), each.code() + " " + each.name())));
        return options;
    }

    /// @param looks those of the cells met so far: equal cells are mostly the same one
    private static HeatPage.Row row(HeatMap.Row row, IdentityHashMap<HeatMap.Cell, HeatLook> looks) {
        return new HeatPage.Row(
                row.id(),
                row.name(),
                row.overall() instanceof HeatMap.Cell.Scored ? null : Words.state(row.state()),
                HeatLook.of(row.overall()),
                MapWords.change(row.change()),
                row.cells().stream()
                        .map(cell -> looks.computeIfAbsent(cell, HeatLook::of))
                        .toList());
    }
}
