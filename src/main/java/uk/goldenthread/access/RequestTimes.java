package uk.goldenthread.access;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Times each kind of request, by its pattern and never by its address.
@Component
class RequestTimes implements HandlerInterceptor {
    private static final String STARTED = RequestTimes.class.getName();
    private final MeterRegistry registry;

    RequestTimes(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute(STARTED, System.nanoTime());
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception problem) {
        var started = (Long) request.getAttribute(STARTED);
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (started == null) {
            return;
        }
        registry.timer(
                        "http.server.requests",
                        "method",
                        request.getMethod(),
                        "uri",
                        String.valueOf(pattern),
                        "status",
                        Integer.toString(response.getStatus()))
                .record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
    }
}
