package uk.goldenthread.access;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.view.Dates;

/// A person's own account: where they may act, personal API tokens.
@Controller
class AccountController {
    private static final int TOKEN_DAYS = 90;

    private final Accounts accounts;
    private final OwnSecurity security;

    AccountController(Accounts accounts, OwnSecurity security) {
        this.accounts = accounts;
        this.security = security;
    }

    @GetMapping("/account")
    @Needs(Permission.ACCOUNT_OWN)
    ModelAndView show(Actor actor) {
        return page(actor, null, FieldErrors.NONE);
    }

    @PostMapping("/account/tokens")
    @Needs(value = Permission.TOKEN_OWN, inPerson = true)
    ModelAndView makeToken(Actor actor, @RequestParam(defaultValue = "") String label) {
        if (label.isBlank() || label.length() > 80) {
            return page(actor, null, FieldErrors.of("label", "Say in a few words what the token is for"));
        }
        return page(actor, accounts.makeToken(actor, label.strip(), TOKEN_DAYS), FieldErrors.NONE);
    }

    @PostMapping("/account/tokens/{id}/revoke")
    @Needs(value = Permission.TOKEN_OWN, inPerson = true)
    String revokeToken(Actor actor, @PathVariable int id, HttpServletResponse response) {
        accounts.revokeToken(actor, id);
        Notices.leave(response, "The token no longer works.");
        return "redirect:/account";
    }

    /// Keeps a session that is in use alive: the page asks when the person says they are still there.
    @GetMapping("/account/still-here")
    @Needs(value = Permission.ACCOUNT_OWN, settingUp = true)
    @ResponseBody
    String stillHere() {
        return "still here";
    }

    private ModelAndView page(Actor actor, @Nullable String newToken, FieldErrors errors) {
        var tokens = accounts.tokens(actor).stream()
                .map(t -> new AccountPage.TokenLine(
                        t.id(),
                        t.label(),
                        Dates.day(t.createdAt()),
                        t.lastUsedOn() == null ? "never" : Dates.day(t.lastUsedOn()),
                        Dates.day(t.expiresOn())))
                .toList();
        var standing = security.of(actor);
        var view = new ModelAndView(
                "access/account",
                Map.of(
                        "page",
                        new AccountPage(
                                actor,
                                accounts.places(actor.account()),
                                tokens,
                                standing.secondFactor(),
                                standing.recoveryCodes(),
                                newToken,
                                errors)));
        if (errors.any()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
