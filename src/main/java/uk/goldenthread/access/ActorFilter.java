package uk.goldenthread.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds who acts, from the session cookie or the bearer token, and leaves it on the request.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class ActorFilter extends OncePerRequestFilter {
    static final String SESSION_COOKIE = "gt_session";
    static final String DEVICE_COOKIE = "gt_device";
    static final String FOUND = ActorFilter.class.getName() + ".found";
    private static final String BEARER = "Bearer ";

    private final Sessions sessions;

    ActorFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/nhsuk/") || path.startsWith("/assets/") || path.startsWith("/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader("Authorization");
        if (header != null && header.startsWith(BEARER)) {
            sessions.byToken(header.substring(BEARER.length())).ifPresent(f -> request.setAttribute(FOUND, f));
        } else {
            var token = cookie(request, SESSION_COOKIE);
            if (token != null) {
                sessions.bySession(token).ifPresent(f -> request.setAttribute(FOUND, f));
            }
        }
        chain.doFilter(request, response);
    }

    static boolean isBearer(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        return header != null && header.startsWith(BEARER);
    }

    static @Nullable String cookie(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name)) {
                return cookie.getValue();
            }
        }
        return null;
    }

    static Sessions.@Nullable Found found(HttpServletRequest request) {
        return (Sessions.Found) request.getAttribute(FOUND);
    }
}
