package uk.goldenthread.returns;

import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;

/// Two people changed the same figures. Carries both versions field by field, so that the second can
/// choose; nothing of
/// either is lost.
public class ReturnConflict extends OptimisticLockingFailureException {
    private static final long serialVersionUID = 1L;

    private final long returnId;
    private final int version;
    private final transient List<Field> fields;

    ReturnConflict(long returnId, int version, List<Field> fields) {
        super("return %d changed since it was read".formatted(returnId));
        this.returnId = returnId;
        this.version = version;
        this.fields = List.copyOf(fields);
    }

    /// One field in both versions, as text.
    ///
    /// @param field `numerator`, `denominator`, `value`, `narrative` or `confidence`
    /// @param yours what the second person wanted to save
    /// @param theirs what is stored
    public record Field(String kpi, String name, String field, String yours, String theirs) {}

    public long returnId() {
        return returnId;
    }

    /// The stored version: what the second person has now seen.
    public int version() {
        return version;
    }

    public List<Field> fields() {
        return fields;
    }
}
