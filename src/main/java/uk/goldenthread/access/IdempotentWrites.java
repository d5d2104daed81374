package uk.goldenthread.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import uk.goldenthread.access.AnsweredRequests.Answer;
import uk.goldenthread.access.AnsweredRequests.Known;

/// Lets a program send a write again without doing it twice: with the same `Idempotency-Key` the same request gets the
/// first one's answer, for a week; another request with that key is refused with 422. A key under which nothing was
/// done (refused, not found, failed) is free again. Uploads of files are known by their own content instead.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class IdempotentWrites extends OncePerRequestFilter {
    static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_BODY = 4 * 1024 * 1024;
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final AnsweredRequests requests;
    private final Clock clock;

    IdempotentWrites(AnsweredRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(KEY) == null
                || !request.getRequestURI().startsWith("/api/")
                || !WRITES.contains(request.getMethod())
                || startsWith(request.getContentType(), "multipart/")
                || ActorFilter.found(request) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = String.valueOf(request.getHeader(KEY)).strip();
        var found = ActorFilter.found(request);
        if (found == null || key.isEmpty() || key.length() > LONGEST_KEY) {
            problem(response, HttpStatus.BAD_REQUEST, "Send an Idempotency-Key of 1 to 200 characters.");
            return;
        }
        var actor = found.actor();
        var whole = whole(request);
        if (whole == null) {
            problem(response, HttpStatus.CONTENT_TOO_LARGE, "Send at most 4 MB.");
            return;
        }
        switch (requests.reserve(actor, key, digest(whole), clock.instant())) {
            case Known.Mine _ -> work(actor, key, whole, response, chain);
            case Known.Running _ ->
                problem(
                        response,
                        HttpStatus.CONFLICT,
                        "This request is still being worked on. Send it again in a minute to learn what came of it.");
            case Known.Another _ ->
                problem(
                        response,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "This Idempotency-Key was used for another request. Nothing was changed. Use a new key.");
            case Known.Answered(var answer) -> again(response, answer);
        }
    }

    private void work(
            Actor actor, String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caught = new ContentCachingResponseWrapper(response);
        var done = false;
        try {
            chain.doFilter(request, caught);
            done = HttpStatusCode.valueOf(caught.getStatus()).is2xxSuccessful();
            if (done) {
                requests.answered(
                        actor,
                        key,
                        new Answer(
                                caught.getStatus(),
                                caught.getContentType(),
                                caught.getHeader("ETag"),
                                caught.getHeader("Location"),
                                caught.getContentAsByteArray()));
            }
        } finally {
            if (!done) {
                requests.release(actor, key);
            }
        }
        caught.copyBodyToResponse();
    }

    private static void again(HttpServletResponse response, Answer answer) throws IOException {
        response.setStatus(answer.status());
        response.setHeader(REPLAYED, "true");
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        if (answer.etag() != null) {
            response.setHeader("ETag", answer.etag());
        }
        if (answer.location() != null) {
            response.setHeader("Location", answer.location());
        }
        response.getOutputStream().write(answer.body());
    }

    private static void problem(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write("{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(status.getReasonPhrase(), status.value(), detail));
    }

    /// The request with its body at hand, so that it can be told from others and still be read; null when it is too
    /// long. The fields of a form stay with the container, which reads them once.
    private static @Nullable HttpServletRequest whole(HttpServletRequest request) throws IOException {
        if (startsWith(request.getContentType(), "application/x-www-form-urlencoded")) {
            return request;
        }
        var body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        return body.length > LONGEST_BODY ? null : new WithBody(request, body);
    }

    private static boolean startsWith(@Nullable String type, String start) {
        return type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith(start);
    }

    private static byte[] digest(HttpServletRequest request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            add(digest, request.getMethod());
            add(digest, request.getRequestURI());
            add(digest, String.valueOf(request.getHeader("If-Match")));
            if (request instanceof WithBody body) {
                add(digest, String.valueOf(request.getQueryString()));
                digest.update(body.bytes);
            } else {
                new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
                    add(digest, name);
                    for (var value : values) {
                        add(digest, value);
                    }
                });
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static final class WithBody extends HttpServletRequestWrapper {
        private final byte[] bytes;

        WithBody(HttpServletRequest request, byte[] bytes) {
            super(request);
            this.bytes = bytes;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Bytes(new ByteArrayInputStream(bytes));
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Bytes extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Bytes(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return bytes.read(into, from, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("requests are read as a whole here");
        }
    }
}
