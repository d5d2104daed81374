package uk.goldenthread.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// The first wall: no handler runs unless it says whom it answers. A handler that says nothing answers nobody.
@Component
class AccessInterceptor implements HandlerInterceptor {
    private final AccessPolicy policy;
    private final Clock clock;

    AccessInterceptor(AccessPolicy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method) || method.hasMethodAnnotation(Open.class)) {
            return true;
        }
        var needs = method.getMethodAnnotation(Needs.class);
        var found = ActorFilter.found(request);
        if (found == null) {
            askToSignIn(request, response);
            return false;
        }
        if (needs == null && method.getBeanType().getName().startsWith("org.springframework.web.")) {
            return true; // OPTIONS, which the framework itself answers with the methods an address has
        }
        if (needs == null) {
            throw new IllegalStateException("%s says neither @Needs nor @Open".formatted(method));
        }
        if (!found.settledIn() && !needs.settingUp() && !ActorFilter.isBearer(request)) {
            askToSetUp(request, response);
            return false;
        }
        if (needs.restricted() && found.lastUsed().isBefore(clock.instant().minus(Sessions.IDLE_RESTRICTED))) {
            askToSignIn(request, response);
            return false;
        }
        if (Arrays.stream(needs.or()).noneMatch(found.actor()::may)) {
            policy.require(found.actor(), needs.value());
        }
        if (needs.inPerson() && ActorFilter.isBearer(request)) {
            throw new RefusedException(needs.value(), "A token cannot do this. Sign in and do it yourself.");
        }
        return true;
    }

    /// Their role signs in with a one-time code too, and none is set up. Tokens were made by someone who had one.
    private static void askToSetUp(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType("application/problem+json");
            response.getWriter().write("{\"title\":\"Set up a one-time code first\",\"status\":403}");
            return;
        }
        response.sendRedirect("/account/second-factor");
    }

    private static void askToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("WWW-Authenticate", "Bearer");
            response.setContentType("application/problem+json");
            response.getWriter().write("{\"title\":\"Sign in first\",\"status\":401}");
            return;
        }
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        var wanted = request.getMethod().equals("GET") ? request.getRequestURI() + query : "/";
        response.sendRedirect("/sign-in?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
    }
}
