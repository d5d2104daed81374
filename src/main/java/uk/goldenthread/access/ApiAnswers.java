package uk.goldenthread.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import uk.goldenthread.kernel.outcome.Reason;

/// What the interface for programs answers to a change that it does not take: a problem (RFC 9457) with what a program
/// needs to put it right.
public final class ApiAnswers {
    private static final Pattern VERSION = Pattern.compile("\"?(\\d{1,9})\"?");

    private ApiAnswers() {}

    /// The version that a change rests on; empty where the header is missing or no version of ours.
    ///
    /// @param header `If-Match`, as `"3"` or `3`
    public static Optional<Integer> ifMatch(@Nullable String header) {
        return Optional.ofNullable(header)
                .map(VERSION::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> Integer.valueOf(matcher.group(1)));
    }

    /// The answer where [#ifMatch] is empty.
    public static ResponseEntity<ProblemDetail> versionWanted() {
        return problem(HttpStatus.PRECONDITION_REQUIRED, "Send If-Match with the version you last read.", Map.of());
    }

    /// Rules refuse what was sent: their sentences together, and each with its field and where the rule stands.
    public static ResponseEntity<ProblemDetail> refused(List<Reason> reasons) {
        return refused(HttpStatus.UNPROCESSABLE_CONTENT, reasons);
    }

    /// The same where it is not what was sent that is wrong.
    ///
    /// @param status 400 for a header that cannot be read, 409 for a record that is not at the step for it
    public static ResponseEntity<ProblemDetail> refused(HttpStatus status, List<Reason> reasons) {
        var errors = reasons.stream()
                .map(reason -> Map.of(
                        "field", reason.field(),
                        "message", reason.message(),
                        "clause", reason.clause().code()))
                .toList();
        var detail = String.join(" ", reasons.stream().map(Reason::message).toList());
        return problem(status, detail, Map.of("errors", errors));
    }

    /// Somebody else changed the same.
    ///
    /// @param what as `return`
    /// @param version what it is at now
    /// @param fields each with both versions
    public static ResponseEntity<ProblemDetail> conflict(String what, int version, List<?> fields) {
        return problem(
                HttpStatus.CONFLICT,
                "This %s changed since you read it. Both versions of each field are given.".formatted(what),
                Map.of("version", version, "conflicts", fields));
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail, Map<String, Object> more) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        more.forEach(problem::setProperty);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
