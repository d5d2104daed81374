package uk.goldenthread.assessments.moderation.web;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.moderation.JudgementConflict;
import uk.goldenthread.assessments.moderation.Moderating;
import uk.goldenthread.assessments.service.AssessmentRules;
import uk.goldenthread.assessments.service.Typed;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.view.Dates;

/// The ICB judges beside the claim: a standard at a time at a desk, a criterion at a time in a panel.
@Controller
class ModerateController {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

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
        var page = pages.standard(actor, asAt, id, standard, ModeratePages.Refused.NOTHING);
        return new ModelAndView("assessments/moderate", Map.of("page", page));
    }

    @GetMapping("/assessments/{id:\\d+}/panel/{code}")
    @Needs(Permission.ASSESSMENT_MODERATE)
    ModelAndView panel(Actor actor, AsAt asAt, @PathVariable long id, @PathVariable String code) {
        var page = pages.panel(actor, asAt, id, code, ModeratePages.Refused.NOTHING);
        return new ModelAndView("assessments/panel", Map.of("page", page));
    }

    @PostMapping("/assessments/{id:\\d+}/moderate/{standard}")
    @Needs(Permission.ASSESSMENT_MODERATE)
    ModelAndView save(
            Actor actor,
            @PathVariable long id,
            @PathVariable String standard,
            @RequestParam Map<String, String> fields) {
        return saved(
                actor,
                id,
                fields,
                "/assessments/%d/moderate".formatted(id),
                refused -> new ModelAndView(
                        "assessments/moderate",
                        Map.of("page", pages.standard(actor, AsAt.PRESENT, id, standard, refused))));
    }

    @PostMapping("/assessments/{id:\\d+}/panel/{code}")
    @Needs(Permission.ASSESSMENT_MODERATE)
    ModelAndView savePanel(
            Actor actor, @PathVariable long id, @PathVariable String code, @RequestParam Map<String, String> fields) {
        var next = pages.panel(actor, AsAt.PRESENT, id, code, ModeratePages.Refused.NOTHING)
                .next();
        return saved(
                actor,
                id,
                fields,
                next == null ? "/assessments/%d/moderate".formatted(id) : next.href(),
                refused -> new ModelAndView(
                        "assessments/panel", Map.of("page", pages.panel(actor, AsAt.PRESENT, id, code, refused))));
    }

    private ModelAndView saved(
            Actor actor,
            long id,
            Map<String, String> fields,
            String then,
            java.util.function.Function<ModeratePages.Refused, ModelAndView> again) {
        try {
            return switch (moderating.save(actor, id, version(fields), typed(fields), true)) {
                case Outcome.Accepted<Moderating.Saved> _ -> new ModelAndView("redirect:" + then);
                case Outcome.Refused<Moderating.Saved>(var reasons) -> {
                    var view = again.apply(new ModeratePages.Refused(fields, ModeratePages.errors(reasons)));
                    view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                    yield view;
                }
            };
        } catch (JudgementConflict conflict) {
            var view = again.apply(new ModeratePages.Refused(fields, ModerateConflict.errors(conflict)));
            view.setStatus(HttpStatus.CONFLICT);
            return view;
        }
    }

    /// What the browser is told after one field was saved.
    record Autosaved(
            @Nullable String savedAt,
            @Nullable Integer version,
            @Nullable String message) {}

    /// One field, as it is left. A judgement's words may follow its point.
    @PostMapping("/assessments/{id:\\d+}/moderate/field")
    @Needs(Permission.ASSESSMENT_MODERATE)
    ResponseEntity<Autosaved> saveField(
            Actor actor, @PathVariable long id, @RequestParam String field, @RequestParam Map<String, String> fields) {
        var typed = typed(Map.of(field, fields.getOrDefault(field, "")));
        if (typed.isEmpty()) {
            return ResponseEntity.badRequest().body(new Autosaved(null, null, "There is no such field."));
        }
        try {
            return switch (moderating.save(actor, id, version(fields), typed, false)) {
                case Outcome.Accepted<Moderating.Saved>(var saved) ->
                    ResponseEntity.ok(new Autosaved(
                            TIME.format(LocalTime.ofInstant(rules.now(), Dates.LONDON)), saved.version(), null));
                case Outcome.Refused<Moderating.Saved>(var reasons) ->
                    ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                            .body(new Autosaved(null, null, reasons.getFirst().message()));
            };
        } catch (JudgementConflict conflict) {
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .body(new Autosaved(null, null, ModerateConflict.sentence(conflict)));
        }
    }

    /// What was typed, by criterion: fields `1.2.value` and `1.2.words`.
    private static List<Typed> typed(Map<String, String> fields) {
        var codes = new LinkedHashMap<String, Boolean>();
        fields.keySet().forEach(name -> {
            if (name.endsWith(".value") || name.endsWith(".words")) {
                codes.put(name.substring(0, name.lastIndexOf('.')), true);
            }
        });
        var typed = new ArrayList<Typed>();
        for (var code : codes.keySet()) {
            typed.add(new Typed(code, fields.get(code + ".value"), fields.get(code + ".words"), null));
        }
        return typed;
    }

    private static int version(Map<String, String> fields) {
        var typed = fields.getOrDefault("version", "");
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
    }
}
