package uk.goldenthread.returns.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Notices;
import uk.goldenthread.access.Permission;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.returns.Restatements;
import uk.goldenthread.returns.ReturnReviews;
import uk.goldenthread.returns.Returns;
import uk.goldenthread.returns.Typed;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.forms.FormPage;
import uk.goldenthread.shell.forms.SentBack;

/// The ICB reviews a return line by line; the provider answers and corrects.
@Controller
class ReviewController {
    private final ReturnReviews reviews;
    private final Returns returns;
    private final Restatements restatements;
    private final ReturnPages pages;

    ReviewController(ReturnReviews reviews, Returns returns, Restatements restatements, ReturnPages pages) {
        this.reviews = reviews;
        this.returns = returns;
        this.restatements = restatements;
        this.pages = pages;
    }

    @PostMapping("/returns/{id:\\d+}/accept")
    @Needs(Permission.RETURN_ACCEPT)
    ModelAndView acceptAll(Actor actor, @PathVariable long id, HttpServletResponse response) {
        return after(
                reviews.acceptAll(actor, id),
                new On(actor, id, null, Map.of()),
                response,
                "Accepted. Its figures are final.");
    }

    @PostMapping("/returns/{id:\\d+}/lines/{kpi}/accept")
    @Needs(Permission.RETURN_ACCEPT)
    ModelAndView accept(
            Actor actor,
            @PathVariable long id,
            @PathVariable String kpi,
            @RequestParam(defaultValue = "") String seen,
            HttpServletResponse response) {
        return after(
                reviews.accept(actor, id, kpi, seen(seen)),
                new On(actor, id, kpi, Map.of()),
                response,
                "The figure is accepted.");
    }

    @PostMapping("/returns/{id:\\d+}/lines/{kpi}/query")
    @Needs(Permission.RETURN_QUERY)
    ModelAndView query(
            Actor actor,
            @PathVariable long id,
            @PathVariable String kpi,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String seen,
            HttpServletResponse response) {
        var outcome = reviews.query(actor, id, kpi, seen(seen), question);
        var on = new On(actor, id, kpi, Map.of("question", question));
        return after(outcome, on, response, "Asked. The provider can now change or explain it.");
    }

    @PostMapping("/returns/{id:\\d+}/lines/{kpi}/answer")
    @Needs(Permission.RETURN_ENTER)
    ModelAndView answer(
            Actor actor,
            @PathVariable long id,
            @PathVariable String kpi,
            @RequestParam(defaultValue = "") String answer,
            HttpServletResponse response) {
        var outcome = returns.answer(actor, id, kpi, answer);
        var on = new On(actor, id, kpi, Map.of("answer", answer));
        return after(outcome, on, response, "Answered. Submit the return to send it back.");
    }

    @PostMapping("/returns/{id:\\d+}/lines/{kpi}/restate")
    @Needs(Permission.RETURN_RESTATE)
    ModelAndView restate(
            Actor actor,
            @PathVariable long id,
            @PathVariable String kpi,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        var typed = new Typed(
                kpi,
                fields.get(kpi + ".numerator"),
                fields.get(kpi + ".denominator"),
                fields.get(kpi + ".value"),
                null,
                null,
                null);
        var outcome = restatements.restate(actor, id, typed, fields.getOrDefault("reason", ""));
        return after(
                outcome,
                new On(actor, id, kpi, fields),
                response,
                "Restated. Charts and signals were worked out anew.");
    }

    @PostMapping("/returns/{id:\\d+}/unlock")
    @Needs(Permission.RETURN_UNLOCK)
    ModelAndView unlock(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        var account = fields.getOrDefault("account", "");
        var outcome = reviews.unlock(
                actor,
                id,
                account.matches("\\d{1,9}") ? Integer.parseInt(account) : 0,
                date(fields),
                fields.getOrDefault("reason", ""));
        return after(outcome, new On(actor, id, null, fields), response, "The lock is lifted for that person.");
    }

    /// The version of the line that the page showed; 0 when none was sent.
    private static int seen(String typed) {
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
    }

    /// The date typed; the first of all dates when it is none, which the service refuses with its own
    /// sentence.
    private static LocalDate date(Map<String, String> fields) {
        try {
            return LocalDate.of(
                    number(fields, "until[year]"), number(fields, "until[month]"), number(fields, "until[day]"));
        } catch (DateTimeException notADate) {
            return LocalDate.MIN;
        }
    }

    private static int number(Map<String, String> fields, String name) {
        var text = fields.getOrDefault(name, "").strip();
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    /// What somebody did: on which return, about which line if about one, and what they typed.
    private record On(Actor actor, long id, @Nullable String kpi, Map<String, String> typed) {

        /// A form about one line names its fields plainly; on the page, which has many lines, they carry the line's
        /// name.
        private String named(String field) {
            return kpi == null || field.isEmpty() || field.contains(".") ? field : kpi + "." + field;
        }

        SentBack refused(List<Reason> reasons) {
            var fields = new HashMap<String, String>();
            typed.forEach((field, text) -> fields.put(named(field), text));
            return SentBack.of(
                    fields,
                    FieldErrors.of(reasons.stream()
                            .map(reason -> new Reason(named(reason.field()), reason.message(), reason.clause()))
                            .toList()));
        }
    }

    private ModelAndView after(Outcome<?> outcome, On on, HttpServletResponse response, String sentence) {
        if (outcome.isAccepted()) {
            Notices.leave(response, sentence);
            return new ModelAndView("redirect:/returns/" + on.id());
        }
        var page = pages.page(on.actor(), AsAt.PRESENT, on.id(), on.refused(outcome.reasons()));
        var view = page.can().enter() ? "returns/enter" : "returns/show";
        return FormPage.refused(view, page);
    }
}
