package uk.goldenthread.assessments.moderation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
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
import uk.goldenthread.assessments.moderation.RoundKeeping;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.forms.FormPage;
import uk.goldenthread.shell.forms.SentBack;

/// What the ICB does with single organisations of a running round.
@Controller
class RoundKeepingController {
    private final RoundKeeping keeping;
    private final ReviewPages pages;

    RoundKeepingController(RoundKeeping keeping, ReviewPages pages) {
        this.keeping = keeping;
        this.pages = pages;
    }

    @GetMapping("/assessments/{id:\\d+}/keep")
    @Needs(Permission.ROUND_MANAGE)
    ModelAndView show(Actor actor, AsAt asAt, @PathVariable long id) {
        var page = pages.page(actor, asAt, id, SentBack.NOTHING);
        return new ModelAndView("assessments/keep", Map.of("page", page));
    }

    @PostMapping("/assessments/{id:\\d+}/extend")
    @Needs(Permission.ROUND_MANAGE)
    ModelAndView extend(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        var until = DateParts.typed(fields, "until").date().orElse(null);
        return after(
                keeping.extend(actor, id, until, fields.getOrDefault("reason", "")),
                actor,
                id,
                fields,
                response,
                "A later date is given. The provider is told.");
    }

    @PostMapping("/assessments/{id:\\d+}/exempt")
    @Needs(Permission.ROUND_MANAGE)
    ModelAndView exempt(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        return after(
                keeping.exempt(actor, id, fields.getOrDefault("reason", "")),
                actor,
                id,
                fields,
                response,
                "Left out of the round.");
    }

    @PostMapping("/assessments/{id:\\d+}/non-return")
    @Needs(Permission.ROUND_MANAGE)
    ModelAndView neverCame(Actor actor, @PathVariable long id, HttpServletResponse response) {
        return after(keeping.neverCame(actor, id), actor, id, Map.of(), response, "Recorded as never handed in.");
    }

    @GetMapping("/assessments/rounds/{id:\\d+}/close")
    @Needs(Permission.ROUND_MANAGE)
    ModelAndView ending(Actor actor, @PathVariable long id) {
        return new ModelAndView(
                "assessments/closeround", Map.of("page", ClosePage.of(keeping.ending(actor, id), FieldErrors.NONE)));
    }

    @PostMapping("/assessments/rounds/{id:\\d+}/close")
    @Needs(Permission.ROUND_MANAGE)
    ModelAndView close(Actor actor, @PathVariable long id, HttpServletResponse response) {
        var outcome = keeping.close(actor, id);
        if (outcome.isAccepted()) {
            Notices.leave(response, "The round is closed.");
            return new ModelAndView("redirect:/assessments/rounds/" + id);
        }
        var page = ClosePage.of(keeping.ending(actor, id), ModeratePages.linked(outcome.reasons()));
        return FormPage.refused("assessments/closeround", page);
    }

    private ModelAndView after(
            Outcome<?> outcome,
            Actor actor,
            long id,
            Map<String, String> typed,
            HttpServletResponse response,
            String sentence) {
        if (outcome.isAccepted()) {
            Notices.leave(response, sentence);
            return new ModelAndView("redirect:/assessments/" + id);
        }
        var refused = SentBack.of(typed, ModeratePages.linked(outcome.reasons()));
        return FormPage.refused("assessments/keep", pages.page(actor, AsAt.PRESENT, id, refused));
    }
}
