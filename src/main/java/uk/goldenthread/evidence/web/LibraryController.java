package uk.goldenthread.evidence.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.NavigationEntry;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.evidence.EvidenceClass;
import uk.goldenthread.evidence.service.EvidenceDesk;
import uk.goldenthread.evidence.service.EvidenceDesk.Asked;
import uk.goldenthread.evidence.service.EvidenceDesk.Shelf;
import uk.goldenthread.evidence.service.EvidenceSettings;
import uk.goldenthread.evidence.store.EvidenceReading.Line;
import uk.goldenthread.evidence.web.LibraryPage.Choice;
import uk.goldenthread.imports.export.SafeCsv;
import uk.goldenthread.organisations.Organisation;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.PageLinks;

/// The library: what evidence there is, filtered, and the same as a file.
@Controller
class LibraryController {
    private static final int PAGE_SIZE = 50;
    private static final int MOST_IN_A_FILE = 20_000;
    private static final Set<String> SHOWS = Set.of("now", "soon", "past", "withdrawn", "all");
    private static final Set<String> SORTS = Set.of("newest", "until", "title");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final EvidenceDesk desk;
    private final EvidenceSettings settings;

    LibraryController(EvidenceDesk desk, EvidenceSettings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    @Bean
    static NavigationEntry evidenceEntry() {
        return new NavigationEntry(55, "Evidence", "/evidence", Permission.EVIDENCE_VIEW);
    }

    @GetMapping("/evidence")
    @Needs(Permission.EVIDENCE_VIEW)
    ModelAndView library(Actor actor, AsAt asAt, @RequestParam Map<String, String> address) {
        var asked = asked(address);
        var text = address.getOrDefault("page", "1");
        int page = text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) : 1;
        var shelf = desk.shelf(actor, asAt, asked, page, PAGE_SIZE);
        return new ModelAndView("evidence/library", Map.of("page", page(actor, asAt, asked, page, shelf)));
    }

    private static Asked asked(Map<String, String> address) {
        var show = address.getOrDefault("show", "now");
        var sort = address.getOrDefault("sort", "newest");
        var kind = address.getOrDefault("kind", "");
        return new Asked(
                SHOWS.contains(show) ? show : "now",
                address.getOrDefault("provider", ""),
                List.of(EvidenceClass.values()).stream()
                                .anyMatch(each -> each.name().equals(kind))
                        ? kind
                        : "",
                address.getOrDefault("words", "").strip().replace("\0", ""),
                SORTS.contains(sort) ? sort : "newest");
    }

    private LibraryPage page(Actor actor, AsAt asAt, Asked asked, int page, Shelf shelf) {
        var instant = asAt.instant();
        return new LibraryPage(
                state(asked, shelf.total()),
                actor.may(Permission.EVIDENCE_ADD) && !asAt.isPast(),
                new Choice(shows(), asked.show()),
                actor.reachesWholeIcb() ? new Choice(providers(actor, shelf), asked.provider()) : null,
                new Choice(kinds(), asked.kind()),
                asked.words(),
                new Choice(
                        List.of(
                                Option.of("newest", "Newest first"),
                                Option.of("until", "Soonest out of date"),
                                Option.of("title", "Title")),
                        asked.sort()),
                List.of(
                        Column.text("Evidence"),
                        Column.text("Whose"),
                        Column.text("What it is"),
                        Column.text("Covers"),
                        Column.text("Standing"),
                        Column.figures("Supports"),
                        Column.text("Newest file")),
                shelf.lines().stream().map(line -> row(line, shelf, asAt)).toList(),
                PageLinks.of(page, PAGE_SIZE, shelf.total(), number -> asAt.on(address("/evidence", asked, number))),
                "No evidence here. What is given for an answer, an action or a finding appears here, and can support"
                        + " others without being given again.",
                asAt.on(address("/evidence.csv", asked, 1)),
                instant == null ? null : instant.toString());
    }

    private String state(Asked asked, long total) {
        var what =
                switch (asked.show()) {
                    case "soon" -> "in date, out of date within %d days".formatted(settings.firstReminder());
                    case "past" -> "past its date";
                    case "withdrawn" -> "withdrawn";
                    case "all" -> "in all";
                    default -> "in date";
                };
        return (total == 1 ? "1 item" : total + " items") + " of evidence " + what + ".";
    }

    private List<Option> shows() {
        return List.of(
                Option.of("now", "In date"),
                Option.of("soon", "Out of date within %d days".formatted(settings.firstReminder())),
                Option.of("past", "Past its date"),
                Option.of("withdrawn", "Withdrawn"),
                Option.of("all", "All"));
    }

    private static List<Option> kinds() {
        var options = new ArrayList<Option>();
        options.add(Option.of("", "Anything"));
        for (var kind : EvidenceClass.values()) {
            options.add(Option.of(kind.name(), kind.words()));
        }
        return options;
    }

    private static List<Option> providers(Actor actor, Shelf shelf) {
        var options = new ArrayList<Option>();
        options.add(Option.of("", "Everyone"));
        options.add(Option.of(actor.organisationCode(), actor.organisationName()));
        shelf.providers().forEach(provider -> options.add(Option.of(provider.code(), provider.name())));
        return options;
    }

    private List<Cell> row(Line line, Shelf shelf, AsAt asAt) {
        var item = line.item();
        var covers = EvidenceWords.covers(item);
        return List.of(
                item.open()
                        ? Cell.naming(item.title(), asAt.on("/evidence/" + item.id()))
                        : Cell.naming(item.title() + " " + item.id()),
                Cell.of(owner(shelf, item.organisation())),
                Cell.of(EvidenceWords.what(item) + (item.restricted() ? ", restricted" : "")),
                Cell.of(covers == null ? "No stated time" : covers),
                Cell.of(EvidenceWords.standing(item, settings.today())),
                Cell.of(line.claims()),
                Cell.of(item.open() ? "%s, %s".formatted(item.fileName(), EvidenceWords.size(item.bytes())) : ""));
    }

    private static String owner(Shelf shelf, int organisation) {
        Organisation owner = shelf.owners().get(organisation);
        return owner == null ? "" : owner.name();
    }

    private static String address(String path, Asked asked, int page) {
        var builder = UriComponentsBuilder.fromPath(path)
                .queryParam("show", asked.show())
                .queryParam("sort", asked.sort());
        add(builder, "provider", asked.provider());
        add(builder, "kind", asked.kind());
        add(builder, "words", asked.words());
        if (page > 1) {
            builder.queryParam("page", page);
        }
        return builder.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder builder, String name, String value) {
        if (!value.isBlank()) {
            builder.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    @GetMapping("/evidence.csv")
    @Needs(Permission.EVIDENCE_VIEW)
    ResponseEntity<String> file(Actor actor, AsAt asAt, @RequestParam Map<String, String> address) throws IOException {
        var shelf = desk.shelf(actor, asAt, asked(address), 1, MOST_IN_A_FILE);
        var text = new StringBuilder();
        var csv = new SafeCsv(text);
        csv.row(List.of(
                "number",
                "evidence",
                "whose",
                "what",
                "shows",
                "covers from",
                "covers to",
                "received",
                "good until",
                "standing",
                "restricted",
                "supports",
                "file",
                "bytes"));
        for (var line : shelf.lines()) {
            csv.row(cells(line, shelf));
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"evidence.csv\"")
                .body(text.toString());
    }

    private List<String> cells(Line line, Shelf shelf) {
        var item = line.item();
        return List.of(
                Long.toString(item.id()),
                item.title(),
                owner(shelf, item.organisation()),
                item.document().words(),
                item.kind().words(),
                item.coversFrom() == null ? "" : item.coversFrom().toString(),
                item.coversTo() == null ? "" : item.coversTo().toString(),
                item.receivedOn().toString(),
                item.validUntil().toString(),
                EvidenceWords.standing(item, settings.today()),
                item.restricted() ? "yes" : "no",
                Integer.toString(line.claims()),
                item.fileName(),
                Long.toString(item.bytes()));
    }
}
