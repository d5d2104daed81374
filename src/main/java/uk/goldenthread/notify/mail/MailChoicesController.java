package uk.goldenthread.notify.mail;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Notices;
import uk.goldenthread.access.Open;
import uk.goldenthread.access.Permission;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.forms.FormPage;

/// Choosing when one is written to, and stopping it from a mail without signing in.
@Controller
class MailChoicesController {
    private static final String STOP = "/notifications/mail/stop/{token:[0-9a-f]+}";

    private final MailChoices choices;
    private final Post post;

    MailChoicesController(MailChoices choices, Post post) {
        this.choices = choices;
        this.post = post;
    }

    @GetMapping("/account/mail")
    @Needs(Permission.ACCOUNT_OWN)
    ModelAndView show(Actor actor) {
        return page(actor, choices.of(actor), FieldErrors.NONE);
    }

    @PostMapping("/account/mail")
    @Needs(Permission.ACCOUNT_OWN)
    ModelAndView keep(Actor actor, @RequestParam Map<String, String> form, HttpServletResponse response) {
        var digest = Arrays.stream(Choices.Digest.values())
                .filter(d -> d.name().equals(form.get("digest")))
                .findFirst();
        if (digest.isEmpty()) {
            return page(actor, choices.of(actor), FieldErrors.of("digest", "Choose how often"));
        }
        var atOnce = form.getOrDefault("atOnce", "");
        if (!atOnce.equals("yes") && !atOnce.equals("no")) {
            return page(actor, choices.of(actor), FieldErrors.of("atOnce", "Choose yes or no"));
        }
        var from = number(form, "quietFrom");
        var to = number(form, "quietTo");
        if (from > 23 || to > 23) {
            return page(actor, choices.of(actor), FieldErrors.of("quietFrom", "Choose hours of the day"));
        }
        choices.keep(actor, new Choices(digest.get(), atOnce.equals("yes"), from, to, number(form, "version")));
        Notices.leave(response, "Your choices about mail are kept.");
        return new ModelAndView("redirect:/account/mail");
    }

    /// A small number from a list or a hidden field; 99 when it is none.
    private static int number(Map<String, String> form, String field) {
        var typed = form.getOrDefault(field, "");
        return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 99;
    }

    @GetMapping(STOP)
    @Open("a mail is stopped without signing in; the address holds a secret of that mail")
    ModelAndView askToStop(@PathVariable String token) {
        return new ModelAndView("notify/stop-mail", Map.of("page", new StopMailPage(token, false)));
    }

    /// Also what a mail program sends for its one-press button (RFC 8058).
    @PostMapping(STOP)
    @Open("a mail is stopped without signing in; the address holds a secret of that mail")
    ModelAndView stop(@PathVariable String token) {
        if (!choices.stop(token)) {
            throw new HiddenException();
        }
        return new ModelAndView("notify/stop-mail", Map.of("page", new StopMailPage(token, true)));
    }

    private ModelAndView page(Actor actor, Choices chosen, FieldErrors errors) {
        return FormPage.of(
                "notify/mail-choices",
                new MailChoicesPage(actor, chosen, post.server().isPresent(), errors),
                errors);
    }
}
