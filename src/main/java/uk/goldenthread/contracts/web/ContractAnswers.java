package uk.goldenthread.contracts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Notices;
import uk.goldenthread.contracts.service.Clauses;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// Refusals and choices as the forms of contracts show them.
final class ContractAnswers {
    private ContractAnswers() {}

    /// The version that a form was filled in on; 0 where it says none.
    static int version(Map<String, String> fields) {
        var version = fields.getOrDefault("version", "");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }

    /// What a person typed in a field, or nothing.
    static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").replace("\0", "").strip();
    }

    /// Where a form leads: on, with a notice, or back to itself with what was wrong.
    ///
    /// @param next the address after it is done
    static ModelAndView after(
            Outcome<Long> done,
            HttpServletResponse response,
            String notice,
            String next,
            Function<FieldErrors, ModelAndView> again) {
        if (!done.isAccepted()) {
            return again.apply(FieldErrors.of(done.reasons()));
        }
        Notices.leave(response, notice);
        return new ModelAndView("redirect:" + next);
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
