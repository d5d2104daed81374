package uk.goldenthread.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.components.FieldError;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.forms.FormPage;

/// Password, authenticator app and recovery codes of one's own account.
@Controller
class OwnSecurityController {
    private final OwnSecurity security;

    OwnSecurityController(OwnSecurity security) {
        this.security = security;
    }

    @GetMapping("/account/password")
    @Needs(Permission.ACCOUNT_OWN)
    ModelAndView password() {
        return view("access/password", new PasswordPage(FieldErrors.NONE), FieldErrors.NONE);
    }

    @PostMapping("/account/password")
    @Needs(value = Permission.ACCOUNT_OWN, inPerson = true)
    ModelAndView changePassword(
            Actor actor,
            @RequestParam Map<String, String> form,
            HttpServletRequest request,
            HttpServletResponse response) {
        var typed = new OwnSecurity.NewPassword(
                form.getOrDefault("present", ""), form.getOrDefault("wanted", ""), form.getOrDefault("again", ""));
        var session = ActorFilter.cookie(request, ActorFilter.SESSION_COOKIE);
        return switch (security.changePassword(actor, typed, session)) {
            case Outcome.Accepted<Boolean> _ -> {
                Notices.leave(response, "Your password is changed. You are signed out everywhere else.");
                yield new ModelAndView("redirect:/account");
            }
            case Outcome.Refused<Boolean> refused -> {
                var errors = errors(refused);
                yield view("access/password", new PasswordPage(errors), errors);
            }
        };
    }

    @GetMapping("/account/second-factor")
    @Needs(value = Permission.ACCOUNT_OWN, settingUp = true)
    ModelAndView secondFactor(Actor actor, HttpServletRequest request) {
        return secondFactorPage(actor, request, OneTimeCodes.newSecret(), FieldErrors.NONE);
    }

    @PostMapping("/account/second-factor")
    @Needs(value = Permission.ACCOUNT_OWN, settingUp = true, inPerson = true)
    ModelAndView setSecondFactor(Actor actor, @RequestParam Map<String, String> form, HttpServletRequest request) {
        byte[] secret;
        try {
            secret = HexFormat.of().parseHex(form.getOrDefault("secret", "-"));
        } catch (IllegalArgumentException e) {
            secret = new byte[0];
        }
        if (secret.length != OneTimeCodes.newSecret().length) {
            var again = FieldErrors.of("code", "Start again with the new key below");
            return secondFactorPage(actor, request, OneTimeCodes.newSecret(), again);
        }
        return switch (security.setSecondFactor(actor, secret, form.getOrDefault("code", ""), form.get("present"))) {
            case Outcome.Accepted<List<String>>(var codes) -> codes(codes, codes.size());
            case Outcome.Refused<List<String>> refused -> secondFactorPage(actor, request, secret, errors(refused));
        };
    }

    @GetMapping("/account/recovery-codes")
    @Needs(Permission.ACCOUNT_OWN)
    ModelAndView recoveryCodes(Actor actor) {
        return codes(List.of(), security.of(actor).recoveryCodes());
    }

    @PostMapping("/account/recovery-codes")
    @Needs(value = Permission.ACCOUNT_OWN, inPerson = true)
    ModelAndView makeRecoveryCodes(Actor actor) {
        if (!security.of(actor).secondFactor()) {
            return new ModelAndView("redirect:/account/second-factor");
        }
        var codes = security.makeRecoveryCodes(actor);
        return codes(codes, codes.size());
    }

    private static ModelAndView codes(List<String> shown, int left) {
        return new ModelAndView("access/recovery-codes", Map.of("page", new RecoveryCodesPage(shown, left)));
    }

    private ModelAndView secondFactorPage(Actor actor, HttpServletRequest request, byte[] secret, FieldErrors errors) {
        var found = ActorFilter.found(request);
        var page = new SecondFactorPage(
                OneTimeCodes.readable(secret),
                HexFormat.of().formatHex(secret),
                found != null && !found.settledIn(),
                security.of(actor).secondFactor(),
                errors);
        return view("access/second-factor", page, errors);
    }

    private static FieldErrors errors(Outcome.Refused<?> refused) {
        return new FieldErrors(refused.reasons().stream()
                .map(r -> new FieldError(r.field(), r.message()))
                .toList());
    }

    private static ModelAndView view(String template, Object page, FieldErrors errors) {
        return FormPage.of(template, page, errors);
    }
}
