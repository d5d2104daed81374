package uk.goldenthread.returns.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Notices;
import uk.goldenthread.access.Permission;
import uk.goldenthread.catalogue.OrganisationKind;
import uk.goldenthread.imports.export.SafeCsv;
import uk.goldenthread.kernel.calendar.Month;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.calendar.Quarter;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.returns.ReturnOpening;
import uk.goldenthread.returns.ReturnReading;
import uk.goldenthread.returns.ReturnRules;
import uk.goldenthread.returns.Words;
import uk.goldenthread.returns.store.ReturnList;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.PageLinks;
import uk.goldenthread.shell.forms.FormPage;
import uk.goldenthread.shell.view.Dates;

/// The list of returns, and opening a period's.
@Controller
class ReturnsController {
    private static final int SIZE = 50;
    private static final int MOST_IN_FILE = 50_000;
    private static final int PERIODS_OFFERED = 12;
    private static final List<String> STATES =
            List.of("NOT_STARTED", "IN_PROGRESS", "SUBMITTED", "APPROVED", "RETURNED", "ACCEPTED");

    private final ReturnReading reading;
    private final ReturnOpening opening;
    private final ReturnRules rules;
    private final OrganisationKind.Kinds kinds;

    ReturnsController(ReturnReading reading, ReturnOpening opening, ReturnRules rules, OrganisationKind.Kinds kinds) {
        this.reading = reading;
        this.opening = opening;
        this.rules = rules;
        this.kinds = kinds;
    }

    @GetMapping("/returns")
    @Needs(Permission.RETURN_VIEW)
    ModelAndView list(Actor actor, AsAt asAt, @RequestParam Map<String, String> asked) {
        var address = ListAddress.of(asked);
        var listed = reading.list(actor, asAt.instant(), wanted(address, SIZE));
        var counts = listed.counts();
        var whole = actor.reachesWholeIcb();
        var rows = listed.rows().stream().map(row -> cells(row, whole, address)).toList();
        var page = new ReturnsPage(
                whole,
                !asAt.isPast() && actor.may(Permission.RETURN_QUERY) && whole,
                !asAt.isPast() && actor.may(Permission.IMPORT_PREPARE) && whole,
                sentence(listed.latest()),
                marks(address, counts),
                filters(address, listed.periods()),
                columns(whole, address),
                rows,
                counts.shown() == 1 ? "1 return" : counts.shown() + " returns",
                PageLinks.of(address.page(), SIZE, counts.shown(), address::onPage),
                address.href("/returns.csv", 1));
        return new ModelAndView("returns/list", Map.of("page", page));
    }

    /// The list as shown, whole, as CSV.
    @GetMapping("/returns.csv")
    @Needs(Permission.RETURN_VIEW)
    ResponseEntity<byte[]> csv(Actor actor, AsAt asAt, @RequestParam Map<String, String> asked) throws IOException {
        var address = ListAddress.of(asked);
        var lines = new ArrayList<List<String>>();
        lines.add(List.of("organisation_code", "organisation", "period", "state", "due_on", "submitted_on", "late"));
        var wanted = wanted(
                new ListAddress(
                        address.organisation(),
                        address.period(),
                        address.kind(),
                        address.state(),
                        address.mark(),
                        address.sort(),
                        address.asAt(),
                        1),
                MOST_IN_FILE);
        for (var row : reading.list(actor, asAt.instant(), wanted).rows()) {
            var submitted = submittedOn(row);
            var late = Words.late(row.dueOn(), submitted, rules.today());
            lines.add(List.of(
                    row.code(),
                    row.name(),
                    row.period().label(),
                    Words.state(row.state(), row.executiveApproval()),
                    row.dueOn().toString(),
                    submitted == null ? "" : submitted.toString(),
                    late == null ? "" : late));
        }
        var text = new StringBuilder();
        var csv = new SafeCsv(text);
        for (var line : lines) {
            csv.row(line);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"returns.csv\"")
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ReturnReading.Wanted wanted(ListAddress address, int size) {
        return new ReturnReading.Wanted(
                address.organisation(),
                address.period(),
                address.kind(),
                address.state(),
                address.mark(),
                address.order(),
                address.page(),
                size,
                true);
    }

    /// How the latest month and quarter stand: of all the years together nobody wants to know.
    private static String sentence(List<ReturnList.Standing> latest) {
        if (latest.isEmpty()) {
            return "Returns appear here when a period has ended and its returns are opened.";
        }
        return latest.stream()
                .map(standing -> "%s: %d of %d accepted, %d late, %d waiting for the ICB."
                        .formatted(
                                standing.period().label(),
                                standing.done(),
                                standing.total(),
                                standing.late(),
                                standing.withIcb()))
                .collect(Collectors.joining(" "));
    }

    private static List<ReturnsPage.Mark> marks(ListAddress address, ReturnList.Counts counts) {
        return List.of(
                mark(address, "All", counts.total(), null),
                mark(address, "Late", counts.late(), "late"),
                mark(address, "Locked", counts.locked(), "locked"),
                mark(address, "Changed since approval", counts.changed(), "changed"));
    }

    private static ReturnsPage.Mark mark(ListAddress address, String words, int figure, @Nullable String mark) {
        var current = java.util.Objects.equals(address.mark(), mark);
        return new ReturnsPage.Mark(words, figure, address.marked(mark).onPage(1), current);
    }

    private ReturnsPage.Filters filters(ListAddress address, List<Period> periods) {
        var any = Option.of("", "Any");
        var offered = new ArrayList<>(List.of(any));
        periods.forEach(period -> offered.add(Option.of(period.code(), period.label())));
        var ofKinds = new ArrayList<>(List.of(any));
        kinds.all().stream()
                .filter(kind -> kind.returns() != OrganisationKind.Returns.NONE)
                .forEach(kind -> ofKinds.add(Option.of(kind.code(), kind.name())));
        var states = new ArrayList<>(List.of(any));
        STATES.forEach(state -> states.add(Option.of(state, Words.state(state, true))));
        return new ReturnsPage.Filters(
                offered,
                address.period(),
                ofKinds,
                address.kind(),
                states,
                address.state(),
                address.mark(),
                address.organisation(),
                address.asAt());
    }

    private static List<Column> columns(boolean whole, ListAddress address) {
        Column.@Nullable Sorted order =
                switch (address.order()) {
                    case SOONEST -> Column.Sorted.ASCENDING;
                    case LATEST -> Column.Sorted.DESCENDING;
                    case ODDEST -> null;
                };
        var other = order == Column.Sorted.DESCENDING ? "dueAt,asc" : "dueAt,desc";
        var due = Column.text("Due").sortable(address.sorted(other).onPage(1), order);
        return whole
                ? List.of(
                        Column.text("Provider"), Column.text("Period"), Column.text("State"), due, Column.text("Note"))
                : List.of(Column.text("Period"), Column.text("State"), due, Column.text("Note"));
    }

    private List<Cell> cells(ReturnList.Row row, boolean whole, ListAddress address) {
        var href = "/returns/" + row.id() + (address.asAt() == null ? "" : "?asAt=" + address.asAt());
        var note = new ArrayList<String>();
        var late = Words.late(row.dueOn(), submittedOn(row), rules.today());
        if (late != null) {
            note.add(late);
        }
        if (row.changedSinceApproval()) {
            note.add("changed since approval");
        }
        if (whole && row.odd() > 0 && row.state().equals("APPROVED")) {
            note.add(row.odd() == 1 ? "1 figure to look at" : row.odd() + " figures to look at");
        }
        var state = Cell.of(Words.state(row.state(), row.executiveApproval()));
        var due = Cell.of(Dates.day(row.dueOn()));
        var notes = Cell.of(String.join("; ", note));
        var period = row.period().label();
        return whole
                ? List.of(Cell.naming(row.name(), href), Cell.of(period), state, due, notes)
                : List.of(Cell.naming(period, href), state, due, notes);
    }

    private static @Nullable LocalDate submittedOn(ReturnList.Row row) {
        var at = row.submittedAt();
        return at == null ? null : LocalDate.ofInstant(at, Dates.LONDON);
    }

    @GetMapping("/returns/open")
    @Needs(Permission.RETURN_QUERY)
    ModelAndView openForm() {
        return openPage("", FieldErrors.NONE);
    }

    @PostMapping("/returns/open")
    @Needs(Permission.RETURN_QUERY)
    ModelAndView open(Actor actor, @RequestParam(defaultValue = "") String period, HttpServletResponse response) {
        var wanted = Period.find(period);
        if (wanted.isEmpty()) {
            return openPage(period, FieldErrors.of("period", "Choose a period"));
        }
        return switch (opening.open(actor, wanted.get())) {
            case Outcome.Accepted<Integer>(var opened) -> {
                Notices.leave(response, opened(opened, wanted.get()));
                yield new ModelAndView(
                        "redirect:/returns?period=" + wanted.get().code());
            }
            case Outcome.Refused<Integer>(var reasons) ->
                openPage(period, FieldErrors.of("period", reasons.getFirst().message()));
        };
    }

    private static String opened(int opened, Period period) {
        return switch (opened) {
            case 0 -> "Every return for %s was open already.".formatted(period.label());
            case 1 -> "1 return was opened for %s.".formatted(period.label());
            default -> "%d returns were opened for %s.".formatted(opened, period.label());
        };
    }

    private ModelAndView openPage(String chosen, FieldErrors errors) {
        var options = new ArrayList<Option>();
        Period quarter = Quarter.of(rules.today()).previous();
        Period month = Month.of(rules.today()).previous();
        for (var number = 0; number < PERIODS_OFFERED; number++) {
            if (number < PERIODS_OFFERED / 3) {
                options.add(option(quarter));
                quarter = quarter.previous();
            }
            options.add(option(month));
            month = month.previous();
        }
        var page = new OpenPage(options, chosen, errors);
        return FormPage.of("returns/open", page, errors);
    }

    private Option option(Period period) {
        return Option.of(period.code(), period.label(), Words.due(rules.due(period)));
    }
}
