package uk.goldenthread.assessments.moderation;

import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;

/// Two moderators changed the same judgement. Carries both versions, so that the second can choose; nothing
/// of either is lost.
public class JudgementConflict extends OptimisticLockingFailureException {
    private static final long serialVersionUID = 1L;

    private final int version;
    private final transient List<Field> fields;

    JudgementConflict(long assessment, int version, List<Field> fields) {
        super("judgements of assessment %d changed since they were read".formatted(assessment));
        this.version = version;
        this.fields = List.copyOf(fields);
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
}
