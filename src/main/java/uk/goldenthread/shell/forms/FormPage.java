package uk.goldenthread.shell.forms;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.shell.components.FieldErrors;

/// A page with a form, as a controller answers with it.
public final class FormPage {
    private FormPage() {}

    /// The page; with status 422 when something in its form has to be mended.
    public static ModelAndView of(String view, Object page, FieldErrors errors) {
        return errors.any() ? refused(view, page) : new ModelAndView(view, Map.of("page", page));
    }

    /// The page with what has to be mended, with status 422.
    public static ModelAndView refused(String view, Object page) {
        var answer = new ModelAndView(view, Map.of("page", page));
        answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return answer;
    }
}
