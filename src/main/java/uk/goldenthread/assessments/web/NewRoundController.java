package uk.goldenthread.assessments.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Notices;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.assessments.model.RoundDates;
import uk.goldenthread.assessments.service.Editions;
import uk.goldenthread.assessments.service.Rounds;
import uk.goldenthread.catalogue.OrganisationKind;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldError;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.forms.FormPage;

/// Preparing a round.
@Controller
class NewRoundController {
    private static final List<String> DAYS = List.of("opens", "due", "moderated", "event", "closes");

    private final Rounds rounds;
    private final OrganisationKind.Kinds kinds;

    NewRoundController(Rounds rounds, OrganisationKind.Kinds kinds) {
        this.rounds = rounds;
        this.kinds = kinds;
    }

    /// The form, with the days that a round of today typically has.
    @GetMapping("/assessments/rounds/new")
    @Needs(Permission.ROUND_MANAGE)
    ModelAndView form(Actor actor) {
        var dates = rounds.typicalDates(actor, null);
        var typed = new HashMap<String, String>();
        typed.put("light", "true");
        typed.putAll(DateParts.of(dates.opens()).fields("opens"));
        typed.putAll(DateParts.of(dates.due()).fields("due"));
        typed.putAll(DateParts.of(dates.moderated()).fields("moderated"));
        typed.putAll(DateParts.of(dates.event()).fields("event"));
        typed.putAll(DateParts.of(dates.closes()).fields("closes"));
        return page(actor, typed, List.of(), FieldErrors.NONE);
    }

    @PostMapping("/assessments/rounds/new")
    @Needs(Permission.ROUND_MANAGE)
    ModelAndView prepare(
            Actor actor,
            @RequestParam Map<String, String> fields,
            @RequestParam(name = "kinds", defaultValue = "") List<String> chosen,
            HttpServletResponse response) {
        var unread = unread(fields);
        if (!unread.isEmpty()) {
            return page(actor, fields, chosen, new FieldErrors(unread));
        }
        return switch (rounds.prepare(actor, wanted(fields, chosen))) {
            case Outcome.Accepted<Long>(var id) -> {
                Notices.leave(response, "Prepared. Nobody is asked before you issue it.");
                yield new ModelAndView("redirect:/assessments/rounds/" + id);
            }
            case Outcome.Refused<Long>(var reasons) -> page(actor, fields, chosen, FieldErrors.of(reasons));
        };
    }

    private static List<FieldError> unread(Map<String, String> fields) {
        return DAYS.stream()
                .filter(field -> {
                    var parts = DateParts.typed(fields, field);
                    return parts.date().isEmpty() && !(field.equals("event") && parts.isBlank());
                })
                .map(field -> new FieldError(field, "Enter a day such as 1 4 2027."))
                .toList();
    }

    private static Rounds.Wanted wanted(Map<String, String> fields, List<String> chosen) {
        var framework = fields.getOrDefault("framework", "").split("\\|", 2);
        var codes = Arrays.stream(fields.getOrDefault("organisations", "")
                        .toUpperCase(Locale.ROOT)
                        .split("[\\s,;]+"))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
        return new Rounds.Wanted(
                framework[0],
                framework.length == 2 ? framework[1] : "",
                fields.getOrDefault("name", ""),
                new HashSet<>(chosen),
                codes,
                fields.containsKey("light"),
                new RoundDates(
                        required(fields, "opens"),
                        required(fields, "due"),
                        required(fields, "moderated"),
                        day(fields, "event"),
                        required(fields, "closes")));
    }

    private static LocalDate required(Map<String, String> fields, String field) {
        return DateParts.typed(fields, field).date().orElseThrow();
    }

    private static @Nullable LocalDate day(Map<String, String> fields, String field) {
        return DateParts.typed(fields, field).date().orElse(null);
    }

    private ModelAndView page(Actor actor, Map<String, String> typed, List<String> chosen, FieldErrors errors) {
        var frameworks = new ArrayList<Option>();
        rounds.choices(actor).forEach(edition -> frameworks.add(option(edition)));
        var offered = kinds.all().stream()
                .filter(kind -> List.of("TRUST", "GP", "INDEPENDENT").contains(Editions.kindOf(kind)))
                .map(kind -> Option.of(kind.code(), kind.name()))
                .toList();
        return FormPage.of("assessments/new", new NewRoundPage(frameworks, offered, typed, chosen, errors), errors);
    }

    private static Option option(FrameworkEdition edition) {
        return Option.of(
                edition.code() + "|" + edition.edition(),
                "%s, edition %s".formatted(edition.name(), edition.edition()),
                "%d lines in %d standards"
                        .formatted(
                                edition.criteria().count(), edition.standards().size()));
    }
}
