package uk.goldenthread.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.shell.view.ErrorPage;

/// What is said where no handler of ours was reached: a form whose secret is not, or no longer, the sender's,
/// or an address that the container refuses to read.
@Controller
class UnansweredController implements ErrorController {
    private static final ErrorPage STALE = new ErrorPage(
            403,
            "This page was open for too long",
            List.of(
                    "Your browser was closed since, or the form was sent from somewhere else. Nothing was changed.",
                    "Go back, reload the page, and send it again."),
            null,
            null);

    @RequestMapping("/error")
    @Open("says only that something cannot be shown")
    Object answer(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatusCode.valueOf(code)
                : HttpStatus.NOT_FOUND; // somebody typed this address
        var page = status.value() == STALE.status() ? STALE : ErrorPage.of(status.value(), null, null);
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String address
                && address.startsWith("/api/")) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(ProblemDetail.forStatusAndDetail(status, page.heading() + ". Nothing was changed."));
        }
        var view = new ModelAndView("shell/error", Map.of("page", page));
        view.setStatus(status);
        return view;
    }
}
