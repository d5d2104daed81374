package uk.goldenthread.assessments.survey.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Notices;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.survey.SurveyQuestions;
import uk.goldenthread.assessments.survey.Surveys;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.view.Dates;

/// The survey beside a round, as the ICB keeps and reads it and an organisation passes it round.
@Controller
class SurveysController {
    private final Surveys surveys;

    SurveysController(Surveys surveys) {
        this.surveys = surveys;
    }

    @GetMapping("/assessments/rounds/{id:\\d+}/survey")
    @Needs(Permission.ASSESSMENT_VIEW)
    ModelAndView round(Actor actor, @PathVariable long id) {
        return round(actor, id, Map.of(), List.of());
    }

    @PostMapping("/assessments/rounds/{id:\\d+}/survey")
    @Needs(Permission.ROUND_MANAGE)
    ModelAndView open(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        var outcome =
                surveys.open(actor, id, DateParts.typed(fields, "closes").date().orElse(null));
        if (outcome.isAccepted()) {
            Notices.leave(response, "The survey is open. Send each organisation its address.");
            return new ModelAndView("redirect:/assessments/rounds/%d/survey".formatted(id));
        }
        var view = round(actor, id, fields, outcome.reasons());
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView round(Actor actor, long id, Map<String, String> typed, List<Reason> reasons) {
        var overview = surveys.overview(actor, id);
        var open = !overview.rows().isEmpty();
        var closes = open ? overview.rows().getFirst().closesOn() : null;
        var page = new RoundSurveyPage(
                id,
                overview.round().name(),
                closes == null ? "Not opened." : "Open until %s.".formatted(Dates.day(closes)),
                actor.may(Permission.ROUND_MANAGE),
                typed.isEmpty() ? DateParts.of(closes) : DateParts.typed(typed, "closes"),
                List.of(Column.text("Organisation"), Column.text("Replies"), Column.text("Address for its people")),
                overview.rows().stream()
                        .map(row -> List.of(
                                Cell.naming(row.name(), "/assessments/%d/survey".formatted(row.assessment())),
                                Cell.of(
                                        row.replies() < overview.least()
                                                ? "Fewer than " + overview.least()
                                                : Integer.toString(row.replies())),
                                Cell.of(address(row.token()))))
                        .toList(),
                FieldErrors.of(reasons),
                typed);
        return new ModelAndView("assessments/roundsurvey", Map.of("page", page));
    }

    private static String address(String token) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/survey/" + token)
                .build()
                .toUriString();
    }

    @GetMapping("/assessments/{id:\\d+}/survey")
    @Needs(Permission.ASSESSMENT_VIEW)
    ModelAndView result(Actor actor, @PathVariable long id) {
        var result = surveys.result(actor, id);
        var row = result.row();
        var columns = new ArrayList<Column>();
        columns.add(Column.text("Question"));
        SurveyQuestions.ANSWERS.forEach(answer -> columns.add(Column.figures(answer.words())));
        columns.add(Column.figures("Share of yes"));
        columns.add(Column.text("Lines"));
        var page = new SurveyResultPage(
                id,
                result.header().organisationName() + ", "
                        + result.header().round().name(),
                row == null ? null : address(row.token()),
                row == null ? "" : Dates.day(row.closesOn()),
                result.reads(),
                row != null && row.replies() >= result.least(),
                result.least(),
                row == null ? "" : Integer.toString(row.replies()),
                columns,
                result.lines().stream().map(SurveysController::cells).toList());
        return new ModelAndView("assessments/surveyresult", Map.of("page", page));
    }

    private static List<Cell> cells(Surveys.Line line) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.naming(line.question().text()));
        for (int at = 0; at < SurveyQuestions.ANSWERS.size(); at++) {
            cells.add(Cell.of(
                    line.result().cells().isEmpty()
                            ? "Too few"
                            : line.result().cells().get(at)));
        }
        cells.add(
                Cell.of(line.result().agree() == null ? "Hidden" : line.result().agree() + "%"));
        cells.add(Cell.of(String.join(", ", line.codes())));
        return cells;
    }
}
