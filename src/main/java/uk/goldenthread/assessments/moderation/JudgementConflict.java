package uk.goldenthread.assessments.moderation;

import java.util.List;
import java.util.Map;
import org.springframework.dao.OptimisticLockingFailureException;
import uk.goldenthread.assessments.model.Question;
import uk.goldenthread.assessments.service.Words;

/// Two moderators changed the same judgement. Carries both versions, so that the second can choose; nothing
/// of either is lost.
public class JudgementConflict extends OptimisticLockingFailureException {
    private static final long serialVersionUID = 1L;

    private final int version;
    private final transient List<Field> fields;

    private final transient Map<String, Question> questions;

    JudgementConflict(Judging.Whole stored, List<Field> fields) {
        super("judgements of assessment %d changed since they were read"
                .formatted(stored.header().id()));
        this.version = stored.version();
        this.fields = List.copyOf(fields);
        this.questions = stored.asked().questions();
    }

    /// One field in which they differ.
    ///
    /// @param field `value` or `words`
    public record Field(String code, String field, String yours, String theirs) {}

    /// The version to give with the choice.
    public int version() {
        return version;
    }

    public List<Field> fields() {
        return fields;
    }

    /// What the other moderator gave, in words: "Mostly met" rather than the point's code.
    public String theirs(Field field) {
        var question = questions.get(field.code());
        return field.field().equals("value") && question != null
                ? Words.value(question, field.theirs())
                : field.theirs();
    }
}
