package uk.goldenthread.actions.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.actions.ActionReading;
import uk.goldenthread.actions.ActionReading.Line;
import uk.goldenthread.actions.Priority;
import uk.goldenthread.actions.model.States;
import uk.goldenthread.actions.store.ActionList.Mark;
import uk.goldenthread.actions.store.ActionList.Order;
import uk.goldenthread.imports.export.SafeCsv;
import uk.goldenthread.imports.export.SafeXlsx;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.PageLinks;

/// The list of actions, on a page and as files that equal it.
@Controller
class ActionsController {
    private static final int SIZE = 50;
    private static final int MOST_IN_FILE = 100_000;
    private static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final List<Option> FROMS = List.of(
            Option.of("", "Anything"),
            Option.of("answer", "A self-assessment's answer"),
            Option.of("finding", "A visit's or audit's finding"),
            Option.of("signal", "An early-warning signal"),
            Option.of("contract", "A contract"),
            Option.of("action", "An earlier action"));

    private final ActionReading reading;

    ActionsController(ActionReading reading) {
        this.reading = reading;
    }

    @GetMapping("/actions")
    @Needs(Permission.ACTION_VIEW)
    ModelAndView list(Actor actor, AsAt asAt, @RequestParam Map<String, String> asked) {
        var address = ListAddress.of(asked);
        var listed = reading.list(actor, asAt, address.wanted(actor, address.page(), SIZE));
        var themes = reading.themes(actor, asAt);
        var whole = actor.reachesWholeIcb();
        var now = !asAt.isPast();
        var choosing = now && maySeveral(actor) && !listed.lines().isEmpty();
        var rows = listed.lines().stream()
                .map(line -> ActionRows.page(line, themes, whole, choosing, asAt.on("")))
                .toList();
        var page = new ActionsPage(
                whole,
                now && (actor.may(Permission.ACTION_PROPOSE) || actor.may(Permission.ACTION_WORK)),
                now && whole && actor.may(Permission.IMPORT_PREPARE),
                choosing,
                sentence(listed.total(), address),
                marks(address),
                filters(address, themes, whole),
                columns(whole, choosing, address),
                rows,
                links(listed, address),
                new ActionsPage.Files(
                        address.with("page", null).href("/actions.csv"),
                        address.with("page", null).href("/actions.xlsx"),
                        asAt.on("/actions/board")));
        return new ModelAndView("actions/list", Map.of("page", page));
    }

    private static PageLinks links(ActionReading.Listed listed, ListAddress address) {
        var links = PageLinks.of(address.page(), SIZE, listed.total(), address::onPage);
        return listed.lines().isEmpty()
                ? links
                : links.nextBy(address.afterwards(listed.lines().getLast().row()));
    }

    static boolean maySeveral(Actor actor) {
        return actor.may(Permission.ACTION_PROPOSE)
                || actor.may(Permission.ACTION_WORK)
                || actor.may(Permission.ACTION_EXTEND);
    }

    private static String sentence(long total, ListAddress address) {
        var narrowed = List.of("organisation", "owner", "state", "theme", "priority", "from", "mark").stream()
                .anyMatch(name -> address.part(name) != null);
        if (total == 0) {
            return narrowed
                    ? "No action matches."
                    : "Actions appear here when somebody proposes one, or when a finding calls for one.";
        }
        var count = total == 1 ? "1 action" : "%,d actions".formatted(total);
        return narrowed ? count + " as chosen." : count + " in all.";
    }

    private static List<ActionsPage.Mark> marks(ListAddress address) {
        return List.of(
                mark(address, "All", null),
                mark(address, "Overdue", Mark.OVERDUE),
                mark(address, "Overdue for more than 30 days", Mark.OVERDUE_LONG),
                mark(address, "Due within 30 days", Mark.DUE_SOON),
                mark(address, "Stalled", Mark.STALLED),
                mark(address, "To look at again", Mark.CHECK));
    }

    private static ActionsPage.Mark mark(ListAddress address, String words, @Nullable Mark mark) {
        var narrowed = address.with("mark", mark == null ? null : ListAddress.code(mark));
        return new ActionsPage.Mark(words, narrowed.onPage(1), address.mark() == mark);
    }

    private static ActionsPage.Filters filters(ListAddress address, Map<String, String> themes, boolean whole) {
        var states = new ArrayList<>(List.of(Option.of("", "Any")));
        States.ALL.forEach(state -> states.add(Option.of(States.name(state), States.words(state))));
        var ofThemes = new ArrayList<>(List.of(Option.of("", "Any")));
        themes.forEach((code, name) -> ofThemes.add(Option.of(code, name)));
        var priorities = new ArrayList<>(List.of(Option.of("", "Any")));
        for (var priority : Priority.values()) {
            priorities.add(Option.of(priority.name(), priority.word()));
        }
        return new ActionsPage.Filters(
                states,
                ofThemes,
                priorities,
                FROMS,
                whole ? List.of() : List.of(Option.of("", "Anybody"), Option.of("me", "Me")),
                address.text("state"),
                address.text("theme"),
                address.text("priority"),
                address.text("from"),
                address.text("owner"),
                address.text("organisation"),
                address.part("mark"),
                address.part("asAt"));
    }

    private static List<Column> columns(boolean whole, boolean choosing, ListAddress address) {
        Column.@Nullable Sorted order =
                switch (address.order()) {
                    case SOONEST -> Column.Sorted.ASCENDING;
                    case LATEST -> Column.Sorted.DESCENDING;
                    case UPDATED -> null;
                };
        var other = address.order() == Order.SOONEST ? "dueAt,desc" : "dueAt,asc";
        var columns = new ArrayList<Column>();
        columns.add(Column.text("Action"));
        if (whole) {
            columns.add(Column.text("Organisation"));
        }
        columns.add(Column.text("Owner"));
        columns.add(Column.text("Theme"));
        columns.add(Column.text("Priority"));
        columns.add(Column.text("State"));
        columns.add(Column.text("Due").sortable(address.with("sort", other).onPage(1), order));
        columns.add(Column.text("Note"));
        if (choosing) {
            columns.add(Column.text("Choose"));
        }
        return columns;
    }

    /// The list as shown, whole, as CSV.
    @GetMapping("/actions.csv")
    @Needs(Permission.ACTION_VIEW)
    ResponseEntity<byte[]> csv(Actor actor, AsAt asAt, @RequestParam Map<String, String> asked) throws IOException {
        var text = new StringBuilder();
        var csv = new SafeCsv(text);
        csv.row(ActionRows.COLUMNS);
        for (var line : whole(actor, asAt, asked)) {
            csv.row(ActionRows.file(line));
        }
        return file(
                "actions.csv",
                MediaType.parseMediaType("text/csv;charset=UTF-8"),
                text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// The same as an Excel workbook, which may be changed and taken back in.
    @GetMapping("/actions.xlsx")
    @Needs(Permission.ACTION_VIEW)
    ResponseEntity<byte[]> excel(Actor actor, AsAt asAt, @RequestParam Map<String, String> asked) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sheet = new SafeXlsx(out, "Actions")) {
            sheet.row(ActionRows.COLUMNS);
            for (var line : whole(actor, asAt, asked)) {
                sheet.row(ActionRows.file(line));
            }
        }
        return file("actions.xlsx", EXCEL, out.toByteArray());
    }

    private List<Line> whole(Actor actor, AsAt asAt, Map<String, String> asked) {
        return reading.list(actor, asAt, ListAddress.of(asked).wanted(actor, 1, MOST_IN_FILE))
                .lines();
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(name))
                .body(content);
    }
}
