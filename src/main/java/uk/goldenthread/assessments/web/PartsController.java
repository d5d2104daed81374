package uk.goldenthread.assessments.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Notices;
import uk.goldenthread.access.Permission;
import uk.goldenthread.access.RoleHolders.Holder;
import uk.goldenthread.assessments.model.Part;
import uk.goldenthread.assessments.service.Parts;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.forms.FormPage;
import uk.goldenthread.shell.view.Dates;

/// Sharing an assessment out among colleagues, and joining the parts.
@Controller
class PartsController {
    private final Parts parts;

    PartsController(Parts parts) {
        this.parts = parts;
    }

    /// What was typed into the form.
    private record Typed(String account, List<String> standards, DateParts due) {}

    @GetMapping("/assessments/{id:\\d+}/parts")
    @Needs(Permission.ASSESSMENT_ANSWER)
    ModelAndView share(Actor actor, @PathVariable long id) {
        return page(actor, id, new Typed("", List.of(), DateParts.BLANK), FieldErrors.NONE);
    }

    @PostMapping("/assessments/{id:\\d+}/parts")
    @Needs(Permission.ASSESSMENT_ANSWER)
    ModelAndView give(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") List<String> standards,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        var typed = new Typed(account, standards, DateParts.typed(fields, "due"));
        var due = typed.due().date();
        if (due.isEmpty()) {
            return page(actor, id, typed, FieldErrors.of("due", "Enter a day such as 20 4 2026."));
        }
        var colleague = account.matches("[1-9]\\d{0,8}") ? Integer.parseInt(account) : 0;
        var outcome = parts.give(actor, id, colleague, new HashSet<>(standards), due.get());
        if (!outcome.isAccepted()) {
            return page(actor, id, typed, FieldErrors.of(outcome.reasons()));
        }
        Notices.leave(response, "Given. Your colleague has been told.");
        return new ModelAndView("redirect:/assessments/" + id + "/parts");
    }

    @PostMapping("/assessments/{id:\\d+}/parts/{part:\\d+}/done")
    @Needs(Permission.ASSESSMENT_ANSWER)
    ModelAndView done(Actor actor, @PathVariable long id, @PathVariable long part, HttpServletResponse response) {
        return after(actor, id, parts.done(actor, id, part), response, "Done. Whoever shares it out joins it now.");
    }

    @PostMapping("/assessments/{id:\\d+}/parts/{part:\\d+}/join")
    @Needs(Permission.ASSESSMENT_ANSWER)
    ModelAndView join(Actor actor, @PathVariable long id, @PathVariable long part, HttpServletResponse response) {
        return after(actor, id, parts.join(actor, id, part), response, "Joined.");
    }

    private ModelAndView after(
            Actor actor, long id, Outcome<Part> outcome, HttpServletResponse response, String sentence) {
        if (!outcome.isAccepted()) {
            return page(actor, id, new Typed("", List.of(), DateParts.BLANK), FieldErrors.of(outcome.reasons()));
        }
        Notices.leave(response, sentence);
        return new ModelAndView("redirect:/assessments/" + id + "/parts");
    }

    private ModelAndView page(Actor actor, long id, Typed typed, FieldErrors errors) {
        var shared = parts.shared(actor, id);
        var header = shared.header();
        var lead = header.lead();
        Map<Integer, String> names =
                shared.colleagues().stream().collect(Collectors.toMap(Holder::account, Holder::name));
        names.put(actor.account(), actor.name());
        var leads = lead == null
                || lead == actor.account()
                || shared.colleagues().stream().noneMatch(holder -> holder.account() == lead);
        var page = new SharePage(
                id,
                header.round().name(),
                header.organisationName(),
                leads,
                shared.parts().stream()
                        .filter(part -> lead == null || lead == actor.account() || part.account() == actor.account())
                        .map(part -> given(part, names, actor))
                        .toList(),
                shared.colleagues().stream()
                        .map(holder -> Option.of(Integer.toString(holder.account()), holder.name()))
                        .toList(),
                shared.free().stream()
                        .map(standard -> Option.of(standard.code(), standard.code() + " " + standard.name()))
                        .toList(),
                typed.account(),
                typed.standards(),
                typed.due(),
                Dates.day(header.dueOn()),
                errors);
        return FormPage.of("assessments/share", page, errors);
    }

    private static SharePage.Given given(Part part, Map<Integer, String> names, Actor actor) {
        var standards = part.standards().stream().sorted().collect(Collectors.joining(", "));
        var state =
                switch (part.stage()) {
                    case GIVEN -> "being answered";
                    case DONE -> "answered, to join";
                    case JOINED -> "joined";
                };
        return new SharePage.Given(
                part.id(),
                "%s: %s, due %s"
                        .formatted(
                                names.getOrDefault(part.account(), "A colleague who has left"),
                                standards,
                                Dates.day(part.dueOn())),
                state,
                part.isApart(),
                part.account() == actor.account() && part.stage() == Part.Stage.GIVEN);
    }
}
