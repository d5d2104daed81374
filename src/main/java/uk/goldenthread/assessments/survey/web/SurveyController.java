package uk.goldenthread.assessments.survey.web;

import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Open;
import uk.goldenthread.assessments.survey.SurveyQuestions;
import uk.goldenthread.assessments.survey.Surveys;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// The survey that anybody answers who holds an organisation's address: no account, nothing kept but
/// counts.
@Controller
class SurveyController {
    private static final String ADDRESS = "/survey/{token:[0-9a-f]{32}}";
    private static final String WHY =
            "practitioners answer without an account; the address holds a secret of one survey";

    private final Surveys surveys;
    private final SurveyLimit limit;

    SurveyController(Surveys surveys, SurveyLimit limit) {
        this.surveys = surveys;
        this.limit = limit;
    }

    @GetMapping(ADDRESS)
    @Open(WHY)
    ModelAndView ask(@PathVariable String token) {
        return page(token, Map.of(), FieldErrors.NONE);
    }

    @PostMapping(ADDRESS)
    @Open(WHY)
    ModelAndView answer(@PathVariable String token, @RequestParam Map<String, String> fields) {
        var asked = surveys.asked(token).orElseThrow(HiddenException::new);
        var answers = new HashMap<String, String>();
        for (var question : surveys.questions(asked)) {
            var typed = fields.getOrDefault(question.code(), "");
            if (SurveyQuestions.ANSWERS.stream()
                    .anyMatch(answer -> answer.value().equals(typed))) {
                answers.put(question.code(), typed);
            }
        }
        if (answers.isEmpty()) {
            var first = surveys.questions(asked).getFirst().code();
            var view = page(token, fields, FieldErrors.of(first, "Answer at least one question."));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        if (!limit.takes(token)) {
            var view = page(
                    token,
                    fields,
                    new FieldErrors(
                            java.util.List.of(
                                    new uk.goldenthread.shell.components.FieldError(
                                            null,
                                            "Many people are answering just now. Wait a minute, then send again. Nothing you chose is lost."))));
            view.setStatus(HttpStatus.TOO_MANY_REQUESTS);
            return view;
        }
        if (!surveys.reply(token, answers)) {
            throw new HiddenException();
        }
        return new ModelAndView("redirect:/survey/thanks");
    }

    @GetMapping("/survey/thanks")
    @Open("says only that a reply was counted")
    ModelAndView thanks() {
        return new ModelAndView("assessments/thanks");
    }

    private ModelAndView page(String token, Map<String, String> typed, FieldErrors errors) {
        var asked = surveys.asked(token).orElseThrow(HiddenException::new);
        var page = new SurveyPage(
                token,
                asked.organisationName(),
                surveys.questions(asked),
                SurveyQuestions.ANSWERS.stream()
                        .map(answer -> Option.of(answer.value(), answer.words()))
                        .toList(),
                typed,
                errors);
        return new ModelAndView("assessments/survey", Map.of("page", page));
    }
}
