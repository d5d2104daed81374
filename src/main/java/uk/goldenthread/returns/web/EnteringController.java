package uk.goldenthread.returns.web;

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
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.returns.ReturnConflict;
import uk.goldenthread.returns.ReturnRules;
import uk.goldenthread.returns.Returns;
import uk.goldenthread.returns.Returns.Base;
import uk.goldenthread.returns.model.ReturnState;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.forms.Autosaved;
import uk.goldenthread.shell.forms.FormPage;
import uk.goldenthread.shell.forms.SentBack;
import uk.goldenthread.shell.forms.TouchedFields;

/// A provider enters, checks, submits and approves its return.
@Controller
class EnteringController {
    private final Returns returns;
    private final ReturnPages pages;
    private final ReturnRules rules;

    EnteringController(Returns returns, ReturnPages pages, ReturnRules rules) {
        this.returns = returns;
        this.pages = pages;
        this.rules = rules;
    }

    @GetMapping("/returns/{id:\\d+}")
    @Needs(Permission.RETURN_VIEW)
    ModelAndView show(Actor actor, AsAt asAt, @PathVariable long id) {
        var page = pages.page(actor, asAt, id, SentBack.NOTHING);
        return new ModelAndView(page.can().enter() ? "returns/enter" : "returns/show", Map.of("page", page));
    }

    @GetMapping("/returns/{id:\\d+}/check")
    @Needs(Permission.RETURN_VIEW)
    ModelAndView check(Actor actor, AsAt asAt, @PathVariable long id) {
        var page = pages.page(actor, asAt, id, SentBack.NOTHING);
        return new ModelAndView("returns/check", Map.of("page", page));
    }

    /// The whole form, for a browser without JavaScript and before "check your answers".
    @PostMapping("/returns/{id:\\d+}")
    @Needs(Permission.RETURN_ENTER)
    ModelAndView save(Actor actor, @PathVariable long id, @RequestParam Map<String, String> sent) {
        var touched = TouchedFields.of(sent, ReturnForm::isBox);
        var seen = version(sent);
        try {
            return switch (returns.save(actor, id, Base.seen(seen), ReturnForm.all(touched))) {
                case Outcome.Accepted<Returns.Saved> _ -> new ModelAndView("redirect:/returns/" + id + "/check");
                case Outcome.Refused<Returns.Saved>(var reasons) ->
                    again(actor, id, "returns/enter", SentBack.of(touched, seen, FieldErrors.of(reasons)));
            };
        } catch (ReturnConflict conflict) {
            var view = new ModelAndView("returns/conflict", Map.of("page", ConflictPage.of(conflict, touched.typed())));
            view.setStatus(HttpStatus.CONFLICT);
            return view;
        }
    }

    /// One field, as it is left.
    @PostMapping("/returns/{id:\\d+}/field")
    @Needs(Permission.RETURN_ENTER)
    ResponseEntity<Autosaved> saveField(
            Actor actor, @PathVariable long id, @RequestParam String field, @RequestParam Map<String, String> fields) {
        var typed = ReturnForm.one(field, fields.getOrDefault(field, ""));
        if (typed == null) {
            return Autosaved.noSuchField();
        }
        try {
            return switch (returns.saveLine(actor, id, version(fields), typed)) {
                case Outcome.Accepted<Returns.Saved>(var saved) -> Autosaved.at(rules.now(), saved.version());
                case Outcome.Refused<Returns.Saved>(var reasons) -> Autosaved.refused(reasons);
            };
        } catch (ReturnConflict conflict) {
            return Autosaved.overtaken(null, ConflictPage.sentence(conflict));
        }
    }

    @PostMapping("/returns/{id:\\d+}/submit")
    @Needs(Permission.RETURN_SUBMIT)
    ModelAndView submit(Actor actor, @PathVariable long id, HttpServletResponse response) {
        return switch (returns.submit(actor, id)) {
            case Outcome.Accepted<ReturnState>(var state) -> {
                Notices.leave(
                        response,
                        state instanceof ReturnState.Submitted
                                ? "Submitted. Your executive lead approves it next."
                                : "Submitted. The ICB looks at it next.");
                yield new ModelAndView("redirect:/returns/" + id);
            }
            case Outcome.Refused<ReturnState>(var reasons) ->
                again(actor, id, "returns/check", SentBack.of(Map.of(), FieldErrors.of(reasons)));
        };
    }

    @PostMapping("/returns/{id:\\d+}/approve")
    @Needs(Permission.RETURN_EXECUTIVE_APPROVE)
    ModelAndView approve(Actor actor, @PathVariable long id, HttpServletResponse response) {
        return after(returns.approve(actor, id), actor, id, Map.of(), response, "Approved.");
    }

    @PostMapping("/returns/{id:\\d+}/give-back")
    @Needs(Permission.RETURN_EXECUTIVE_APPROVE)
    ModelAndView giveBack(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response) {
        return after(
                returns.giveBack(actor, id, reason),
                actor,
                id,
                Map.of("reason", reason),
                response,
                "Handed back to your named professional.");
    }

    private ModelAndView after(
            Outcome<?> outcome,
            Actor actor,
            long id,
            Map<String, String> typed,
            HttpServletResponse response,
            String sentence) {
        if (!outcome.isAccepted()) {
            return again(actor, id, "returns/show", SentBack.of(typed, FieldErrors.of(outcome.reasons())));
        }
        Notices.leave(response, sentence);
        return new ModelAndView("redirect:/returns/" + id);
    }

    private ModelAndView again(Actor actor, long id, String view, SentBack refused) {
        return FormPage.refused(view, pages.page(actor, AsAt.PRESENT, id, refused));
    }

    private static int version(Map<String, String> fields) {
        return ListAddress.number(fields.get("version"));
    }
}
