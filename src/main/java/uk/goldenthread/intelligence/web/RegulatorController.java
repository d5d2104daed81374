package uk.goldenthread.intelligence.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Notices;
import uk.goldenthread.access.Permission;
import uk.goldenthread.intelligence.Intelligence;
import uk.goldenthread.intelligence.Published;
import uk.goldenthread.intelligence.Regulator;
import uk.goldenthread.kernel.regulator.Grade;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.forms.FormPage;
import uk.goldenthread.shell.view.Dates;

/// What the Care Quality Commission published of the ICB's providers.
@Controller
class RegulatorController {
    private final Regulator regulator;
    private final Intelligence intelligence;

    RegulatorController(Regulator regulator, Intelligence intelligence) {
        this.regulator = regulator;
        this.intelligence = intelligence;
    }

    @GetMapping("/intelligence/regulator")
    @Needs(Permission.INTELLIGENCE_VIEW)
    ModelAndView list(Actor actor, AsAt asAt) {
        var published = regulator.published(actor, asAt);
        var records = actor.may(Permission.INTELLIGENCE_RECORD);
        var inForce = published.notices().stream()
                .filter(notice -> notice.lifted() == null)
                .count();
        var page = new RegulatorPage(
                "%d %s in force; %d %s written down."
                        .formatted(
                                inForce,
                                inForce == 1 ? "warning notice" : "warning notices",
                                published.ratings().size(),
                                published.ratings().size() == 1 ? "rating" : "ratings"),
                records,
                List.of(Column.text("Provider"), Column.text("Published"), Column.text("Overall"), Column.text("Safe")),
                published.ratings().stream().map(RegulatorController::row).toList(),
                List.of(Column.text("Provider"), Column.text("Served"), Column.text("About"), Column.text("In force")),
                published.notices().stream()
                        .map(notice -> row(notice, records && !asAt.isPast()))
                        .toList());
        return new ModelAndView("intelligence/regulator", Map.of("page", page));
    }

    private static List<Cell> row(Published.Rating rating) {
        return List.of(
                Cell.naming(rating.provider()),
                Cell.of(Dates.day(rating.published())),
                Cell.of(words(rating.overall())),
                Cell.of(words(rating.safe())));
    }

    private static String words(@Nullable Grade grade) {
        return grade == null ? "Not rated" : grade.words();
    }

    private static List<Cell> row(Published.Notice notice, boolean lifts) {
        var lifted = notice.lifted();
        return List.of(
                Cell.naming(notice.provider()),
                Cell.of(Dates.day(notice.published())),
                Cell.of(notice.about()),
                lifted != null
                        ? Cell.of("Lifted on " + Dates.day(lifted))
                        : lifts
                                ? Cell.link("In force: lift it", "/intelligence/regulator/" + notice.id())
                                : Cell.of("In force"));
    }

    @GetMapping("/intelligence/regulator/new")
    @Needs(Permission.INTELLIGENCE_RECORD)
    ModelAndView form(Actor actor, @RequestParam Map<String, String> typed) {
        return form(actor, typed, FieldErrors.NONE);
    }

    private ModelAndView form(Actor actor, Map<String, String> typed, FieldErrors errors) {
        var providers = new ArrayList<Option>();
        providers.add(Option.of("", "Choose"));
        intelligence.providers(actor).forEach(each -> providers.add(Option.of(each.code(), each.name())));
        var grades = new ArrayList<Option>();
        grades.add(Option.of("", "Not rated"));
        Arrays.stream(Grade.values()).forEach(grade -> grades.add(Option.of(grade.name(), grade.words())));
        var page = new RecordPage(providers, grades, List.of(), typed, DateParts.typed(typed, "published"), errors);
        return FormPage.of("intelligence/publish", page, errors);
    }

    @PostMapping("/intelligence/regulator/new")
    @Needs(Permission.INTELLIGENCE_RECORD)
    ModelAndView add(Actor actor, @RequestParam Map<String, String> typed, HttpServletResponse response) {
        var outcome = regulator.add(
                actor,
                new Regulator.New(
                        typed.getOrDefault("provider", ""),
                        "NOTICE".equals(typed.get("kind")),
                        DateParts.typed(typed, "published").date().orElse(null),
                        typed.getOrDefault("overall", ""),
                        typed.getOrDefault("safe", ""),
                        typed.getOrDefault("about", "")));
        if (outcome.isAccepted()) {
            Notices.leave(response, "Written down.");
            return new ModelAndView("redirect:/intelligence/regulator");
        }
        return form(actor, typed, FieldErrors.of(outcome.reasons()));
    }

    @GetMapping("/intelligence/regulator/{id:\\d+}")
    @Needs(Permission.INTELLIGENCE_RECORD)
    ModelAndView notice(Actor actor, @PathVariable long id) {
        return notice(actor, id, DateParts.BLANK, FieldErrors.NONE);
    }

    private ModelAndView notice(Actor actor, long id, DateParts on, FieldErrors errors) {
        var notice = regulator.notice(actor, AsAt.PRESENT, id);
        var view = new ModelAndView(
                "intelligence/lift",
                Map.of("notice", notice, "served", Dates.day(notice.published()), "on", on, "errors", errors));
        if (errors.any()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    @PostMapping("/intelligence/regulator/{id:\\d+}")
    @Needs(Permission.INTELLIGENCE_RECORD)
    ModelAndView lift(
            Actor actor, @PathVariable long id, @RequestParam Map<String, String> typed, HttpServletResponse response) {
        var on = DateParts.typed(typed, "on");
        var outcome = regulator.lift(actor, id, on.date().orElse(null));
        if (outcome.isAccepted()) {
            Notices.leave(response, "Noted: the notice was lifted.");
            return new ModelAndView("redirect:/intelligence/regulator");
        }
        return notice(actor, id, on, FieldErrors.of(outcome.reasons()));
    }
}
