package uk.goldenthread.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;

/// Lets a handler take [AsAt], read from `?asAt=` and allowed only to those who may see history.
class AsAtArgument implements HandlerMethodArgumentResolver {
    private static final String SHOWN = AsAtArgument.class.getName() + ".shown";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2999-12-31T23:59:59Z");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == AsAt.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var servlet = java.util.Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        var asAt = of(servlet);
        servlet.setAttribute(SHOWN, asAt);
        return asAt;
    }

    /// What the page really shows: the past only where its handler asked for it.
    static AsAt shown(HttpServletRequest request) {
        return request.getAttribute(SHOWN) instanceof AsAt asAt ? asAt : AsAt.PRESENT;
    }

    /// @throws ResponseStatusException 400 when the instant cannot be read
    /// @throws RefusedException when the person may not see history
    static AsAt of(HttpServletRequest request) {
        var wanted = request.getParameter("asAt");
        if (wanted == null || wanted.isBlank()) {
            return AsAt.PRESENT;
        }
        var found = ActorFilter.found(request);
        if (found == null || !found.actor().may(Permission.HISTORY_VIEW)) {
            throw new RefusedException(
                    Permission.HISTORY_VIEW, "Your role does not show pages as they stood in the past.");
        }
        return new AsAt(parse(wanted));
    }

    /// An instant, or a date meaning the end of that day in London.
    private static Instant parse(String wanted) {
        try {
            var instant = wanted.length() == 10
                    ? LocalDate.parse(wanted).plusDays(1).atStartOfDay(LONDON).toInstant()
                    : Instant.parse(wanted);
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                throw new DateTimeException("outside the years that records can be of");
            }
            return instant;
        } catch (DateTimeException e) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "asAt is a date like 2026-03-14 or an instant like 2026-03-14T09:00:00Z",
                    e);
        }
    }
}
