package uk.goldenthread.concerns.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
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
import uk.goldenthread.concerns.Signals;
import uk.goldenthread.concerns.store.QuestionStore.Question;
import uk.goldenthread.shell.components.FieldError;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.forms.FormPage;
import uk.goldenthread.shell.view.Dates;

/// What the ICB asks a provider about its signals, and the provider's answers.
@Controller
class QuestionsController {
    private final Signals signals;

    QuestionsController(Signals signals) {
        this.signals = signals;
    }

    @GetMapping("/signals/questions")
    @Needs(Permission.SIGNAL_ANSWER)
    ModelAndView show(Actor actor) {
        return page(actor, 0, null, FieldErrors.NONE);
    }

    @PostMapping("/signals/questions/{id:\\d+}/answer")
    @Needs(Permission.SIGNAL_ANSWER)
    ModelAndView answer(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String answer,
            HttpServletResponse response) {
        var done = signals.answer(actor, id, answer);
        if (done.isAccepted()) {
            Notices.leave(response, "Your answer has gone to the ICB.");
            return new ModelAndView("redirect:/signals/questions");
        }
        var errors = new FieldErrors(done.reasons().stream()
                .map(reason -> new FieldError(reason.field().isEmpty() ? null : "answer-" + id, reason.message()))
                .toList());
        return page(actor, id, answer, errors);
    }

    private ModelAndView page(Actor actor, long refused, @Nullable String typed, FieldErrors errors) {
        var questions = signals.questionsToMe(actor);
        var open = questions.stream()
                .filter(put -> put.question().answer() == null)
                .map(put -> open(put, put.question().id() == refused ? typed : null))
                .toList();
        var answered = questions.stream()
                .map(Signals.Put::question)
                .filter(question -> question.answer() != null)
                .map(QuestionsController::answered)
                .toList();
        var state = open.isEmpty()
                ? "Nothing waits for an answer."
                : open.size() == 1 ? "1 question waits for an answer." : open.size() + " questions wait for an answer.";
        return FormPage.of("concerns/questions", new QuestionsPage(state, open, answered, errors), errors);
    }

    private static QuestionsPage.Open open(Signals.Put put, @Nullable String typed) {
        var question = put.question();
        return new QuestionsPage.Open(
                question.id(),
                question.question(),
                question.about(),
                Dates.day(question.askedOn()),
                Dates.day(put.answerBy()),
                typed);
    }

    private static QuestionsPage.Answered answered(Question question) {
        var on = question.answeredOn();
        return new QuestionsPage.Answered(
                question.question(), String.valueOf(question.answer()), on == null ? "" : Dates.day(on));
    }
}
