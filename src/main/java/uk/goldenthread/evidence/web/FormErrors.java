package uk.goldenthread.evidence.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.components.FieldError;
import uk.goldenthread.shell.components.FieldErrors;

/// Refusals as a form shows them.
final class FormErrors {
    private FormErrors() {}

    static FieldErrors of(Outcome<?> refused) {
        return new FieldErrors(refused.reasons().stream()
                .map(reason -> new FieldError(reason.field().isEmpty() ? null : reason.field(), reason.message()))
                .toList());
    }

    /// The page; with status 422 when something has to be mended.
    static ModelAndView answer(String view, Object page, FieldErrors errors) {
        var answer = new ModelAndView(view, Map.of("page", page));
        if (errors.any()) {
            answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return answer;
    }
}
