package uk.goldenthread.assessments.moderation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
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
import uk.goldenthread.assessments.moderation.Challenges;
import uk.goldenthread.assessments.moderation.Moderating;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.forms.FormPage;
import uk.goldenthread.shell.forms.SentBack;

/// The steps of an assessment after it was handed in: taken up, given back, judged, replied to, talked
/// over,
/// agreed, closed.
@Controller
class ReviewController {
    private final Moderating moderating;
    private final Challenges challenges;
    private final ReviewPages pages;

    ReviewController(Moderating moderating, Challenges challenges, ReviewPages pages) {
        this.moderating = moderating;
        this.challenges = challenges;
        this.pages = pages;
    }

    @GetMapping("/assessments/{id:\\d+}/moderate")
    @Needs(Permission.ASSESSMENT_VIEW)
    ModelAndView show(Actor actor, AsAt asAt, @PathVariable long id) {
        var page = pages.page(actor, asAt, id, SentBack.NOTHING);
        return new ModelAndView("assessments/review", Map.of("page", page));
    }

    @PostMapping("/assessments/{id:\\d+}/take-up")
    @Needs(Permission.ASSESSMENT_MODERATE)
    ModelAndView takeUp(Actor actor, @PathVariable long id, HttpServletResponse response) {
        return after(
                moderating.takeUp(actor, id),
                actor,
                id,
                Map.of(),
                response,
                "Taken up. The provider sees that you are reading it.");
    }

    @PostMapping("/assessments/{id:\\d+}/give-back")
    @Needs(Permission.ASSESSMENT_MODERATE)
    ModelAndView giveBack(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        return after(
                moderating.giveBack(actor, id, text(fields, "reason")),
                actor,
                id,
                fields,
                response,
                "Given back to the provider.");
    }

    @PostMapping("/assessments/{id:\\d+}/finish")
    @Needs(Permission.ASSESSMENT_MODERATE)
    ModelAndView finish(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        return after(
                moderating.finish(actor, id, fields.containsKey("notApplicable")),
                actor,
                id,
                fields,
                response,
                "Finished. The provider sees your judgement and may reply.");
    }

    @PostMapping("/assessments/{id:\\d+}/reply")
    @Needs(Permission.ASSESSMENT_ANSWER)
    ModelAndView reply(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        return after(
                challenges.reply(actor, id, text(fields, "reply")),
                actor,
                id,
                fields,
                response,
                "Your reply is with the ICB.");
    }

    @PostMapping("/assessments/{id:\\d+}/challenge")
    @Needs(Permission.ASSESSMENT_MODERATE)
    ModelAndView challenge(Actor actor, @PathVariable long id, HttpServletResponse response) {
        return after(challenges.challenge(actor, id), actor, id, Map.of(), response, "It is at the challenge event.");
    }

    @PostMapping("/assessments/{id:\\d+}/event")
    @Needs(Permission.ASSESSMENT_MODERATE)
    ModelAndView note(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        var seen = text(fields, "seen");
        var note = new Challenges.Note(
                date(fields),
                text(fields, "attended"),
                text(fields, "outcome"),
                text(fields, "question"),
                text(fields, "answer"));
        return after(
                challenges.note(actor, id, seen.matches("-?\\d{1,10}") ? (int) Long.parseLong(seen) : 0, note),
                actor,
                id,
                fields,
                response,
                "Noted.");
    }

    @PostMapping("/assessments/{id:\\d+}/agree")
    @Needs(Permission.ASSESSMENT_AGREE)
    ModelAndView agree(Actor actor, @PathVariable long id, HttpServletResponse response) {
        return after(challenges.agree(actor, id), actor, id, Map.of(), response, "Agreed.");
    }

    @PostMapping("/assessments/{id:\\d+}/open-plan")
    @Needs(Permission.ASSESSMENT_AGREE)
    ModelAndView openPlan(Actor actor, @PathVariable long id, HttpServletResponse response) {
        return after(
                challenges.openPlan(actor, id), actor, id, Map.of(), response, "Its actions are being carried out.");
    }

    @PostMapping("/assessments/{id:\\d+}/close")
    @Needs(Permission.ASSESSMENT_AGREE)
    ModelAndView close(Actor actor, @PathVariable long id, HttpServletResponse response) {
        return after(challenges.close(actor, id), actor, id, Map.of(), response, "Closed.");
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
            return new ModelAndView("redirect:/assessments/%d/moderate".formatted(id));
        }
        var refused = SentBack.of(typed, ModeratePages.linked(outcome.reasons()));
        return FormPage.refused("assessments/review", pages.page(actor, AsAt.PRESENT, id, refused));
    }

    private static @Nullable LocalDate date(Map<String, String> fields) {
        return DateParts.typed(fields, "heldOn").date().orElse(null);
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }
}
