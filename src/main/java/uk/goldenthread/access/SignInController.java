package uk.goldenthread.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.shell.components.FieldErrors;

/// Signing in, out, and acting for another organisation.
@Controller
class SignInController {
    private static final Pattern PLACE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

    private final SignIns signIns;
    private final Accounts accounts;
    private final Roles roles;
    private final OpenIdSignIn openId;
    private final boolean demonstration;

    SignInController(SignIns signIns, Accounts accounts, Roles roles, OpenIdSignIn openId, Environment environment) {
        this.openId = openId;
        this.signIns = signIns;
        this.accounts = accounts;
        this.roles = roles;
        this.demonstration = environment.getProperty("GOLDENTHREAD_DEMO", Boolean.class, false);
    }

    @GetMapping("/sign-in")
    @Open("nobody is known before signing in")
    ModelAndView show(@RequestParam(defaultValue = "/") String to) {
        return page(new SignInPage("", local(to), false, FieldErrors.NONE, offers(), elsewhere()), 200);
    }

    @PostMapping("/sign-in")
    @Open("nobody is known before signing in")
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String signInName,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (signInName.isBlank() || password.isBlank()) {
            return wrong(
                    signInName, to, FieldErrors.of("signInName", "Enter your e-mail address and your password"), false);
        }
        var attempt = new SignIns.Try(
                signInName,
                password,
                code == null || code.isBlank() ? null : code,
                ActorFilter.cookie(request, ActorFilter.DEVICE_COOKIE),
                request.getRemoteAddr());
        return answer(signIns.signIn(attempt), signInName, to, request, response);
    }

    @PostMapping("/sign-in/demonstration")
    @Open("demonstration accounts, only where GOLDENTHREAD_DEMO is true")
    ModelAndView demonstration(
            @RequestParam String signInName,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!demonstration) {
            throw new HiddenException();
        }
        return answer(signIns.signInToDemonstration(signInName), signInName, to, request, response);
    }

    @PostMapping("/sign-out")
    @Open("signing out twice does no harm")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        var token = ActorFilter.cookie(request, ActorFilter.SESSION_COOKIE);
        if (token != null) {
            signIns.signOut(token);
        }
        setCookie(request, response, ActorFilter.SESSION_COOKIE, "", Duration.ZERO);
        return "redirect:/sign-in";
    }

    @PostMapping("/account/acting")
    @Needs(value = Permission.ACCOUNT_OWN, settingUp = true)
    String actFor(Actor actor, @RequestParam String acting, HttpServletRequest request) {
        var token = ActorFilter.cookie(request, ActorFilter.SESSION_COOKIE);
        var place = PLACE.matcher(acting);
        if (token == null || !place.matches()) {
            throw new HiddenException();
        }
        signIns.switchTo(actor, token, Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)));
        return "redirect:/";
    }

    private ModelAndView answer(
            SignIns.Attempt attempt,
            String signInName,
            String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (attempt) {
            case SignIns.Attempt.SignedIn in -> {
                setCookie(request, response, ActorFilter.SESSION_COOKIE, in.sessionToken(), Duration.ofHours(-1));
                setCookie(request, response, ActorFilter.DEVICE_COOKIE, in.deviceToken(), Duration.ofDays(365));
                yield new ModelAndView("redirect:" + local(to));
            }
            case SignIns.Attempt.CodeWanted _ ->
                page(new SignInPage(signInName, local(to), true, FieldErrors.NONE, List.of(), null), 200);
            case SignIns.Attempt.Wrong _ ->
                wrong(
                        signInName,
                        to,
                        FieldErrors.of("signInName", "The e-mail address, password or code is not right"),
                        false);
            case SignIns.Attempt.Wait wait ->
                wrong(
                        signInName,
                        to,
                        FieldErrors.of(
                                "signInName",
                                "Too many tries from here. Wait %d minutes, then try again"
                                        .formatted(wait.atMost().toMinutes())),
                        false);
            case SignIns.Attempt.NoPlace _ ->
                wrong(
                        signInName,
                        to,
                        FieldErrors.of(
                                "signInName",
                                "This account has no current role. Ask your system administrator for one"),
                        false);
        };
    }

    /// The page again, for someone whom the identity provider did not bring in.
    ModelAndView refused(String to, String why) {
        return wrong("", to, FieldErrors.of("signInName", why), false);
    }

    private @Nullable String elsewhere() {
        return openId.name().orElse(null);
    }

    private ModelAndView wrong(String signInName, String to, FieldErrors error, boolean codeWanted) {
        return page(new SignInPage(signInName, local(to), codeWanted, error, offers(), elsewhere()), 422);
    }

    private static ModelAndView page(SignInPage page, int status) {
        var view = new ModelAndView("access/sign-in", Map.of("page", page));
        view.setStatus(org.springframework.http.HttpStatusCode.valueOf(status));
        return view;
    }

    private List<SignInPage.Offers> offers() {
        if (!demonstration) {
            return List.of();
        }
        var byIcb = new LinkedHashMap<String, List<SignInPage.Offer>>();
        accounts.demonstration()
                .forEach(a -> byIcb.computeIfAbsent(a.icbName(), _ -> new ArrayList<>())
                        .add(new SignInPage.Offer(
                                a.signInName(),
                                a.name(),
                                roles.name(a.role()),
                                a.organisationName().equals(a.icbName()) ? "" : a.organisationName())));
        return byIcb.entrySet().stream()
                .map(each -> new SignInPage.Offers(each.getKey(), each.getValue()))
                .toList();
    }

    /// Only ever an address of our own: no redirect to elsewhere.
    static String local(String to) {
        return to.startsWith("/")
                        && !to.startsWith("//")
                        && !to.contains("\\")
                        && !to.contains("\n")
                        && !to.contains("\r")
                ? to
                : "/";
    }

    static void setCookie(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration age) {
        var cookie = ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
