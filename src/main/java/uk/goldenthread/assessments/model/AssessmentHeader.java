package uk.goldenthread.assessments.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
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
        return new AssessmentHeader(
                id,
                icb,
                organisation,
                organisationCode,
                organisationName,
                round,
                kind,
                light,
                opensOn,
                dueOn,
                next,
                lead,
                answeredBy,
                next instanceof AssessmentState.WithApprover(var named) ? Integer.valueOf(named) : approver,
                handedBy,
                handedAt,
                submittedBy,
                submittedAt,
                progress,
                version);
    }

    /// The same after that person answered.
    public AssessmentHeader answered(int by, Progress counted) {
        var all = new HashSet<>(answeredBy);
        all.add(by);
        return new AssessmentHeader(
                id,
                icb,
                organisation,
                organisationCode,
                organisationName,
                round,
                kind,
                light,
                opensOn,
                dueOn,
                state instanceof AssessmentState.Answerable answerable ? answerable.answered() : state,
                lead,
                all,
                approver,
                handedBy,
                handedAt,
                submittedBy,
                submittedAt,
                counted,
                version);
    }

    /// The same with its answers counted anew, which nobody here gave.
    public AssessmentHeader counted(Progress counted) {
        return new AssessmentHeader(
                id,
                icb,
                organisation,
                organisationCode,
                organisationName,
                round,
                kind,
                light,
                opensOn,
                dueOn,
                state,
                lead,
                answeredBy,
                approver,
                handedBy,
                handedAt,
                submittedBy,
                submittedAt,
                counted,
                version);
    }

    /// The same, handed over by that person.
    public AssessmentHeader handed(int by, Instant at) {
        return new AssessmentHeader(
                id,
                icb,
                organisation,
                organisationCode,
                organisationName,
                round,
                kind,
                light,
                opensOn,
                dueOn,
                state,
                lead,
                answeredBy,
                approver,
                by,
                at,
                submittedBy,
                submittedAt,
                progress,
                version);
    }

    /// The same, signed by that person.
    public AssessmentHeader signed(int by, Instant at) {
        return new AssessmentHeader(
                id,
                icb,
                organisation,
                organisationCode,
                organisationName,
                round,
                kind,
                light,
                opensOn,
                dueOn,
                state,
                lead,
                answeredBy,
                approver,
                handedBy,
                handedAt,
                by,
                at,
                progress,
                version);
    }

    /// The same, shared out by that person.
    public AssessmentHeader ledBy(int account) {
        return new AssessmentHeader(
                id,
                icb,
                organisation,
                organisationCode,
                organisationName,
                round,
                kind,
                light,
                opensOn,
                dueOn,
                state,
                account,
                answeredBy,
                approver,
                handedBy,
                handedAt,
                submittedBy,
                submittedAt,
                progress,
                version);
    }
}
