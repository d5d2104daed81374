package uk.goldenthread.visits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.view.Dates;
import uk.goldenthread.visits.Template;
import uk.goldenthread.visits.VisitReading;
import uk.goldenthread.visits.Visits;
import uk.goldenthread.visits.model.VisitState;

/// The form that visitors fill in on their way round: each field is saved on the server as it is left;
/// what a bad line cannot take waits in the page and is sent again; whoever opens it again goes on where
/// anybody stopped.
@Controller
class RecordController {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.UK);
    private static final List<Option> SCORES =
            List.of(Option.of("MET", "Met"), Option.of("PARTLY", "Partly"), Option.of("NOT_SEEN", "Not seen"));

    private final VisitReading reading;
    private final Visits visits;

    RecordController(VisitReading reading, Visits visits) {
        this.reading = reading;
        this.visits = visits;
    }

    /// What the page's script is told.
    record Autosaved(@Nullable String savedAt, @Nullable String message) {}

    @GetMapping("/visits/{id:\\d+}/record")
    @Needs(Permission.VISIT_RECORD)
    ModelAndView form(Actor actor, @PathVariable long id) {
        return page(actor, id, FieldErrors.NONE);
    }

    /// One field, as it is left: `E1.score`, `E1.words`, `staff`, `records`, `sampleReason`.
    @PostMapping("/visits/{id:\\d+}/field")
    @Needs(Permission.VISIT_RECORD)
    ResponseEntity<Autosaved> field(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String field,
            @RequestParam Map<String, String> typed) {
        var outcome = save(actor, id, field, typed.getOrDefault(field, ""));
        return outcome.isAccepted()
                ? ResponseEntity.ok(new Autosaved(TIME.format(LocalTime.ofInstant(reading.now(), Dates.LONDON)), null))
                : ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .body(new Autosaved(null, outcome.reasons().getFirst().message()));
    }

    /// The whole form at once, where no script saves it.
    @PostMapping("/visits/{id:\\d+}/record")
    @Needs(Permission.VISIT_RECORD)
    ModelAndView all(
            Actor actor, @PathVariable long id, @RequestParam Map<String, String> typed, HttpServletResponse response) {
        var reasons = new ArrayList<Reason>();
        typed.forEach((name, value) -> {
            if (name.matches("([A-Z]\\d{1,2}|AGAIN-\\d{1,14})\\.(score|words)|staff|records|sampleReason")) {
                reasons.addAll(save(actor, id, name, value).reasons());
            }
        });
        if (reasons.isEmpty()) {
            Notices.leave(response, "What you wrote down is saved.");
            return new ModelAndView("redirect:/visits/" + id);
        }
        var view = page(actor, id, Forms.errors(reasons));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private Outcome<Long> save(Actor actor, long id, String field, String value) {
        var dot = field.indexOf('.');
        if (dot > 0) {
            var question = field.substring(0, dot);
            var score = field.endsWith(".score");
            return visits.record(actor, id, question, score ? value : null, score ? null : value);
        }
        var sampled = reading.whole(actor, AsAt.PRESENT, id).visit().happened().sampled();
        var number = Forms.number(value);
        if (!field.equals("sampleReason") && number != null && (number < 0 || number > 999)) {
            return Outcome.refused(List.of(Reason.house(field, "Enter a whole number up to 999.")));
        }
        return switch (field) {
            case "staff" ->
                visits.sampled(actor, id, new VisitState.Sampled(number, sampled.records(), sampled.reason()));
            case "records" ->
                visits.sampled(actor, id, new VisitState.Sampled(sampled.staff(), number, sampled.reason()));
            case "sampleReason" ->
                visits.sampled(actor, id, new VisitState.Sampled(sampled.staff(), sampled.records(), value));
            default -> Outcome.refused(List.of(Reason.house("", "There is no such field.")));
        };
    }

    /// What the visit before found, as questions: whether it is put right.
    private static Template.Part again(VisitReading.Whole whole) {
        return new Template.Part(
                "AGAIN",
                "To look at again",
                false,
                whole.again().stream()
                        .map(each -> new Template.Question(
                                each.finding().again(),
                                "Put right: " + each.finding().words(),
                                null))
                        .toList());
    }

    /// A score in words.
    static String words(String score) {
        return SCORES.stream()
                .filter(each -> each.value().equals(score))
                .findFirst()
                .map(Option::text)
                .orElse(score);
    }

    private ModelAndView page(Actor actor, long id, FieldErrors errors) {
        var whole = reading.whole(actor, AsAt.PRESENT, id);
        var visit = whole.visit();
        if (!Visits.recording(visit)) {
            return new ModelAndView("redirect:/visits/" + id);
        }
        var sampled = visit.happened().sampled();
        var parts = new ArrayList<>(reading.template().parts());
        if (!whole.again().isEmpty()) {
            parts.addFirst(again(whole));
        }
        var scored = whole.answers().values().stream()
                .filter(answer -> !answer.score().isEmpty())
                .count();
        var page = new RecordPage(
                id,
                visit.purpose(),
                visit.organisationName(),
                "%d of %d questions have a score."
                        .formatted(
                                scored,
                                reading.template().size() + whole.again().size()),
                parts,
                whole.answers(),
                SCORES,
                sampled.staff() == null ? "" : sampled.staff().toString(),
                sampled.records() == null ? "" : sampled.records().toString(),
                sampled.reason(),
                new RecordPage.Kept(actor.account(), reading.daysUnsentIsKept()),
                errors);
        return new ModelAndView("visits/record", Map.of("page", page));
    }
}
