package uk.goldenthread.assessments.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import uk.goldenthread.shell.view.Dates;

/// A provider reads and answers its assessment, standard by standard.
@Controller
class AnsweringController {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

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
        var page = pages.lines(actor, asAt, id, standard, AssessmentPages.Refused.NOTHING);
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
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        try {
            var base = Base.seen(AnswerForm.version(fields));
            return switch (answering.save(actor, id, base, AnswerForm.all(fields))) {
                case Outcome.Accepted<Answering.Saved> _ -> {
                    Notices.leave(response, "Saved.");
                    yield new ModelAndView(
                            "redirect:/assessments/" + id + (standard.equals(AssessmentPages.ALL) ? "/check" : ""));
                }
                case Outcome.Refused<Answering.Saved>(var reasons) -> {
                    var refused = new AssessmentPages.Refused(fields, AssessmentPages.errors(reasons));
                    var page = pages.lines(actor, AsAt.PRESENT, id, standard, refused);
                    var view = new ModelAndView("assessments/standard", Map.of("page", page));
                    view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                    yield view;
                }
            };
        } catch (AnswerConflict conflict) {
            return conflict(actor, conflict, "/assessments/%d/standards/%s".formatted(id, standard), fields);
        }
    }

    private ModelAndView conflict(Actor actor, AnswerConflict conflict, String address, Map<String, String> fields) {
        var given = reading.given(actor, AsAt.PRESENT, conflict.assessment());
        var view = new ModelAndView(
                "assessments/conflict", Map.of("page", ConflictPage.of(conflict, given, address, fields)));
        view.setStatus(HttpStatus.CONFLICT);
        return view;
    }

    /// What the browser is told after one field was saved.
    record Autosaved(
            @Nullable String savedAt,
            @Nullable Integer version,
            @Nullable String message) {}

    /// One field, as it is left.
    @PostMapping("/assessments/{id:\\d+}/field")
    @Needs(Permission.ASSESSMENT_ANSWER)
    ResponseEntity<Autosaved> saveField(
            Actor actor, @PathVariable long id, @RequestParam String field, @RequestParam Map<String, String> fields) {
        var typed = AnswerForm.one(field, fields.getOrDefault(field, ""));
        if (typed == null) {
            return ResponseEntity.badRequest().body(new Autosaved(null, null, "There is no such field."));
        }
        try {
            var base = Base.seen(AnswerForm.version(fields));
            return switch (answering.save(actor, id, base, java.util.List.of(typed))) {
                case Outcome.Accepted<Answering.Saved>(var saved) ->
                    ResponseEntity.ok(new Autosaved(
                            TIME.format(LocalTime.ofInstant(rules.now(), Dates.LONDON)), saved.version(), null));
                case Outcome.Refused<Answering.Saved>(var reasons) ->
                    ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                            .body(new Autosaved(null, null, reasons.getFirst().message()));
            };
        } catch (AnswerConflict conflict) {
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .body(new Autosaved(null, null, ConflictPage.sentence(conflict)));
        }
    }
}
