package uk.goldenthread.assessments.web;

import jakarta.servlet.http.HttpServletResponse;
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
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Notices;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.model.Answer;
import uk.goldenthread.assessments.model.Answer.Decision;
import uk.goldenthread.assessments.model.Answer.Origin;
import uk.goldenthread.assessments.service.AnswerConflict;
import uk.goldenthread.assessments.service.Answering;
import uk.goldenthread.assessments.service.Base;
import uk.goldenthread.assessments.service.CarryForward;
import uk.goldenthread.assessments.service.Reading;
import uk.goldenthread.assessments.service.Words;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.forms.FormPage;
import uk.goldenthread.shell.forms.SentBack;
import uk.goldenthread.shell.forms.TouchedFields;

/// Bringing last time's answers forward, and the walk through them: still true, changed, gone.
@Controller
class CarryController {
    private final CarryForward carry;
    private final Answering answering;
    private final AssessmentPages pages;

    CarryController(CarryForward carry, Answering answering, AssessmentPages pages) {
        this.carry = carry;
        this.answering = answering;
        this.pages = pages;
    }

    @PostMapping("/assessments/{id:\\d+}/carry")
    @Needs(Permission.ASSESSMENT_ANSWER)
    ModelAndView carry(Actor actor, @PathVariable long id, HttpServletResponse response) {
        return switch (carry.bring(actor, id)) {
            case Outcome.Accepted<Integer>(var count) -> {
                // The walk says itself how many came; a notice there would take the focus from its keys.
                if (count == 0) {
                    Notices.leave(response, "There was nothing to bring forward.");
                }
                yield new ModelAndView("redirect:/assessments/" + id + (count == 0 ? "" : "/walk"));
            }
            case Outcome.Refused<Integer>(var reasons) -> {
                var page = pages.page(actor, AsAt.PRESENT, id, FieldErrors.of(reasons));
                yield FormPage.refused("assessments/show", page);
            }
        };
    }

    @GetMapping("/assessments/{id:\\d+}/walk")
    @Needs(Permission.ASSESSMENT_ANSWER)
    ModelAndView walk(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String changed) {
        return page(actor, id, at, changed != null, SentBack.NOTHING);
    }

    @PostMapping("/assessments/{id:\\d+}/walk")
    @Needs(Permission.ASSESSMENT_ANSWER)
    ModelAndView decide(
            Actor actor,
            @PathVariable long id,
            @RequestParam String code,
            @RequestParam String decision,
            @RequestParam Map<String, String> fields) {
        var here = "redirect:/assessments/" + id + "/walk";
        var base = Base.seen(AnswerForm.version(fields));
        try {
            var outcome =
                    switch (decision) {
                        case "STILL_TRUE" -> answering.decide(actor, id, base, code, Decision.STILL_TRUE);
                        case "GONE" -> answering.decide(actor, id, base, code, Decision.GONE);
                        case "CHANGED" ->
                            fields.containsKey(code + ".value")
                                    ? answering.save(actor, id, base, AnswerForm.all(fields, TouchedFields.of(fields)))
                                    : null;
                        default -> throw new HiddenException();
                    };
            if (outcome == null) {
                return new ModelAndView("redirect:/assessments/%d/walk?changed&at=%s".formatted(id, code));
            }
            if (outcome instanceof Outcome.Refused<Answering.Saved>(var reasons)) {
                var refused = SentBack.of(fields, FieldErrors.of(reasons));
                return page(actor, id, code, true, refused);
            }
            return new ModelAndView(here);
        } catch (AnswerConflict conflict) {
            var refused = SentBack.of(
                    Map.of(),
                    FieldErrors.of(code + ".value", "Somebody else changed this answer. It is shown as it is now."));
            var view = page(actor, id, code, false, refused);
            view.setStatus(HttpStatus.CONFLICT);
            return view;
        }
    }

    private ModelAndView page(Actor actor, long id, @Nullable String at, boolean changing, SentBack refused) {
        var whole = pages.whole(actor, AsAt.PRESENT, id);
        var carried = whole.given().answers().values().stream()
                .filter(answer -> answer.origin().kind() == Origin.Kind.CARRIED)
                .toList();
        var open = carried.stream().filter(Answer::isToConfirm).toList();
        var shown = at == null
                ? open.stream().findFirst().orElse(null)
                : carried.stream()
                        .filter(answer -> answer.code().equals(at))
                        .findFirst()
                        .orElse(null);
        var can = AssessmentPages.can(actor, AsAt.PRESENT, whole);
        var done = carried.size() - open.size();
        var page = new WalkPage(
                id,
                whole.header().version(),
                whole.header().round().name(),
                whole.header().organisationName(),
                done,
                carried.size(),
                carried.isEmpty() ? 0 : 100 * done / carried.size(),
                shown == null || !can.answer() ? null : line(actor, whole, shown, refused),
                before(whole),
                shown == null ? "" : judged(whole, shown),
                changing || (shown != null && shown.origin().value().isEmpty()),
                skip(id, open, shown),
                refused.errors());
        return FormPage.of("assessments/walk", page, refused.errors());
    }

    private static String before(Reading.Whole whole) {
        var before = whole.before();
        return before == null ? "last time" : before.round().name();
    }

    private LinesPage.Line line(Actor actor, Reading.Whole whole, Answer answer, SentBack refused) {
        var question = java.util.Objects.requireNonNull(
                whole.given().asked().questions().get(answer.code()));
        var back = "/assessments/%d/walk?at=%s".formatted(whole.header().id(), answer.code());
        return new Lines(actor, pages.today(), whole, true, back, refused.typed()).line(question);
    }

    private static String judged(Reading.Whole whole, Answer answer) {
        var question = whole.given().asked().questions().get(answer.code());
        return question == null ? "" : Words.value(question, answer.origin().value());
    }

    private static @Nullable String skip(long id, List<Answer> open, @Nullable Answer shown) {
        if (shown == null) {
            return null;
        }
        var index = open.indexOf(shown);
        return index < 0 || index + 1 >= open.size()
                ? null
                : "/assessments/%d/walk?at=%s".formatted(id, open.get(index + 1).code());
    }
}
