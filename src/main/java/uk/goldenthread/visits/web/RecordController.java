package uk.goldenthread.visits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import uk.goldenthread.shell.components.FieldError;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.forms.Autosaved;
import uk.goldenthread.shell.forms.TouchedFields;
import uk.goldenthread.visits.Recording;
import uk.goldenthread.visits.Template;
import uk.goldenthread.visits.VisitReading;
import uk.goldenthread.visits.Visits;
import uk.goldenthread.visits.model.Settled;
import uk.goldenthread.visits.model.TypedField;

/// The form that visitors fill in on their way round: each field is saved on the server as it is left;
/// what a bad line cannot take waits in the page and is sent again; whoever opens it again goes on where
/// anybody stopped.
@Controller
class RecordController {
    private static final String FIELD = "([A-Z]\\d{1,2}|AGAIN-\\d{1,14})\\.(score|words)|staff|records|sampleReason";
    private static final String BOTH = "Somebody else wrote here too. Their words stand above yours: look them over.";
    private static final String THEIRS =
            "Somebody else has answered this meanwhile, and theirs stays. Change it again if it is wrong.";
    /// A tab that was closed before the draft was written may still hold words, so the form stays open to read.
    private static final FieldErrors OVER = new FieldErrors(
            List.of(new FieldError(null, "What was seen can be changed until the draft report is written.")));
    private static final Map<String, String> NAMES =
            Map.of("staff", "how many staff", "records", "how many records", "sampleReason", "why they were fewer");
    private static final List<Option> SCORES =
            List.of(Option.of("MET", "Met"), Option.of("PARTLY", "Partly"), Option.of("NOT_SEEN", "Not seen"));

    private final VisitReading reading;
    private final Recording recording;

    RecordController(VisitReading reading, Recording recording) {
        this.reading = reading;
        this.recording = recording;
    }

    @GetMapping("/visits/{id:\\d+}/record")
    @Needs(Permission.VISIT_RECORD)
    ModelAndView form(Actor actor, @PathVariable long id) {
        return page(actor, id, TouchedFields.NOTHING, FieldErrors.NONE);
    }

    /// One field, as it is left: `E1.score`, `E1.words`, `staff`, `records`, `sampleReason`.
    @PostMapping("/visits/{id:\\d+}/field")
    @Needs(Permission.VISIT_RECORD)
    ResponseEntity<Autosaved> field(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String field,
            @RequestParam Map<String, String> sent) {
        var typed = new TypedField(field, sent.get("was." + field), sent.getOrDefault(field, ""));
        return switch (recording.save(actor, id, typed)) {
            case Outcome.Refused<Map<String, Settled>>(var reasons) -> Autosaved.refused(reasons);
            case Outcome.Accepted<Map<String, Settled>>(var fields) -> {
                var now = Objects.requireNonNull(fields.get(field));
                yield switch (now.how()) {
                    case BOTH -> Autosaved.together(reading.now(), now.value(), BOTH);
                    case THEIRS -> Autosaved.overtaken(now.value(), THEIRS);
                    case UNCHANGED, WRITTEN -> Autosaved.at(reading.now(), null);
                };
            }
        };
    }

    /// The whole form at once, where no script saves it.
    @PostMapping("/visits/{id:\\d+}/record")
    @Needs(Permission.VISIT_RECORD)
    ModelAndView all(
            Actor actor, @PathVariable long id, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        var touched = TouchedFields.of(sent);
        var fields = touched.typed().entrySet().stream()
                .filter(each -> each.getKey().matches(FIELD))
                .map(each -> new TypedField(each.getKey(), touched.was(each.getKey()), each.getValue()))
                .toList();
        return switch (recording.save(actor, id, fields)) {
            case Outcome.Refused<Map<String, Settled>>(var reasons) -> {
                var view = page(actor, id, touched, FieldErrors.of(reasons));
                view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield view;
            }
            case Outcome.Accepted<Map<String, Settled>>(var settled) -> {
                Notices.leave(response, sentence(settled));
                yield new ModelAndView("redirect:/visits/" + id);
            }
        };
    }

    private static String sentence(Map<String, Settled> settled) {
        var overtaken = settled.entrySet().stream()
                .filter(each -> each.getValue().overtaken())
                .map(each -> NAMES.getOrDefault(each.getKey(), each.getKey().replaceFirst("\\..*", "")))
                .distinct()
                .sorted()
                .toList();
        return overtaken.isEmpty()
                ? "What you wrote down is saved."
                : "What you wrote down is saved. Somebody else had answered %s meanwhile: their words stand above yours, and their choices and numbers stay."
                        .formatted(String.join(", ", overtaken));
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

    private ModelAndView page(Actor actor, long id, TouchedFields touched, FieldErrors errors) {
        var whole = reading.whole(actor, AsAt.PRESENT, id);
        var visit = whole.visit();
        var parts = new ArrayList<>(reading.template().parts());
        if (!whole.again().isEmpty()) {
            parts.addFirst(again(whole));
        }
        var now = fields(whole, parts);
        var shown = new HashMap<>(now);
        shown.putAll(touched.typed());
        var page = new RecordPage(
                id,
                visit.purpose(),
                visit.organisationName(),
                parts,
                shown,
                touched.shownAgain(now),
                SCORES,
                new RecordPage.Kept(actor.account(), reading.daysUnsentIsKept()),
                Visits.recording(visit) || errors.any() ? errors : OVER);
        return new ModelAndView("visits/record", Map.of("page", page));
    }

    /// What the fields of the form hold.
    private static Map<String, String> fields(VisitReading.Whole whole, List<Template.Part> parts) {
        var fields = new LinkedHashMap<String, String>();
        var sampled = whole.visit().happened().sampled();
        fields.put("staff", sampled.staff() == null ? "" : sampled.staff().toString());
        fields.put("records", sampled.records() == null ? "" : sampled.records().toString());
        fields.put("sampleReason", sampled.reason());
        for (var part : parts) {
            for (var question : part.questions()) {
                var answer = whole.answers().get(question.code());
                fields.put(question.code() + ".score", answer == null ? "" : answer.score());
                fields.put(question.code() + ".words", answer == null ? "" : answer.words());
            }
        }
        return fields;
    }
}
