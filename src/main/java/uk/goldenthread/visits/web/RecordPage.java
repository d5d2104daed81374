package uk.goldenthread.visits.web;

import java.util.List;
import java.util.Map;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.visits.Template;
import uk.goldenthread.visits.store.VisitStore;

/// The form of a visit, part by part, saved as each field is left.
///
/// @param progress how many questions have a score
public record RecordPage(
        long id,
        String purpose,
        String provider,
        String progress,
        List<Template.Part> parts,
        Map<String, VisitStore.Answer> answers,
        List<Option> scores,
        String staff,
        String records,
        String sampleReason,
        Kept kept,
        FieldErrors errors) {
    /// For whom the browser keeps what it could not send yet, and for how many days; none for 0.
    public record Kept(int account, int days) {}

    /// How many questions of a part have a score.
    public long scored(Template.Part part) {
        return part.questions().stream()
                .filter(question -> !score(question.code()).isEmpty())
                .count();
    }

    /// The score of a question; empty while it has none.
    public String score(String question) {
        var answer = answers.get(question);
        return answer == null ? "" : answer.score();
    }

    /// The words written for a question.
    public String words(String question) {
        var answer = answers.get(question);
        return answer == null ? "" : answer.words();
    }
}
