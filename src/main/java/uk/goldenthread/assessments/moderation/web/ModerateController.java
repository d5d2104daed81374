package uk.goldenthread.assessments.moderation.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.moderation.JudgementConflict;
import uk.goldenthread.assessments.moderation.Moderating;
import uk.goldenthread.assessments.service.AssessmentRules;
import uk.goldenthread.assessments.service.Typed;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.forms.Autosaved;
import uk.goldenthread.shell.forms.SentBack;
import uk.goldenthread.shell.forms.TouchedFields;

/// The ICB judges beside the claim: a standard at a time at a desk, a criterion at a time in a panel.
@Controller
class ModerateController {
    private final Moderating moderating;
    private final ModeratePages pages;
    private final AssessmentRules rules;

    ModerateController(Moderating moderating, ModeratePages pages, AssessmentRules rules) {
        this.moderating = moderating;
        this.pages = pages;
        this.rules = rules;
    }

    @GetMapping("/assessments/{id:\\d+}/moderate/{standard}")
    @Needs(Permission.ASSESSMENT_VIEW)
    ModelAndView standard(Actor actor, AsAt asAt, @PathVariable long id, @PathVariable String standard) {
        var page = pages.standard(actor, asAt, id, standard, SentBack.NOTHING);
        return new ModelAndView("assessments/moderate", Map.of("page", page));
    }

    @GetMapping("/assessments/{id:\\d+}/panel/{code}")
    @Needs(Permission.ASSESSMENT_MODERATE)
    ModelAndView panel(Actor actor, AsAt asAt, @PathVariable long id, @PathVariable String code) {
        var page = pages.panel(actor, asAt, id, code, SentBack.NOTHING);
        return new ModelAndView("assessments/panel", Map.of("page", page));
    }

    @PostMapping("/assessments/{id:\\d+}/moderate/{standard}")
    @Needs(Permission.ASSESSMENT_MODERATE)
    ModelAndView save(
            Actor actor, @PathVariable long id, @PathVariable String standard, @RequestParam Map<String, String> sent) {
        return saved(
                actor,
                id,
                sent,
                "/assessments/%d/moderate".formatted(id),
                refused -> new ModelAndView(
                        "assessments/moderate",
                        Map.of("page", pages.standard(actor, AsAt.PRESENT, id, standard, refused))));
    }

    @PostMapping("/assessments/{id:\\d+}/panel/{code}")
    @Needs(Permission.ASSESSMENT_MODERATE)
    ModelAndView savePanel(
            Actor actor, @PathVariable long id, @PathVariable String code, @RequestParam Map<String, String> sent) {
        var next = pages.panel(actor, AsAt.PRESENT, id, code, SentBack.NOTHING).next();
        return saved(
                actor,
                id,
                sent,
                next == null ? "/assessments/%d/moderate".formatted(id) : next.href(),
                refused -> new ModelAndView(
                        "assessments/panel", Map.of("page", pages.panel(actor, AsAt.PRESENT, id, code, refused))));
    }

    private ModelAndView saved(
            Actor actor, long id, Map<String, String> sent, String then, Function<SentBack, ModelAndView> again) {
        var touched = TouchedFields.of(sent);
        var seen = version(sent);
        try {
            return switch (moderating.save(actor, id, seen, typed(sent, touched), true)) {
                case Outcome.Accepted<Moderating.Saved> _ -> new ModelAndView("redirect:" + then);
                case Outcome.Refused<Moderating.Saved>(var reasons) -> {
                    var view = again.apply(SentBack.of(touched, seen, FieldErrors.of(reasons)));
                    view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                    yield view;
                }
            };
        } catch (JudgementConflict conflict) {
            var view = again.apply(new SentBack(touched, null, ModerateConflict.errors(conflict)));
            view.setStatus(HttpStatus.CONFLICT);
            return view;
        }
    }

    /// One field, as it is left. A judgement's words may follow its point.
    @PostMapping("/assessments/{id:\\d+}/moderate/field")
    @Needs(Permission.ASSESSMENT_MODERATE)
    ResponseEntity<Autosaved> saveField(
            Actor actor, @PathVariable long id, @RequestParam String field, @RequestParam Map<String, String> fields) {
        var sent = Map.of(field, fields.getOrDefault(field, ""));
        var typed = typed(sent, TouchedFields.of(sent));
        if (typed.isEmpty()) {
            return Autosaved.noSuchField();
        }
        try {
            return switch (moderating.save(actor, id, version(fields), typed, false)) {
                case Outcome.Accepted<Moderating.Saved>(var saved) -> Autosaved.at(rules.now(), saved.version());
                case Outcome.Refused<Moderating.Saved>(var reasons) -> Autosaved.refused(reasons);
            };
        } catch (JudgementConflict conflict) {
            return Autosaved.overtaken(null, ModerateConflict.sentence(conflict));
        }
    }

    /// What was typed, by criterion: fields `1.2.value` and `1.2.words`. Every criterion of the form is looked at,
    /// and what was not touched in it stays as it is.
    private static List<Typed> typed(Map<String, String> sent, TouchedFields touched) {
        return sent.keySet().stream()
                .filter(name -> !name.startsWith(TouchedFields.WAS))
                .filter(name -> name.endsWith(".value") || name.endsWith(".words"))
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .distinct()
                .map(code -> new Typed(
                        code,
                        touched.typed().get(code + ".value"),
                        touched.typed().get(code + ".words"),
                        null))
                .toList();
    }

    private static int version(Map<String, String> fields) {
        var typed = fields.getOrDefault("version", "");
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
    }
}
