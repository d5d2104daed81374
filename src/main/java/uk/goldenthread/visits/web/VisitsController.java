package uk.goldenthread.visits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Notices;
import uk.goldenthread.access.Permission;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.organisations.Directory;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.PageLinks;
import uk.goldenthread.shell.forms.FormPage;
import uk.goldenthread.shell.view.Dates;
import uk.goldenthread.visits.Programmes;
import uk.goldenthread.visits.VisitReading;
import uk.goldenthread.visits.Visits;
import uk.goldenthread.visits.model.Visit;
import uk.goldenthread.visits.model.VisitKind;
import uk.goldenthread.visits.model.VisitStates;

/// The list of visits, the year's plan, and planning one.
@Controller
class VisitsController {
    private static final int SIZE = 50;
    private static final String ANY = "ANY";

    private final VisitReading reading;
    private final Visits visits;
    private final Programmes programmes;
    private final Directory directory;
    private final UnitOfWork work;

    VisitsController(VisitReading reading, Visits visits, Programmes programmes, Directory directory, UnitOfWork work) {
        this.reading = reading;
        this.visits = visits;
        this.programmes = programmes;
        this.directory = directory;
        this.work = work;
    }

    @GetMapping("/visits")
    @Needs(Permission.VISIT_VIEW)
    ModelAndView list(
            Actor actor,
            AsAt asAt,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") String page) {
        var number = page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
        var wanted = wanted(state);
        var shown = wanted.state() != null ? state : wanted.running() ? "" : ANY;
        var listed = reading.list(actor, asAt, wanted, number, SIZE);
        var whole = actor.reachesWholeIcb();
        var columns = new ArrayList<Column>();
        if (whole) {
            columns.add(Column.text("Provider"));
        }
        columns.addAll(List.of(Column.text("Visit"), Column.text("Day"), Column.text("State"), Column.text("Next")));
        var states = new ArrayList<>(List.of(Option.of("", "Running or soon"), Option.of(ANY, "Any")));
        VisitStates.ALL.forEach(each -> states.add(Option.of(VisitStates.name(each), VisitStates.words(each))));
        var past = asAt.instant();
        var view = new VisitsPage(
                !asAt.isPast() && whole && actor.may(Permission.VISIT_PLAN),
                sentence(listed.total(), wanted),
                states,
                shown,
                columns,
                listed.visits().stream()
                        .map(visit -> row(visit, listed, whole, asAt))
                        .toList(),
                PageLinks.of(number, SIZE, listed.total(), each -> asAt.on("/visits?state=" + shown + "&page=" + each)),
                past == null ? null : past.toString());
        return new ModelAndView("visits/list", Map.of("page", view));
    }

    private static VisitReading.Wanted wanted(String state) {
        if (state.equals(ANY)) {
            return VisitReading.Wanted.ANY;
        }
        var known = VisitStates.ALL.stream().map(VisitStates::name).anyMatch(state::equals);
        return known ? new VisitReading.Wanted(false, state) : VisitReading.Wanted.RUNNING;
    }

    private static String sentence(int total, VisitReading.Wanted wanted) {
        if (total == 0) {
            return wanted.running() ? "No visit runs or comes in the next three months." : "No visit is in this state.";
        }
        return "%d %s%s."
                .formatted(
                        total,
                        total == 1 ? "visit" : "visits",
                        wanted.running() ? " running or coming in the next three months" : "");
    }

    private static List<Cell> row(Visit visit, VisitReading.Listed listed, boolean whole, AsAt asAt) {
        var cells = new ArrayList<Cell>();
        var href = asAt.on("/visits/" + visit.id());
        cells.add(Cell.naming(whole ? visit.organisationName() : visit.purpose(), href));
        if (whole) {
            cells.add(Cell.of(visit.purpose()));
        }
        cells.add(Cell.of(Dates.day(visit.day())));
        cells.add(Cell.of(VisitStates.words(visit.state())));
        var due = listed.due().get(visit.id());
        var late = due != null && listed.day().isAfter(due.by());
        cells.add(Cell.of(
                due == null ? "" : "%s %s %s".formatted(due.what(), late ? "was due on" : "by", Dates.day(due.by()))));
        return cells;
    }

    @GetMapping("/visits/new")
    @Needs(Permission.VISIT_PLAN)
    ModelAndView form(Actor actor, @RequestParam(defaultValue = "") String follows) {
        return new ModelAndView(
                "visits/plan", Map.of("page", page(actor, Map.of("follows", follows), FieldErrors.NONE)));
    }

    @PostMapping("/visits/new")
    @Needs(Permission.VISIT_PLAN)
    ModelAndView plan(Actor actor, @RequestParam Map<String, String> typed, HttpServletResponse response) {
        var outcome = wanted(actor, typed);
        if (outcome instanceof Outcome.Accepted<Long>(var id)) {
            Notices.leave(response, "The visit is planned. Confirm its day when it is fixed.");
            return new ModelAndView("redirect:/visits/" + id);
        }
        return FormPage.refused("visits/plan", page(actor, typed, FieldErrors.of(outcome.reasons())));
    }

    private Outcome<Long> wanted(Actor actor, Map<String, String> typed) {
        var first = number(typed);
        var found = work.read(actor.scope(), () -> directory.byCode(typed.getOrDefault("organisation", "")));
        var kind = Arrays.stream(VisitKind.values())
                .filter(each -> each.name().equals(typed.get("kind")))
                .findFirst();
        var on = DateParts.typed(typed, "on").date();
        var missing = new ArrayList<Reason>();
        if (found.isEmpty() && first == 0) {
            missing.add(Reason.house("organisation", "Choose the provider."));
        }
        if (kind.isEmpty()) {
            missing.add(Reason.house("kind", "Choose what kind of visit it is."));
        }
        if (on.isEmpty()) {
            missing.add(Reason.house("on", "Enter a date, such as 27 3 2027."));
        }
        if (!missing.isEmpty()) {
            return Outcome.refused(missing);
        }
        var purpose = typed.getOrDefault("purpose", "");
        return first == 0
                ? visits.plan(actor, found.orElseThrow().id(), kind.orElseThrow(), purpose, on.orElseThrow(), "")
                : visits.followUp(actor, first, kind.orElseThrow(), purpose, on.orElseThrow());
    }

    /// The number of the visit that is followed; 0 for none.
    private static long number(Map<String, String> typed) {
        var follows = typed.getOrDefault("follows", "");
        return follows.matches("[1-9]\\d{0,17}") ? Long.parseLong(follows) : 0;
    }

    private PlanPage.@Nullable First first(Actor actor, long id) {
        if (id == 0) {
            return null;
        }
        var whole = reading.whole(actor, AsAt.PRESENT, id);
        return new PlanPage.First(
                id,
                whole.visit().organisationName(),
                "the visit of %s, %s"
                        .formatted(Dates.day(whole.visit().day()), whole.visit().purpose()),
                whole.findings().stream()
                        .map(VisitReading.Found::finding)
                        .filter(each -> each.stands() && each.grade().needsAction())
                        .map(each -> "%s: %s".formatted(each.grade().words(), each.words()))
                        .toList());
    }

    private PlanPage page(Actor actor, Map<String, String> typed, FieldErrors errors) {
        var first = first(actor, number(typed));
        var organisations = new ArrayList<>(List.of(Option.of("", "Choose")));
        work.read(actor.scope(), () -> directory.providersOf(actor.icb(), reading.today()))
                .forEach(each -> organisations.add(Option.of(each.code(), each.name())));
        return new PlanPage(
                organisations,
                Arrays.stream(VisitKind.values())
                        .map(each -> Option.of(each.name(), each.words()))
                        .toList(),
                typed.getOrDefault("organisation", ""),
                typed.getOrDefault("kind", first == null ? "ANNOUNCED" : "FOLLOW_UP"),
                typed.getOrDefault("purpose", first == null ? "" : "Follow-up of " + first.words()),
                DateParts.typed(typed, "on"),
                errors,
                first);
    }

    @GetMapping("/visits/programme")
    @Needs(Permission.VISIT_PLAN)
    ModelAndView programme(Actor actor, AsAt asAt) {
        var plan = programmes.latest(actor, asAt);
        var rows = plan.map(each -> each.lines().stream()
                        .map(line -> List.of(
                                Cell.naming(line.name()),
                                Cell.of(Dates.day(line.on())),
                                Cell.of(line.chosen().equals("RANDOM") ? "At random" : "By cadence"),
                                Cell.of(line.why())))
                        .toList())
                .orElse(List.of());
        var now = !asAt.isPast();
        var page = new ProgrammePage(
                plan.map(each -> each.id()).orElse(0),
                now,
                now && plan.isPresent() && !plan.get().approved(),
                plan.map(each -> "%d %s for the year from %s, drawn with seed %d on %s. %s"
                                .formatted(
                                        each.lines().size(),
                                        each.lines().size() == 1 ? "visit" : "visits",
                                        Dates.day(each.start()),
                                        each.seed(),
                                        Dates.day(each.madeAt()),
                                        each.approved() ? "Approved." : "Not approved yet."))
                        .orElse("No plan was proposed yet."),
                List.of(Column.text("Provider"), Column.text("Day"), Column.text("Chosen"), Column.text("Why")),
                rows);
        return new ModelAndView("visits/programme", Map.of("page", page));
    }

    @PostMapping("/visits/programme")
    @Needs(Permission.VISIT_PLAN)
    ModelAndView propose(Actor actor, HttpServletResponse response) {
        programmes.propose(actor).orElseThrow();
        Notices.leave(response, "A plan is proposed. Nothing is planned until somebody approves it.");
        return new ModelAndView("redirect:/visits/programme");
    }

    @PostMapping("/visits/programme/{id:\\d+}/approve")
    @Needs(Permission.VISIT_PLAN)
    ModelAndView approve(Actor actor, @PathVariable long id, HttpServletResponse response) {
        var outcome = programmes.approve(actor, (int) Math.min(id, Integer.MAX_VALUE));
        Notices.leave(
                response,
                switch (outcome) {
                    case Outcome.Accepted<Integer>(var planned) -> planned + " visits are planned.";
                    case Outcome.Refused<Integer>(var reasons) ->
                        reasons.getFirst().message();
                });
        return new ModelAndView("redirect:/visits/programme");
    }
}
