package uk.goldenthread.concerns.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Notices;
import uk.goldenthread.access.Permission;
import uk.goldenthread.concerns.LadderDesk;
import uk.goldenthread.concerns.LadderMoves;
import uk.goldenthread.concerns.LadderReviews;
import uk.goldenthread.concerns.RapidReviews;
import uk.goldenthread.concerns.RapidReviews.RapidResult;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.forms.FormPage;

/// One provider's ladder: its level, and every way to change it.
@Controller
class LadderController {
    private static final String PATH = "/providers/{code}/ladder";

    private final LadderDesk desk;
    private final LadderPages pages;
    private final LadderMoves moves;
    private final LadderReviews reviews;
    private final RapidReviews rapid;

    LadderController(LadderDesk desk, LadderPages pages, LadderMoves moves, LadderReviews reviews, RapidReviews rapid) {
        this.desk = desk;
        this.pages = pages;
        this.moves = moves;
        this.reviews = reviews;
        this.rapid = rapid;
    }

    @GetMapping(PATH)
    @Needs(Permission.LADDER_VIEW)
    ModelAndView show(Actor actor, AsAt asAt, @PathVariable String code) {
        return view(pages.of(actor, asAt, code, LadderForm.BLANK, FieldErrors.NONE));
    }

    @PostMapping(PATH + "/move")
    @Needs(Permission.LADDER_MOVE)
    ModelAndView move(Actor actor, @PathVariable String code, LadderForm form, HttpServletResponse response) {
        var level = form.level();
        var organisation = desk.numberOf(actor, code);
        if (level == null) {
            return refused(actor, code, form, FieldErrors.of("to", "Choose the level"));
        }
        var wanted = new LadderMoves.Wanted(organisation, level, form.words(), form.version());
        return answer(actor, code, form, moves.move(actor, wanted), new Done(response, "The level is changed."));
    }

    @PostMapping(PATH + "/propose")
    @Needs(Permission.LADDER_PROPOSE)
    ModelAndView propose(Actor actor, @PathVariable String code, LadderForm form, HttpServletResponse response) {
        var level = form.level();
        var organisation = desk.numberOf(actor, code);
        if (level == null) {
            return refused(actor, code, form, FieldErrors.of("to", "Choose the level"));
        }
        var wanted = new LadderMoves.Wanted(organisation, level, form.words(), form.version());
        var done = new Done(response, "Your proposal waits for a decision.");
        return answer(actor, code, form, moves.propose(actor, wanted), done);
    }

    @PostMapping(PATH + "/decline")
    @Needs(Permission.LADDER_MOVE)
    ModelAndView decline(Actor actor, @PathVariable String code, LadderForm form, HttpServletResponse response) {
        var outcome = moves.decline(actor, desk.numberOf(actor, code), LadderForm.text(form.reasons()));
        return answer(actor, code, form, outcome, new Done(response, "The proposal is declined."));
    }

    @PostMapping(PATH + "/review")
    @Needs(Permission.LADDER_MOVE)
    ModelAndView review(Actor actor, @PathVariable String code, LadderForm form, HttpServletResponse response) {
        var organisation = desk.numberOf(actor, code);
        if (form.met() == null) {
            return refused(actor, code, form, FieldErrors.of("met", "Say whether the exit criteria are met"));
        }
        var outcome = reviews.hold(
                actor,
                organisation,
                form.met().equals("yes"),
                LadderForm.text(form.evidence()),
                LadderForm.text(form.nextSteps()));
        return answer(actor, code, form, outcome, new Done(response, "The review is recorded."));
    }

    @PostMapping(PATH + "/rapid-review")
    @Needs(Permission.LADDER_MOVE)
    ModelAndView call(Actor actor, @PathVariable String code, LadderForm form, HttpServletResponse response) {
        var organisation = desk.numberOf(actor, code);
        if (form.immediate() == null) {
            return refused(actor, code, form, FieldErrors.of("immediate", "Say whether anybody is at immediate risk"));
        }
        var outcome = rapid.call(actor, organisation, form.immediate().equals("yes"), form.words());
        return answer(actor, code, form, outcome, new Done(response, "The rapid quality review is called."));
    }

    @PostMapping(PATH + "/rapid-review/outcome")
    @Needs(Permission.LADDER_MOVE)
    ModelAndView hold(Actor actor, @PathVariable String code, LadderForm form, HttpServletResponse response) {
        var organisation = desk.numberOf(actor, code);
        for (var result : RapidResult.values()) {
            if (result.name().equals(form.outcome())) {
                var outcome = rapid.hold(actor, organisation, result, form.words());
                return answer(actor, code, form, outcome, new Done(response, "The outcome is recorded."));
            }
        }
        return refused(actor, code, form, FieldErrors.of("outcome", "Choose what the review decided"));
    }

    private record Done(HttpServletResponse response, String notice) {}

    private ModelAndView answer(Actor actor, String code, LadderForm form, Outcome<Long> outcome, Done done) {
        if (outcome.isAccepted()) {
            Notices.leave(done.response(), done.notice());
            return new ModelAndView("redirect:/providers/" + code + "/ladder");
        }
        return refused(actor, code, form, FieldErrors.of(outcome.reasons()));
    }

    private ModelAndView refused(Actor actor, String code, LadderForm form, FieldErrors errors) {
        return view(pages.of(actor, AsAt.PRESENT, code, form, errors));
    }

    private static ModelAndView view(LadderPage page) {
        return FormPage.of("concerns/ladder", page, page.errors());
    }
}
