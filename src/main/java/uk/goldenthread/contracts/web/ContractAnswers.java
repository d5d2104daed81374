package uk.goldenthread.contracts.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.contracts.service.Clauses;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.components.FieldError;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// Refusals and choices as the forms of contracts show them.
final class ContractAnswers {
    private ContractAnswers() {}

    static FieldErrors errors(Outcome<?> refused) {
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

    static List<Option> clauses(Clauses clauses) {
        return clauses.all().entrySet().stream()
                .map(each -> Option.of(each.getKey(), each.getValue(), clauses.words(each.getKey())))
                .toList();
    }

    static List<Option> frequencies() {
        return List.of(
                Option.of("MONTHLY", "Monthly"),
                Option.of("QUARTERLY", "Quarterly"),
                Option.of("ANNUAL", "Yearly"),
                Option.of("ON_REQUEST", "On request"));
    }

    static String frequency(String code) {
        return frequencies().stream()
                .filter(each -> each.value().equals(code))
                .map(Option::text)
                .findFirst()
                .orElse(code);
    }
}
