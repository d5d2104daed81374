package uk.goldenthread.assessments.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import uk.goldenthread.assessments.framework.FrameworkWords;
import uk.goldenthread.assessments.model.Round;
import uk.goldenthread.assessments.service.AssessmentRules;
import uk.goldenthread.assessments.service.Lists;
import uk.goldenthread.assessments.service.Rounds;
import uk.goldenthread.assessments.service.Words;
import uk.goldenthread.assessments.store.AssessmentList;
import uk.goldenthread.imports.export.SafeCsv;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Link;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.SummaryRow;
import uk.goldenthread.shell.view.Dates;

/// The lists: an ICB's rounds, the assessments of one round, a provider's own; and issuing a round.
@Controller
class RoundsController {
    private static final int MOST = 200;
    private static final List<String> STATES = List.of(
            "ISSUED",
            "IN_PROGRESS",
            "WITH_APPROVER",
            "RETURNED",
            "SUBMITTED",
            "UNDER_REVIEW",
            "MODERATED",
            "IN_CHALLENGE",
            "AGREED",
            "ACTION_PLAN_OPEN",
            "CLOSED",
            "EXEMPT",
            "NON_RETURN");

    private final Lists lists;
    private final Rounds rounds;
    private final AssessmentRules rules;

    RoundsController(Lists lists, Rounds rounds, AssessmentRules rules) {
        this.lists = lists;
        this.rounds = rounds;
        this.rules = rules;
    }

    @GetMapping("/assessments")
    @Needs(Permission.ASSESSMENT_VIEW)
    ModelAndView list(Actor actor, AsAt asAt) {
        return new ModelAndView(
                "assessments/list", Map.of("page", actor.reachesWholeIcb() ? icb(actor, asAt) : own(actor, asAt)));
    }

    private ListPage icb(Actor actor, AsAt asAt) {
        var standing = lists.rounds(actor, asAt);
        var open = standing.stream()
                .filter(each -> each.round().stage() == Round.Stage.PUBLISHED)
                .count();
        return new ListPage(
                true,
                !asAt.isPast() && actor.may(Permission.ROUND_MANAGE),
                standing.isEmpty()
                        ? "A round asks your providers the questions of one framework."
                        : open == 1 ? "1 round is open." : open + " rounds are open.",
                List.of(
                        Column.text("Round"),
                        Column.text("State"),
                        Column.text("Due"),
                        Column.figures("Asked"),
                        Column.figures("Handed in"),
                        Column.figures("Late")),
                standing.stream().map(each -> cells(each, asAt)).toList(),
                "There is no round yet. Prepare one, and issue it when it is right.",
                asAt.on("/assessments/frameworks"));
    }

    private static List<Cell> cells(Lists.Standing standing, AsAt asAt) {
        var round = standing.round();
        return List.of(
                Cell.naming(round.name(), asAt.on("/assessments/rounds/" + round.id())),
                Cell.of(stage(round.stage())),
                Cell.of(Dates.day(round.dates().due())),
                Cell.of(standing.count().issued()),
                Cell.of(standing.count().handedIn()),
                Cell.of(standing.count().late()));
    }

    private static String stage(Round.Stage stage) {
        return switch (stage) {
            case DRAFT -> "Being prepared";
            case PUBLISHED -> "Open";
            case CLOSED -> "Closed";
        };
    }

    private ListPage own(Actor actor, AsAt asAt) {
        var rows = lists.assessments(actor, asAt, null, 1, MOST).rows();
        var open = rows.stream()
                .filter(row -> Words.isWithProvider(row.state()) || row.state().equals("RETURNED"))
                .count();
        return new ListPage(
                false,
                false,
                rows.isEmpty()
                        ? "Self-assessments appear here when your ICB issues them."
                        : open == 0
                                ? "Nothing waits for you."
                                : open == 1 ? "1 waits for you." : open + " wait for you.",
                List.of(
                        Column.text("Round"),
                        Column.text("State"),
                        Column.text("Due"),
                        Column.text("Progress"),
                        Column.text("Claimed")),
                rows.stream().map(row -> ownCells(row, asAt)).toList(),
                "Your ICB has issued no self-assessment to you yet.",
                asAt.on("/assessments/frameworks"));
    }

    private List<Cell> ownCells(AssessmentList.Row row, AsAt asAt) {
        return List.of(
                Cell.naming(row.roundName(), asAt.on("/assessments/" + row.id())),
                Cell.of(state(row)),
                Cell.of(Dates.day(row.dueOn())),
                Cell.of(Words.progress(row.progress())),
                Cell.of(Words.score(row.score(), row.rag())));
    }

    private String state(AssessmentList.Row row) {
        var first = row.firstSubmittedAt();
        var late = Words.late(
                row.state(),
                row.dueOn(),
                first == null ? null : LocalDate.ofInstant(first, Dates.LONDON),
                rules.today());
        return late == null ? Words.state(row.state()) : Words.state(row.state()) + ", " + late;
    }

    @GetMapping("/assessments/rounds/{id:\\d+}")
    @Needs(Permission.ASSESSMENT_VIEW)
    ModelAndView round(Actor actor, AsAt asAt, @PathVariable long id, @RequestParam(defaultValue = "") String state) {
        return page(actor, asAt, id, state, FieldErrors.NONE);
    }

    /// The list as shown, as CSV.
    @GetMapping("/assessments/rounds/{id:\\d+}/organisations.csv")
    @Needs(Permission.ASSESSMENT_VIEW)
    ResponseEntity<byte[]> csv(
            Actor actor, AsAt asAt, @PathVariable long id, @RequestParam(defaultValue = "") String state)
            throws IOException {
        var found = lists.round(actor, asAt, id, STATES.contains(state) ? state : null);
        var text = new StringBuilder();
        var csv = new SafeCsv(text);
        csv.row(List.of(
                "organisation_code",
                "organisation",
                "state",
                "due_on",
                "asked",
                "answered",
                "brought_forward",
                "reconfirmed",
                "filled",
                "claimed_score",
                "claimed_colour"));
        for (var row : found.rows()) {
            var progress = row.progress();
            csv.row(List.of(
                    row.code(),
                    row.name(),
                    state(row),
                    row.dueOn().toString(),
                    Integer.toString(progress.asked()),
                    Integer.toString(progress.answered()),
                    Integer.toString(progress.carried()),
                    Integer.toString(progress.confirmed()),
                    Integer.toString(progress.filled()),
                    row.score() == null ? "" : row.score().toPlainString(),
                    row.rag() == null ? "" : row.rag()));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"round.csv\"")
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/assessments/rounds/{id:\\d+}/publish")
    @Needs(Permission.ROUND_MANAGE)
    ModelAndView publish(Actor actor, @PathVariable long id, HttpServletResponse response) {
        return switch (rounds.publish(actor, id)) {
            case Outcome.Accepted<Integer>(var issued) -> {
                Notices.leave(
                        response,
                        issued == 1
                                ? "Issued to 1 organisation."
                                : issued == 0
                                        ? "Everybody asked has it already."
                                        : "Issued to %d organisations.".formatted(issued));
                yield new ModelAndView("redirect:/assessments/rounds/" + id);
            }
            case Outcome.Refused<Integer>(var reasons) -> {
                var view = page(actor, AsAt.PRESENT, id, "", FieldErrors.of(reasons));
                view.setStatus(org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT);
                yield view;
            }
        };
    }

    private ModelAndView page(Actor actor, AsAt asAt, long id, String state, FieldErrors errors) {
        var wanted = STATES.contains(state) ? state : null;
        var found = lists.round(actor, asAt, id, wanted);
        var round = found.round();
        var may = !asAt.isPast() && actor.may(Permission.ROUND_MANAGE) && round.stage() != Round.Stage.CLOSED;
        var states = new ArrayList<>(List.of(Option.of("", "Any")));
        STATES.forEach(each -> states.add(Option.of(each, Words.state(each))));
        var page = new RoundPage(
                id,
                round.name(),
                "%s. %d asked, %d handed in, %d late."
                        .formatted(
                                stage(round.stage()),
                                found.count().issued(),
                                found.count().handedIn(),
                                found.count().late()),
                may
                        ? round.stage() == Round.Stage.DRAFT
                                ? "Issue to the organisations"
                                : "Issue to organisations that joined since"
                        : null,
                facts(round),
                states,
                wanted == null ? "" : wanted,
                List.of(
                        Column.text("Organisation"),
                        Column.text("State"),
                        Column.text("Due"),
                        Column.text("Progress"),
                        Column.text("Claimed")),
                found.rows().stream().map(row -> cells(row, asAt)).toList(),
                found.rows().size() == 1 ? "1 organisation" : found.rows().size() + " organisations",
                errors,
                asAt.isPast() ? String.valueOf(asAt.instant()) : null);
        return new ModelAndView("assessments/round", Map.of("page", page));
    }

    private static List<SummaryRow> facts(Round round) {
        var dates = round.dates();
        var event = dates.event();
        return List.of(
                SummaryRow.of(
                        "Questions",
                        round.framework() + ", edition " + round.edition(),
                        new Link(
                                "Read them",
                                FrameworkWords.address(round.framework(), round.edition()),
                                "what this round asks")),
                SummaryRow.of("Opens", Dates.day(dates.opens())),
                SummaryRow.of("Due", Dates.day(dates.due())),
                SummaryRow.of("Moderated by", Dates.day(dates.moderated())),
                SummaryRow.of("Challenge event", event == null ? "None" : Dates.day(event)),
                SummaryRow.of("Closes", Dates.day(dates.closes())),
                SummaryRow.of(
                        "Colours",
                        "Green from %s, amber from %s"
                                .formatted(
                                        round.cutOffs().green(), round.cutOffs().amber())));
    }

    private List<Cell> cells(AssessmentList.Row row, AsAt asAt) {
        return List.of(
                Cell.naming(row.name(), asAt.on("/assessments/" + row.id())),
                Cell.of(state(row)),
                Cell.of(Dates.day(row.dueOn())),
                Cell.of(Words.progress(row.progress())),
                Cell.of(Words.score(row.score(), row.rag())));
    }
}
