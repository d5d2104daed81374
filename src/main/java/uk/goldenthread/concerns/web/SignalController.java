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
import uk.goldenthread.concerns.Signals;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.forms.FormPage;

/// One signal: looked at, acknowledged, triaged, closed.
@Controller
class SignalController {
    private final Signals signals;
    private final SignalPages pages;

    SignalController(Signals signals, SignalPages pages) {
        this.signals = signals;
        this.pages = pages;
    }

    @GetMapping("/signals/{id:\\d+}")
    @Needs(Permission.SIGNAL_VIEW)
    ModelAndView show(Actor actor, AsAt asAt, @PathVariable long id) {
        return view(pages.of(actor, asAt, id, TriageForm.BLANK, FieldErrors.NONE));
    }

    @PostMapping("/signals/{id:\\d+}/acknowledge")
    @Needs(Permission.SIGNAL_TRIAGE)
    ModelAndView acknowledge(Actor actor, @PathVariable long id, TriageForm form, HttpServletResponse response) {
        return answer(
                actor, id, form, signals.acknowledge(actor, id, form.seen()), response, "You acknowledged the signal.");
    }

    @PostMapping("/signals/{id:\\d+}/triage")
    @Needs(Permission.SIGNAL_TRIAGE)
    ModelAndView triage(Actor actor, @PathVariable long id, TriageForm form, HttpServletResponse response) {
        var triage = form.triage();
        if (triage == null) {
            var errors = FieldErrors.of("choice", "Choose what is done about the signal");
            return view(pages.of(actor, AsAt.PRESENT, id, form, errors));
        }
        var done = signals.triage(actor, id, triage, form.seen());
        return answer(actor, id, form, done, response, "What you decided about the signal is recorded.");
    }

    @PostMapping("/signals/{id:\\d+}/close")
    @Needs(Permission.SIGNAL_TRIAGE)
    ModelAndView close(Actor actor, @PathVariable long id, TriageForm form, HttpServletResponse response) {
        var done = signals.close(actor, id, form.why() == null ? "" : form.why(), form.seen());
        return answer(actor, id, form, done, response, "The signal is closed.");
    }

    private ModelAndView answer(
            Actor actor, long id, TriageForm form, Outcome<Long> done, HttpServletResponse response, String notice) {
        if (done.isAccepted()) {
            Notices.leave(response, notice);
            return new ModelAndView("redirect:/signals/" + id);
        }
        return view(pages.of(actor, AsAt.PRESENT, id, form, FieldErrors.of(done.reasons())));
    }

    private static ModelAndView view(SignalPage page) {
        return FormPage.of("concerns/signal", page, page.errors());
    }
}
