package uk.goldenthread.assessments.service;

import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;

/// Two people changed the same answers. Carries both versions field by field, so that the second can
/// choose; nothing of
/// either is lost.
public class AnswerConflict extends OptimisticLockingFailureException {
    private static final long serialVersionUID = 1L;

    private final long assessment;
    private final int version;
    private final transient List<Field> fields;

    AnswerConflict(long assessment, int version, List<Field> fields) {
        super("assessment %d changed since version was read; it is now %d".formatted(assessment, version));
        this.assessment = assessment;
        this.version = version;
        this.fields = List.copyOf(fields);
    }

    /// One field in which they differ.
    ///
    /// @param field `value`, `words` or `reason`
    public record Field(String code, String field, String yours, String theirs) {}

    public long assessment() {
        return assessment;
    }

    /// The version to give with the choice.
    public int version() {
        return version;
    }

    public List<Field> fields() {
        return fields;
    }
}
