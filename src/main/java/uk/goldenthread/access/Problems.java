package uk.goldenthread.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.database.Scope;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.shell.view.ErrorPage;

/// What a person, or a program, is told when something cannot be done: plain words and a reference, never the inside of
/// the program. Refusals go to the ledger.
@ControllerAdvice
class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final FrameInterceptor frames;
    private final Ledger ledger;

    Problems(FrameInterceptor frames, Ledger ledger) {
        this.frames = frames;
        this.ledger = ledger;
    }

    @ExceptionHandler(HiddenException.class)
    Object hidden(HttpServletRequest request, HttpServletResponse response) {
        record(request, "HIDDEN");
        return answer(request, response, HttpStatus.NOT_FOUND, "");
    }

    @ExceptionHandler(RefusedException.class)
    Object refused(RefusedException refusal, HttpServletRequest request, HttpServletResponse response) {
        record(request, "REFUSED " + refusal.permission());
        return answer(request, response, HttpStatus.FORBIDDEN, String.valueOf(refusal.getMessage()));
    }

    /// Also two inserts of what there is one of, and transactions that waited for each other: the database let one win
    /// and undid the other.
    @ExceptionHandler({ConcurrencyFailureException.class, DuplicateKeyException.class})
    Object conflict(HttpServletRequest request, HttpServletResponse response) {
        return answer(
                request,
                response,
                HttpStatus.CONFLICT,
                "Someone else changed this while you were working on it. Go back, reload, and compare before saving again.");
    }

    @ExceptionHandler(CannotCreateTransactionException.class)
    Object unavailable(HttpServletRequest request, HttpServletResponse response) {
        return answer(
                request,
                response,
                HttpStatus.SERVICE_UNAVAILABLE,
                "The database is not answering. Nothing was changed. Try again in a minute.");
    }

    @ExceptionHandler(MultipartException.class)
    Object notAFile(HttpServletRequest request, HttpServletResponse response) {
        return answer(request, response, HttpStatus.BAD_REQUEST, "Choose a file of at most 25 MB to send.");
    }

    /// A word, or a number too large, where a number belongs.
    /// So is text that is none: bytes of no UTF-8.
    @ExceptionHandler({TypeMismatchException.class, InvalidParameterException.class})
    Object notOfItsKind(HttpServletRequest request, HttpServletResponse response) {
        return answer(
                request, response, HttpStatus.BAD_REQUEST, "Something in the address or the form cannot be read.");
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    Object unreadable(HttpServletRequest request, HttpServletResponse response) {
        return answer(request, response, HttpStatus.BAD_REQUEST, "What was sent is not JSON of the expected shape.");
    }

    @ExceptionHandler(Exception.class)
    Object anything(Exception problem, HttpServletRequest request, HttpServletResponse response) {
        if (problem instanceof ErrorResponse known) {
            var detail = known.getBody().getDetail();
            // What the framework says of itself, "No static resource assessments.", helps a program and puzzles a
            // person.
            var helps = problem instanceof ResponseStatusException || isProgram(request);
            return answer(request, response, known.getStatusCode(), detail == null || !helps ? "" : detail);
        }
        if (isNoText(problem)) {
            return notOfItsKind(request, response);
        }
        var reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("Error {} on {} {}", reference, request.getMethod(), request.getRequestURI(), problem);
        return page(request, response, ErrorPage.of(500, null, reference), reference);
    }

    /// Whether the database was given the character U+0000, which no text of PostgreSQL may hold. Only programs
    /// send it, in any field of any form: it is known by the state of the statement that failed.
    private static boolean isNoText(Exception problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return "22021".equals(sql.getSQLState()) || "22P05".equals(sql.getSQLState());
            }
        }
        return false;
    }

    private void record(HttpServletRequest request, String action) {
        var found = ActorFilter.found(request);
        var scope = found == null ? Scope.system() : found.actor().scope();
        ledger.recordApart(scope, action, "address" + request.getRequestURI(), Map.of("method", request.getMethod()));
    }

    private Object answer(
            HttpServletRequest request, HttpServletResponse response, HttpStatusCode status, String detail) {
        return page(request, response, ErrorPage.of(status.value(), detail.isEmpty() ? null : detail, null), detail);
    }

    private Object page(HttpServletRequest request, HttpServletResponse response, ErrorPage page, String detail) {
        var status = HttpStatusCode.valueOf(page.status());
        if (isProgram(request)) {
            var problem = ProblemDetail.forStatusAndDetail(status, detail.isEmpty() ? title(status) : detail);
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        var view = new ModelAndView("shell/error", Map.of("page", page, "frame", frames.frame(request, response)));
        view.setStatus(status);
        return view;
    }

    private static boolean isProgram(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    private static String title(HttpStatusCode status) {
        var known = HttpStatus.resolve(status.value());
        return known == null ? "Not possible" : known.getReasonPhrase();
    }
}
