package uk.goldenthread.access;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HexFormat;
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

/// A person's own account: where they may act, personal API tokens, the second factor.
@Controller
class AccountController {
    private static final int TOKEN_DAYS = 90;

    private final Accounts accounts;

    AccountController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/account")
    @Needs(Permission.ACCOUNT_OWN)
    ModelAndView show(Actor actor) {
        return page(actor, null, FieldErrors.NONE);
    }

    @PostMapping("/account/tokens")
    @Needs(Permission.TOKEN_OWN)
    ModelAndView makeToken(Actor actor, @RequestParam(defaultValue = "") String label) {
        if (label.isBlank() || label.length() > 80) {
            return page(actor, null, FieldErrors.of("label", "Say in a few words what the token is for"));
        }
        return page(actor, accounts.makeToken(actor, label.strip(), TOKEN_DAYS), FieldErrors.NONE);
    }

    @PostMapping("/account/tokens/{id}/revoke")
    @Needs(Permission.TOKEN_OWN)
    String revokeToken(Actor actor, @PathVariable int id, HttpServletResponse response) {
        accounts.revokeToken(actor, id);
        Notices.leave(response, "The token no longer works.");
        return "redirect:/account";
    }

    /// Keeps a session that is in use alive: the page asks when the person says they are still there.
    @GetMapping("/account/still-here")
    @Needs(Permission.ACCOUNT_OWN)
    @ResponseBody
    String stillHere() {
        return "still here";
    }

    @GetMapping("/account/second-factor")
    @Needs(Permission.ACCOUNT_OWN)
    ModelAndView secondFactor() {
        return secondFactorPage(OneTimeCodes.newSecret(), FieldErrors.NONE);
    }

    @PostMapping("/account/second-factor")
    @Needs(Permission.ACCOUNT_OWN)
    ModelAndView setSecondFactor(
            Actor actor,
            @RequestParam String secret,
            @RequestParam(defaultValue = "") String code,
            HttpServletResponse response) {
        byte[] bytes;
        try {
            bytes = HexFormat.of().parseHex(secret);
        } catch (IllegalArgumentException e) {
            return secondFactorPage(
                    OneTimeCodes.newSecret(), FieldErrors.of("code", "Start again with the new key below"));
        }
        if (!accounts.setSecondFactor(actor, bytes, code)) {
            return secondFactorPage(
                    bytes, FieldErrors.of("code", "The code is not right. Enter the six digits the app shows now"));
        }
        Notices.leave(response, "From now on you will be asked for a code when you sign in.");
        return new ModelAndView("redirect:/account");
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
        var view = new ModelAndView(
                "access/account",
                Map.of(
                        "page",
                        new AccountPage(
                                actor,
                                accounts.places(actor.account()),
                                tokens,
                                accounts.hasSecondFactor(actor),
                                newToken,
                                errors)));
        if (errors.any()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private static ModelAndView secondFactorPage(byte[] secret, FieldErrors errors) {
        var page = new SecondFactorPage(
                OneTimeCodes.readable(secret), HexFormat.of().formatHex(secret), errors);
        var view = new ModelAndView("access/second-factor", Map.of("page", page));
        if (errors.any()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
