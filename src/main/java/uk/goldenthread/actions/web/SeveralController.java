package uk.goldenthread.actions.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Notices;
import uk.goldenthread.access.Permission;
import uk.goldenthread.actions.ActionReading;
import uk.goldenthread.actions.BulkEdit;
import uk.goldenthread.actions.web.SeveralPage.Said;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldError;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.view.Dates;

/// Changes several actions at once: owner, due date, theme. Nothing here says that one is done or
/// ends it.
@Controller
class SeveralController {
    /// The choice that leaves the theme as it is.
    private static final String SAME = "same";

    private final ActionReading reading;
    private final BulkEdit bulk;

    SeveralController(ActionReading reading, BulkEdit bulk) {
        this.reading = reading;
        this.bulk = bulk;
    }

    @GetMapping("/actions/several")
    @Needs(
            value = Permission.ACTION_PROPOSE,
            or = {Permission.ACTION_WORK, Permission.ACTION_EXTEND})
    ModelAndView form(Actor actor, @RequestParam MultiValueMap<String, String> typed) {
        var ids = ids(typed);
        var errors = ids.isEmpty()
                ? new FieldErrors(List.of(new FieldError(null, "Choose at least one action from the list.")))
                : FieldErrors.NONE;
        return page(actor, ids, said(typed.toSingleValueMap()), errors);
    }

    @PostMapping("/actions/several")
    @Needs(
            value = Permission.ACTION_PROPOSE,
            or = {Permission.ACTION_WORK, Permission.ACTION_EXTEND})
    ModelAndView edit(Actor actor, @RequestParam MultiValueMap<String, String> typed, HttpServletResponse response) {
        var ids = ids(typed);
        var said = said(typed.toSingleValueMap());
        var date = said.due().date();
        Outcome<Integer> outcome = !said.due().isBlank() && date.isEmpty()
                ? Outcome.refused(List.of(Reason.house("due", "Enter a date, such as 27 3 2027.")))
                : bulk.edit(
                        actor,
                        ids,
                        new BulkEdit.Wanted(
                                said.owner().isEmpty() ? null : Integer.valueOf(ListAddress.number(said.owner(), 0)),
                                date.orElse(null),
                                said.reason(),
                                said.minute(),
                                SAME.equals(said.theme()) ? null : said.theme()));
        return switch (outcome) {
            case Outcome.Accepted<Integer>(var changed) -> {
                Notices.leave(response, changed == 1 ? "1 action was changed." : changed + " actions were changed.");
                yield new ModelAndView("redirect:/actions");
            }
            case Outcome.Refused<Integer>(var reasons) -> {
                var errors = new FieldErrors(reasons.stream()
                        .map(reason -> new FieldError(
                                List.of("owner", "due", "reason", "minute", "theme")
                                                .contains(reason.field())
                                        ? reason.field()
                                        : null,
                                reason.message()))
                        .toList());
                var view = page(actor, ids, said, errors);
                view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield view;
            }
        };
    }

    private ModelAndView page(Actor actor, List<Long> ids, Said said, FieldErrors errors) {
        var themes = new ArrayList<>(List.of(Option.of(SAME, "As it is"), Option.of("", "None")));
        reading.themes(actor, AsAt.PRESENT).forEach((code, name) -> themes.add(Option.of(code, name)));
        var owners = new ArrayList<Option>();
        if (actor.may(Permission.ACTION_WORK)) {
            owners.add(Option.of("", "As it is"));
            reading.whoMayOwn(actor)
                    .forEach(person -> owners.add(Option.of(Integer.toString(person.account()), person.name())));
        }
        var chosen = reading.lines(actor, ids).stream()
                .map(line -> new SeveralPage.Chosen(
                        line.row().id(),
                        line.row().title(),
                        line.row().name(),
                        Dates.day(line.row().due()),
                        ActionRows.note(line)))
                .toList();
        var page = new SeveralPage(
                chosen,
                owners,
                actor.may(Permission.ACTION_EXTEND),
                actor.may(Permission.ACTION_PROPOSE) || actor.may(Permission.ACTION_WORK),
                themes,
                said,
                errors);
        return new ModelAndView("actions/several", Map.of("page", page));
    }

    private static List<Long> ids(MultiValueMap<String, String> typed) {
        return typed.getOrDefault("action", List.of()).stream()
                .filter(text -> text.matches("[1-9]\\d{0,17}"))
                .map(Long::valueOf)
                .distinct()
                .limit(BulkEdit.MOST + 1L)
                .toList();
    }

    private static Said said(Map<String, String> typed) {
        return new Said(
                typed.getOrDefault("owner", "").strip(),
                DateParts.typed(typed, "due"),
                typed.getOrDefault("reason", ""),
                typed.getOrDefault("minute", ""),
                typed.getOrDefault("theme", SAME));
    }
}
