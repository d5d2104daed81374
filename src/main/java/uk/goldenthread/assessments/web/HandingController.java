package uk.goldenthread.assessments.web;

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
import uk.goldenthread.assessments.service.HandingIn;
import uk.goldenthread.assessments.service.Sharing;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.forms.FormPage;
import uk.goldenthread.shell.forms.SentBack;

/// Checking the answers, handing them over to be signed for the board, signing.
@Controller
class HandingController {
    private final HandingIn handing;
    private final CheckPages checks;
    private final AssessmentPages pages;
    private final Sharing sharing;

    HandingController(HandingIn handing, Sharing sharing, CheckPages checks, AssessmentPages pages) {
        this.sharing = sharing;
        this.handing = handing;
        this.checks = checks;
        this.pages = pages;
    }

    @GetMapping("/assessments/{id:\\d+}/check")
    @Needs(Permission.ASSESSMENT_VIEW)
    ModelAndView check(Actor actor, AsAt asAt, @PathVariable long id) {
        return new ModelAndView(
                "assessments/check", Map.of("page", checks.page(actor, asAt, id, "", SentBack.NOTHING.errors())));
    }

    @PostMapping("/assessments/{id:\\d+}/hand-over")
    @Needs(Permission.ASSESSMENT_ANSWER)
    ModelAndView handOver(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String approver,
            HttpServletResponse response) {
        var account = approver.matches("[1-9]\\d{0,8}") ? Integer.parseInt(approver) : 0;
        var outcome = handing.handOver(actor, id, account);
        if (!outcome.isAccepted()) {
            var page = checks.page(actor, AsAt.PRESENT, id, approver, FieldErrors.of(outcome.reasons()));
            return FormPage.refused("assessments/check", page);
        }
        Notices.leave(response, "Handed over. It goes to the ICB when it is signed for your board.");
        return new ModelAndView("redirect:/assessments/" + id);
    }

    @PostMapping("/assessments/{id:\\d+}/take-back")
    @Needs(Permission.ASSESSMENT_ANSWER)
    ModelAndView takeBack(Actor actor, @PathVariable long id, HttpServletResponse response) {
        return after(handing.takeBack(actor, id), actor, id, response, "Taken back. Its answers can be changed again.");
    }

    @PostMapping("/assessments/{id:\\d+}/sign")
    @Needs(Permission.ASSESSMENT_SIGN_OFF)
    ModelAndView sign(Actor actor, @PathVariable long id, HttpServletResponse response) {
        var signed = handing.sign(actor, id);
        if (signed.isAccepted()) {
            sharing.follow(actor.icb(), id);
        }
        return after(signed, actor, id, response, "Signed and handed in. The ICB looks at it next.");
    }

    @PostMapping("/assessments/{id:\\d+}/send-back")
    @Needs(Permission.ASSESSMENT_SIGN_OFF)
    ModelAndView sendBack(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response) {
        return after(handing.sendBack(actor, id, reason), actor, id, response, "Sent back to be put right.");
    }

    private ModelAndView after(
            Outcome<?> outcome, Actor actor, long id, HttpServletResponse response, String sentence) {
        if (!outcome.isAccepted()) {
            var page = pages.page(actor, AsAt.PRESENT, id, FieldErrors.of(outcome.reasons()));
            return FormPage.refused("assessments/show", page);
        }
        Notices.leave(response, sentence);
        return new ModelAndView("redirect:/assessments/" + id);
    }
}
