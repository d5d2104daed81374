package uk.goldenthread.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// One sentence about what was just done, carried over a redirect in a short-lived cookie and shown once.
public final class Notices {
    private static final String COOKIE = "gt_notice";

    private Notices() {}

    /// @param sentence never about a person: it passes through the browser
    public static void leave(HttpServletResponse response, String sentence) {
        set(response, URLEncoder.encode(sentence, StandardCharsets.UTF_8), Duration.ofMinutes(1));
    }

    static @Nullable String take(HttpServletRequest request, HttpServletResponse response) {
        var left = ActorFilter.cookie(request, COOKIE);
        if (left == null || left.isEmpty()) {
            return null;
        }
        set(response, "", Duration.ZERO);
        try {
            return URLDecoder.decode(left, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null; // somebody else's cookie of the same name
        }
    }

    private static void set(HttpServletResponse response, String value, Duration age) {
        var cookie = ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
