package uk.goldenthread.actions.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import uk.goldenthread.actions.ActionRegister;
import uk.goldenthread.actions.NewAction;
import uk.goldenthread.actions.Priority;
import uk.goldenthread.actions.Proof;
import uk.goldenthread.actions.web.ProposePage.Said;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.organisations.Directory;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldError;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.forms.FormPage;
import uk.goldenthread.shell.view.Dates;

/// Proposes an action: by the ICB to an organisation, or by an organisation to itself.
@Controller
class ProposeController {
    private final ActionRegister register;
    private final ActionReading reading;
    private final Asking asking;
    private final Directory directory;
    private final UnitOfWork work;

    ProposeController(
            ActionRegister register, ActionReading reading, Asking asking, Directory directory, UnitOfWork work) {
        this.register = register;
        this.reading = reading;
        this.asking = asking;
        this.directory = directory;
        this.work = work;
    }

    @GetMapping("/actions/new")
    @Needs(value = Permission.ACTION_PROPOSE, or = Permission.ACTION_WORK)
    ModelAndView form(Actor actor, @RequestParam MultiValueMap<String, String> typed) {
        return new ModelAndView("actions/propose", Map.of("page", page(actor, typed, FieldErrors.NONE)));
    }

    @PostMapping("/actions/new")
    @Needs(value = Permission.ACTION_PROPOSE, or = Permission.ACTION_WORK)
    ModelAndView propose(Actor actor, @RequestParam MultiValueMap<String, String> typed, HttpServletResponse response) {
        var asked = asking.find(actor, typed.getOrDefault("for", List.of()));
        var said = said(typed);
        var problems = new ArrayList<Reason>();
        var organisation = organisation(actor, said, asked, problems);
        var due = said.due().date();
        if (due.isEmpty()) {
            problems.add(Reason.house("due", "Enter a date, such as 27 3 2027."));
        }
        var outcome = !problems.isEmpty()
                ? Outcome.<Long>refused(problems)
                : register.propose(actor, wanted(organisation, said, due.orElseThrow(), asked));
        return switch (outcome) {
            case Outcome.Accepted<Long>(var id) -> {
                var own = organisation == actor.organisation();
                Notices.leave(
                        response, own ? "The action is open, and you own it." : "Proposed. The organisation answers.");
                var back = back(typed);
                yield new ModelAndView("redirect:" + (back == null ? "/actions/" + id : back));
            }
            case Outcome.Refused<Long>(var reasons) -> {
                var errors = new FieldErrors(reasons.stream()
                        .map(reason -> new FieldError(reason.field(), reason.message()))
                        .toList());
                yield FormPage.refused("actions/propose", page(actor, typed, errors));
            }
        };
    }

    private int organisation(Actor actor, Said said, List<Asking.Asked> asked, List<Reason> problems) {
        if (!actor.reachesWholeIcb()) {
            return actor.organisation();
        }
        var found = work.read(actor.scope(), () -> directory.byCode(said.organisation()));
        if (found.isEmpty()) {
            problems.add(Reason.house("organisation", "Choose the organisation that carries it out."));
            return 0;
        }
        var id = found.get().id();
        if (asked.stream().anyMatch(each -> each.organisation() != null && each.organisation() != id)) {
            problems.add(Reason.house("organisation", "What asks for it is another organisation's."));
        }
        return id;
    }

    private static NewAction wanted(int organisation, Said said, LocalDate due, List<Asking.Asked> asked) {
        var expects = new HashSet<Proof>();
        for (var proof : Proof.values()) {
            if (said.expects().contains(proof.name())) {
                expects.add(proof);
            }
        }
        return new NewAction(
                organisation,
                said.title(),
                said.outcome(),
                said.measure(),
                said.theme(),
                priority(said.priority()),
                said.critical(),
                expects,
                due,
                said.every().isEmpty() ? null : Integer.valueOf(ListAddress.number(said.every(), 0)),
                asked.stream().map(Asking.Asked::reference).toList());
    }

    private static Priority priority(String name) {
        return Arrays.stream(Priority.values())
                .filter(priority -> priority.name().equals(name))
                .findFirst()
                .orElse(Priority.MEDIUM);
    }

    private ProposePage page(Actor actor, MultiValueMap<String, String> typed, FieldErrors errors) {
        var sources = typed.getOrDefault("for", List.of());
        var asked = asking.find(actor, sources);
        var said = said(typed);
        var themes = new ArrayList<>(List.of(Option.of("", "None")));
        reading.themes(actor, AsAt.PRESENT).forEach((code, name) -> themes.add(Option.of(code, name)));
        return new ProposePage(
                !actor.reachesWholeIcb(),
                sources,
                asked.stream().map(Asking.Asked::words).toList(),
                back(typed),
                organisations(actor, asked),
                themes,
                Arrays.stream(Priority.values())
                        .map(each -> Option.of(each.name(), each.word()))
                        .toList(),
                Arrays.stream(Proof.values())
                        .map(each -> Option.of(
                                each.name(), "Evidence of " + each.word(), "For example " + each.examples() + "."))
                        .toList(),
                List.of(
                        Option.of("", "No"),
                        Option.of("1", "Every month"),
                        Option.of("3", "Every 3 months"),
                        Option.of("6", "Every 6 months"),
                        Option.of("12", "Every year")),
                "At the latest %s; for a critical criterion that is not met, %s."
                        .formatted(
                                Dates.day(reading.latestDue(actor, false)), Dates.day(reading.latestDue(actor, true))),
                said,
                errors);
    }

    private List<Option> organisations(Actor actor, List<Asking.Asked> asked) {
        if (!actor.reachesWholeIcb()) {
            return List.of();
        }
        var whose = asked.stream()
                .map(Asking.Asked::organisation)
                .filter(Objects::nonNull)
                .findFirst();
        var options = new ArrayList<Option>();
        work.read(actor.scope(), () -> directory.providersOf(actor.icb(), reading.today())).stream()
                .filter(each -> whose.isEmpty() || each.id() == whose.get())
                .forEach(each -> options.add(Option.of(each.code(), each.name())));
        if (whose.isEmpty()) {
            options.addFirst(Option.of("", "Choose"));
        }
        return options;
    }

    private static Said said(MultiValueMap<String, String> typed) {
        var fields = typed.toSingleValueMap();
        return new Said(
                text(fields, "organisation"),
                text(fields, "title"),
                text(fields, "outcome"),
                text(fields, "measure"),
                text(fields, "theme"),
                fields.getOrDefault("priority", "MEDIUM"),
                "true".equals(fields.get("critical")),
                Set.copyOf(new HashSet<>(typed.getOrDefault("expects", List.of()))),
                DateParts.typed(fields, "due"),
                text(fields, "every"));
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").strip();
    }

    /// Where the person came from: a page of our own, or nowhere.
    static @Nullable String back(MultiValueMap<String, String> typed) {
        var back = typed.getFirst("back");
        return back != null && back.matches("/[A-Za-z0-9][A-Za-z0-9/_.?=&#%-]{0,300}") ? back : null;
    }
}
