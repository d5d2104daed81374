package uk.goldenthread.assessments.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One organisation's part of a round, without its answers.
///
/// @param kind of organisation as frameworks name it: `TRUST`, `GP`
/// @param light whether it is asked the short profile
/// @param opensOn from when it may be answered
/// @param dueOn this organisation's own due date, which an extension moves
/// @param lead who shares it out; null while nobody does
/// @param answeredBy the accounts of all who answered any of it
/// @param submittedAt when it was signed for the board; null until then
public record AssessmentHeader(
        long id,
        int icb,
        int organisation,
        String organisationCode,
        String organisationName,
        Round round,
        String kind,
        boolean light,
        LocalDate opensOn,
        LocalDate dueOn,
        AssessmentState state,
        @Nullable Integer lead,
        Set<Integer> answeredBy,
        @Nullable Integer approver,
        @Nullable Integer handedBy,
        @Nullable Instant handedAt,
        @Nullable Integer submittedBy,
        @Nullable Instant submittedAt,
        Progress progress,
        int version) {
    /// Copies the accounts in.
    public AssessmentHeader {
        answeredBy = Set.copyOf(answeredBy);
    }

    /// What of its round an assessment needs.
    public record Round(long id, String name, String framework, String edition, CutOffs cutOffs) {}

    /// Everybody who may not sign: all who answered, and who handed it over.
    public Set<Integer> authors() {
        var authors = new HashSet<>(answeredBy);
        if (handedBy != null) {
            authors.add(handedBy);
        }
        return authors;
    }

    /// The same in another state.
    public AssessmentHeader in(AssessmentState next) {
        return with(changed -> {
            changed.state = next;
            if (next instanceof AssessmentState.WithApprover(var named)) {
                changed.approver = named;
            }
        });
    }

    /// The same after that person answered.
    public AssessmentHeader answered(int by, Progress counted) {
        return with(changed -> {
            changed.state = state instanceof AssessmentState.Answerable answerable ? answerable.answered() : state;
            changed.answeredBy.add(by);
            changed.progress = counted;
        });
    }

    /// The same with its answers counted anew, which nobody here gave.
    public AssessmentHeader counted(Progress counted) {
        return with(changed -> changed.progress = counted);
    }

    /// The same, handed over by that person.
    public AssessmentHeader handed(int by, Instant at) {
        return with(changed -> {
            changed.handedBy = by;
            changed.handedAt = at;
        });
    }

    /// The same, signed by that person.
    public AssessmentHeader signed(int by, Instant at) {
        return with(changed -> {
            changed.submittedBy = by;
            changed.submittedAt = at;
        });
    }

    /// The same, shared out by that person.
    public AssessmentHeader ledBy(int account) {
        return with(changed -> changed.lead = account);
    }

    private AssessmentHeader with(Consumer<Changed> change) {
        var changed = new Changed(this);
        change.accept(changed);
        return changed.of(this);
    }

    /// What of an assessment may change, while a copy is made.
    private static final class Changed {
        private AssessmentState state;
        private @Nullable Integer lead;
        private final Set<Integer> answeredBy;
        private @Nullable Integer approver;
        private @Nullable Integer handedBy;
        private @Nullable Instant handedAt;
        private @Nullable Integer submittedBy;
        private @Nullable Instant submittedAt;
        private Progress progress;

        Changed(AssessmentHeader from) {
            state = from.state;
            lead = from.lead;
            answeredBy = new HashSet<>(from.answeredBy);
            approver = from.approver;
            handedBy = from.handedBy;
            handedAt = from.handedAt;
            submittedBy = from.submittedBy;
            submittedAt = from.submittedAt;
            progress = from.progress;
        }

        AssessmentHeader of(AssessmentHeader from) {
            return new AssessmentHeader(
                    from.id,
                    from.icb,
                    from.organisation,
                    from.organisationCode,
                    from.organisationName,
                    from.round,
                    from.kind,
                    from.light,
                    from.opensOn,
                    from.dueOn,
                    state,
                    lead,
                    answeredBy,
                    approver,
                    handedBy,
                    handedAt,
                    submittedBy,
                    submittedAt,
                    progress,
                    from.version);
        }
    }
}
