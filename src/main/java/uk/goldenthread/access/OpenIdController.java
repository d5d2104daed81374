package uk.goldenthread.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// To the identity provider and back.
@Controller
class OpenIdController {
    private static final String COOKIE = "gt_openid";

    private final OpenIdSignIn openId;
    private final SignInController signIn;

    OpenIdController(OpenIdSignIn openId, SignInController signIn) {
        this.openId = openId;
        this.signIn = signIn;
    }

    @GetMapping("/sign-in/openid")
    @Open("nobody is known before signing in")
    ModelAndView setOut(
            @RequestParam(defaultValue = "/") String to, HttpServletRequest request, HttpServletResponse response) {
        requireSetUp();
        var way = openId.setOut(SignInController.local(to));
        if (way.isEmpty()) {
            return signIn.refused(to, "Signing in there does not work just now. Sign in with your password");
        }
        SignInController.setCookie(request, response, COOKIE, way.get().cookie(), OpenIdSignIn.PATIENCE);
        return new ModelAndView("redirect:" + way.get().address());
    }

    @GetMapping("/sign-in/openid/done")
    @Open("nobody is known before signing in")
    ModelAndView arrive(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String state,
            HttpServletRequest request,
            HttpServletResponse response) {
        requireSetUp();
        var arrival = openId.arrive(ActorFilter.cookie(request, COOKIE), code, state);
        SignInController.setCookie(request, response, COOKIE, "", Duration.ZERO);
        return switch (arrival) {
            case OpenIdSignIn.Arrival.SignedIn in -> {
                SignInController.setCookie(
                        request,
                        response,
                        ActorFilter.SESSION_COOKIE,
                        in.session().sessionToken(),
                        Duration.ofHours(-1));
                SignInController.setCookie(
                        request,
                        response,
                        ActorFilter.DEVICE_COOKIE,
                        in.session().deviceToken(),
                        Duration.ofDays(365));
                yield new ModelAndView("redirect:" + SignInController.local(in.to()));
            }
            case OpenIdSignIn.Arrival.Refused refused -> signIn.refused("/", refused.why());
        };
    }

    private void requireSetUp() {
        if (openId.name().isEmpty()) {
            throw new HiddenException();
        }
    }
}
