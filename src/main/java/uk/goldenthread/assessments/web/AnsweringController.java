package uk.goldenthread.assessments.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
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
import uk.goldenthread.assessments.service.AnswerConflict;
import uk.goldenthread.assessments.service.Answering;
import uk.goldenthread.assessments.service.AssessmentRules;
import uk.goldenthread.assessments.service.Base;
import uk.goldenthread.assessments.service.Reading;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.forms.Autosaved;
import uk.goldenthread.shell.forms.FormPage;
import uk.goldenthread.shell.forms.SentBack;
import uk.goldenthread.shell.forms.TouchedFields;

/// A provider reads and answers its assessment, standard by standard.
@Controller
class AnsweringController {
    private final Answering answering;
    private final AssessmentPages pages;
    private final Reading reading;
    private final AssessmentRules rules;

    AnsweringController(Answering answering, AssessmentPages pages, Reading reading, AssessmentRules rules) {
        this.answering = answering;
        this.pages = pages;
        this.reading = reading;
        this.rules = rules;
    }

    @GetMapping("/assessments/{id:\\d+}")
    @Needs(Permission.ASSESSMENT_VIEW)
    ModelAndView show(Actor actor, AsAt asAt, @PathVariable long id) {
        return new ModelAndView("assessments/show", Map.of("page", pages.page(actor, asAt, id, FieldErrors.NONE)));
    }

    @GetMapping("/assessments/{id:\\d+}/standards/{standard}")
    @Needs(Permission.ASSESSMENT_VIEW)
    ModelAndView standard(Actor actor, AsAt asAt, @PathVariable long id, @PathVariable String standard) {
        var page = pages.lines(actor, asAt, id, standard, SentBack.NOTHING);
        return new ModelAndView("assessments/standard", Map.of("page", page));
    }

    /// Where one answer stands on its page: for links that know the answer alone.
    @GetMapping("/assessments/{id:\\d+}/answers/{code}")
    @Needs(Permission.ASSESSMENT_VIEW)
    ModelAndView answer(Actor actor, AsAt asAt, @PathVariable long id, @PathVariable String code) {
        var given = reading.given(actor, asAt, id);
        given.answer(code);
        var standard = AssessmentPages.standardOf(given.header(), given, code);
        return new ModelAndView(
                "redirect:" + asAt.on("/assessments/%d/standards/%s".formatted(id, standard)) + "#" + code);
    }

    /// The whole form, for a browser without JavaScript and before going on.
    @PostMapping("/assessments/{id:\\d+}/standards/{standard}")
    @Needs(Permission.ASSESSMENT_ANSWER)
    ModelAndView save(
            Actor actor,
            @PathVariable long id,
            @PathVariable String standard,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        var touched = TouchedFields.of(sent);
        var seen = AnswerForm.version(sent);
        try {
            return switch (answering.save(actor, id, Base.seen(seen), AnswerForm.all(sent, touched))) {
                case Outcome.Accepted<Answering.Saved> _ -> {
                    Notices.leave(response, "Saved.");
                    yield new ModelAndView(
                            "redirect:/assessments/" + id + (standard.equals(AssessmentPages.ALL) ? "/check" : ""));
                }
                case Outcome.Refused<Answering.Saved>(var reasons) -> {
                    var refused = SentBack.of(touched, seen, FieldErrors.of(reasons));
                    var page = pages.lines(actor, AsAt.PRESENT, id, standard, refused);
                    yield FormPage.refused("assessments/standard", page);
                }
            };
        } catch (AnswerConflict conflict) {
            return conflict(actor, conflict, "/assessments/%d/standards/%s".formatted(id, standard), touched.typed());
        }
    }

    private ModelAndView conflict(Actor actor, AnswerConflict conflict, String address, Map<String, String> fields) {
        var given = reading.given(actor, AsAt.PRESENT, conflict.assessment());
        var view = new ModelAndView(
                "assessments/conflict", Map.of("page", ConflictPage.of(conflict, given, address, fields)));
        view.setStatus(HttpStatus.CONFLICT);
        return view;
    }

    /// One field, as it is left.
    @PostMapping("/assessments/{id:\\d+}/field")
    @Needs(Permission.ASSESSMENT_ANSWER)
    ResponseEntity<Autosaved> saveField(
            Actor actor, @PathVariable long id, @RequestParam String field, @RequestParam Map<String, String> fields) {
        var typed = AnswerForm.one(field, fields.getOrDefault(field, ""));
        if (typed == null) {
            return Autosaved.noSuchField();
        }
        try {
            var base = Base.seen(AnswerForm.version(fields));
            return switch (answering.save(actor, id, base, java.util.List.of(typed))) {
                case Outcome.Accepted<Answering.Saved>(var saved) -> Autosaved.at(rules.now(), saved.version());
                case Outcome.Refused<Answering.Saved>(var reasons) -> Autosaved.refused(reasons);
            };
        } catch (AnswerConflict conflict) {
            return Autosaved.overtaken(null, ConflictPage.sentence(conflict));
        }
    }
}
