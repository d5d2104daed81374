package uk.goldenthread.assessments.web;

import java.util.List;
import uk.goldenthread.assessments.model.Question;
import uk.goldenthread.assessments.service.Reading;
import uk.goldenthread.shell.components.Link;

/// Where a short form is gone on with: its button says the line, for who was interrupted does not remember it.
final class NextQuestion {
    private NextQuestion() {}

    /// To the first line that still needs something; to the top where nothing was begun or nothing is left.
    static Link of(Reading.Whole whole) {
        var all = "/assessments/%d/standards/%s".formatted(whole.header().id(), AssessmentPages.ALL);
        var progress = whole.header().progress();
        if (progress.answered() == 0 && progress.carried() == 0) {
            return new Link("Answer", all);
        }
        var questions = AssessmentPages.seen(whole)
                .flatMap(standard -> AssessmentPages.questions(whole, standard))
                .toList();
        int next = next(whole, questions);
        return next < 0
                ? new Link("Look through the answers", all)
                : new Link(
                        "Carry on at %d of %d".formatted(next + 1, questions.size()),
                        all + "#" + questions.get(next).code());
    }

    private static int next(Reading.Whole whole, List<Question> questions) {
        for (int i = 0; i < questions.size(); i++) {
            var answer = whole.given().answer(questions.get(i).code());
            if (answer.value().isEmpty()
                    || answer.isToConfirm()
                    || whole.missing().stream()
                            .anyMatch(reason -> reason.field().startsWith(answer.code() + "."))) {
                return i;
            }
        }
        return -1;
    }
}
