package uk.goldenthread.visits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Notices;
import uk.goldenthread.access.Permission;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.forms.FormPage;
import uk.goldenthread.shell.view.Dates;
import uk.goldenthread.visits.Findings;
import uk.goldenthread.visits.VisitReports;
import uk.goldenthread.visits.Visits;
import uk.goldenthread.visits.model.Grade;

/// One visit, and what is done with it. Each sort of step has an address of its own, because different
/// people may take it.
@Controller
class VisitController {
    private final VisitPages pages;
    private final Visits visits;
    private final Findings findings;
    private final VisitReports reports;

    VisitController(VisitPages pages, Visits visits, Findings findings, VisitReports reports) {
        this.pages = pages;
        this.visits = visits;
        this.findings = findings;
        this.reports = reports;
    }

    @GetMapping("/visits/{id:\\d+}")
    @Needs(Permission.VISIT_VIEW)
    ModelAndView show(Actor actor, AsAt asAt, @PathVariable long id) {
        return new ModelAndView("visits/show", Map.of("page", pages.page(actor, asAt, id, Map.of(), FieldErrors.NONE)));
    }

    @PostMapping("/visits/{id:\\d+}/plan/{step}")
    @Needs(Permission.VISIT_PLAN)
    ModelAndView plan(
            Actor actor,
            @PathVariable long id,
            @PathVariable String step,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response) {
        var on = new On(actor, id, typed, response);
        return switch (step) {
            case "confirm" -> on.after(onDay(typed, day -> visits.confirm(actor, id, day)), "The day is fixed.");
            case "cancel" -> on.after(visits.cancel(actor, id, on.text("words")), "Cancelled.");
            default -> throw new HiddenException();
        };
    }

    @PostMapping("/visits/{id:\\d+}/report/{step}")
    @Needs(Permission.VISIT_RECORD)
    ModelAndView report(
            Actor actor,
            @PathVariable long id,
            @PathVariable String step,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response) {
        var on = new On(actor, id, typed, response);
        return switch (step) {
            case "carried-out" ->
                on.after(
                        onDay(typed, day -> visits.carriedOut(actor, id, day)),
                        "Carried out. Finish the form and write the draft.");
            case "find" -> on.after(findings.add(actor, id, finding(typed)), "The finding is added.");
            case "written" ->
                on.after(
                        findings.confirmInWriting(actor, id, on.number("finding")),
                        "Confirmed in writing: the provider was told.");
            case "withdraw" ->
                on.after(
                        findings.withdraw(actor, id, on.number("finding"), on.text("why")),
                        "The finding is withdrawn.");
            case "draft" -> on.after(reports.draft(actor, id, on.text("summary")), "The draft is written.");
            case "send" -> on.after(reports.send(actor, id), "Sent. The provider checks the facts.");
            case "decide" ->
                on.after(
                        reports.decide(
                                actor, id, on.number("number"), "yes".equals(typed.get("taken")), on.text("reply")),
                        "Decided.");
            case "finish" -> on.after(reports.finish(actor, id, on.text("summary")), "The report is final.");
            case "go-on" -> on.after(reports.goOn(actor, id), "It goes on.");
            case "close" -> on.after(reports.close(actor, id, on.text("words")), "Closed.");
            default -> throw new HiddenException();
        };
    }

    @PostMapping("/visits/{id:\\d+}/facts/{step}")
    @Needs(Permission.VISIT_RESPOND)
    ModelAndView facts(
            Actor actor,
            @PathVariable long id,
            @PathVariable String step,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response) {
        var on = new On(actor, id, typed, response);
        return switch (step) {
            case "comment" -> on.after(reports.comment(actor, id, on.text("comment")), "Your comment is with the ICB.");
            case "checked" -> on.after(reports.checked(actor, id), "The ICB knows that you have checked the facts.");
            default -> throw new HiddenException();
        };
    }

    private static Outcome<Long> onDay(Map<String, String> typed, Function<LocalDate, Outcome<Long>> step) {
        return DateParts.typed(typed, "on")
                .date()
                .map(step)
                .orElseGet(() -> Outcome.refused(List.of(Reason.house("on", "Enter a date, such as 27 3 2027."))));
    }

    private static Findings.Wanted finding(Map<String, String> typed) {
        var grade = Arrays.stream(Grade.values())
                .filter(each -> each.name().equals(typed.get("grade")))
                .findFirst()
                .orElse(null);
        var day = DateParts.typed(typed, "told").date().orElse(null);
        var time = time(typed.getOrDefault("toldAt", ""));
        return new Findings.Wanted(
                grade,
                typed.getOrDefault("about", ""),
                typed.getOrDefault("found", ""),
                typed.getOrDefault("toldTo", ""),
                day == null || time == null
                        ? null
                        : day.atTime(time).atZone(Dates.LONDON).toInstant());
    }

    private static @Nullable LocalTime time(String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeParseException notATime) {
            return null;
        }
    }

    /// Somebody's step: on which visit, and what they typed.
    private final class On {
        private final Actor actor;
        private final long id;
        private final Map<String, String> typed;
        private final HttpServletResponse response;

        On(Actor actor, long id, Map<String, String> typed, HttpServletResponse response) {
            this.actor = actor;
            this.id = id;
            this.typed = typed;
            this.response = response;
        }

        String text(String name) {
            return typed.getOrDefault(name, "");
        }

        /// Findings and comments each have their own form.
        private String suffix() {
            var which = Math.max(number("finding"), number("number"));
            return which == 0 ? "" : "-" + which;
        }

        long number(String name) {
            return text(name).matches("[1-9]\\d{0,17}") ? Long.parseLong(text(name)) : 0;
        }

        ModelAndView after(Outcome<?> outcome, String sentence) {
            if (outcome.isAccepted()) {
                Notices.leave(response, sentence);
                return new ModelAndView("redirect:/visits/" + id);
            }
            var errors = Forms.errors(outcome.reasons(), suffix());
            return FormPage.refused("visits/show", pages.page(actor, AsAt.PRESENT, id, typed, errors));
        }
    }
}
