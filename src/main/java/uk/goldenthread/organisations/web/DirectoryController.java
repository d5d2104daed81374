package uk.goldenthread.organisations.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.catalogue.OrganisationKind;
import uk.goldenthread.imports.export.SafeCsv;
import uk.goldenthread.organisations.Organisations;
import uk.goldenthread.organisations.Organisations.Filter;
import uk.goldenthread.organisations.Organisations.Line;
import uk.goldenthread.organisations.Organisations.Standing;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.PageLinks;
import uk.goldenthread.shell.view.Dates;

/// The list of organisations, its download, and one organisation.
@Controller
class DirectoryController {
    private static final int SIZE = 50;
    private static final int ALL = 100_000;

    private final Organisations organisations;
    private final EntryPages entries;
    private final OrganisationKind.Kinds kinds = OrganisationKind.Kinds.load();

    DirectoryController(Organisations organisations, EntryPages entries) {
        this.organisations = organisations;
        this.entries = entries;
    }

    /// The filter as the address says it.
    record Query(
            @Nullable String search,
            @Nullable String kind,
            @Nullable String standing,
            @Nullable String whose,
            @Nullable Integer page) {
        Filter filter() {
            var wanted = search == null || search.isBlank() ? null : search.strip();
            var standingWanted = List.of(Standing.values()).stream()
                    .filter(s -> s.name().equals(standing))
                    .findFirst()
                    .orElse(Standing.OPEN);
            return new Filter(
                    wanted, kind == null || kind.isBlank() ? null : kind, standingWanted, !"all".equals(whose));
        }

        int number() {
            return page == null ? 1 : Math.max(1, page);
        }
    }

    @GetMapping("/directory")
    @Needs(Permission.DIRECTORY_VIEW)
    ModelAndView list(Actor actor, AsAt asAt, Query query) {
        var filter = query.filter();
        var found = organisations.find(actor, filter, asAt, SIZE, (query.number() - 1) * SIZE);
        var options = new ArrayList<Option>();
        options.add(Option.of("", "Every kind"));
        kinds.all().forEach(kind -> options.add(Option.of(kind.code(), kind.name())));
        var page = new DirectoryPage(
                found.lines().stream().map(line -> row(line, asAt)).toList(),
                found.total(),
                filter.search() == null ? "" : filter.search(),
                options,
                filter.kind() == null ? "" : filter.kind(),
                filter.standing().name(),
                filter.ours() ? "ours" : "all",
                actor.icbName(),
                query(filter, asAt, 1),
                asAt.isPast() ? String.valueOf(asAt.instant()) : "",
                actor.may(Permission.DIRECTORY_EDIT) && !asAt.isPast(),
                PageLinks.of(
                        query.number(), SIZE, found.total(), number -> "/directory" + query(filter, asAt, number)));
        return new ModelAndView("organisations/list", Map.of("page", page));
    }

    private static String query(Filter filter, AsAt asAt, int page) {
        var uri = UriComponentsBuilder.newInstance()
                .queryParam("standing", filter.standing().name())
                .queryParam("whose", filter.ours() ? "ours" : "all")
                .queryParam("page", page);
        if (filter.search() != null) {
            uri.queryParam("search", filter.search());
        }
        if (filter.kind() != null) {
            uri.queryParam("kind", filter.kind());
        }
        if (asAt.isPast()) {
            uri.queryParam("asAt", String.valueOf(asAt.instant()));
        }
        return uri.encode().toUriString();
    }

    private List<Cell> row(Line line, AsAt asAt) {
        var texts = texts(line);
        return List.of(
                Cell.naming(line.name(), "/directory/" + line.code() + EntryPages.asAt(asAt)),
                Cell.of(texts.get(1)),
                Cell.of(texts.get(2)),
                Cell.of(texts.get(3)),
                Cell.of(texts.get(4)),
                Cell.of(line.opened() == null ? "" : Dates.day(line.opened())),
                Cell.of(line.closed() == null ? "" : Dates.day(line.closed())));
    }

    private List<String> texts(Line line) {
        return List.of(
                line.name(),
                line.code(),
                kinds.find(line.kind()).map(OrganisationKind::name).orElse(line.kind()),
                line.postcode() == null ? "" : line.postcode(),
                line.telephone() == null ? "" : line.telephone(),
                line.opened() == null ? "" : line.opened().toString(),
                line.closed() == null ? "" : line.closed().toString());
    }

    /// The whole list that the filter gives, as shown.
    @GetMapping("/directory.csv")
    @Needs(Permission.DIRECTORY_VIEW)
    ResponseEntity<String> download(Actor actor, AsAt asAt, Query query) throws IOException {
        var text = new StringBuilder();
        var csv = new SafeCsv(text);
        csv.row(List.of("name", "code", "kind", "postcode", "telephone", "opened", "closed"));
        for (var line : organisations.find(actor, query.filter(), asAt, ALL, 0).lines()) {
            csv.row(texts(line));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"directory.csv\"")
                .body(text.toString());
    }

    @GetMapping("/directory/{code}")
    @Needs(Permission.DIRECTORY_VIEW)
    ModelAndView show(Actor actor, AsAt asAt, @PathVariable String code) {
        return new ModelAndView("organisations/entry", Map.of("page", entries.page(actor, code, asAt, null)));
    }
}
