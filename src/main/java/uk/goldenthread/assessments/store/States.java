package uk.goldenthread.assessments.store;

import uk.goldenthread.assessments.model.AssessmentState;
import uk.goldenthread.assessments.model.AssessmentState.ActionPlanOpen;
import uk.goldenthread.assessments.model.AssessmentState.Agreed;
import uk.goldenthread.assessments.model.AssessmentState.Closed;
import uk.goldenthread.assessments.model.AssessmentState.Exempt;
import uk.goldenthread.assessments.model.AssessmentState.InChallenge;
import uk.goldenthread.assessments.model.AssessmentState.InProgress;
import uk.goldenthread.assessments.model.AssessmentState.Issued;
import uk.goldenthread.assessments.model.AssessmentState.Moderated;
import uk.goldenthread.assessments.model.AssessmentState.NonReturn;
import uk.goldenthread.assessments.model.AssessmentState.Returned;
import uk.goldenthread.assessments.model.AssessmentState.Submitted;
import uk.goldenthread.assessments.model.AssessmentState.UnderReview;
import uk.goldenthread.assessments.model.AssessmentState.WithApprover;

/// States as the database names them.
public final class States {
    private States() {}

    /// What is stored for a state.
    public static String name(AssessmentState state) {
        return switch (state) {
            case Issued _ -> "ISSUED";
            case InProgress _ -> "IN_PROGRESS";
            case WithApprover _ -> "WITH_APPROVER";
            case Submitted _ -> "SUBMITTED";
            case UnderReview _ -> "UNDER_REVIEW";
            case Returned _ -> "RETURNED";
            case Moderated _ -> "MODERATED";
            case InChallenge _ -> "IN_CHALLENGE";
            case Agreed _ -> "AGREED";
            case ActionPlanOpen _ -> "ACTION_PLAN_OPEN";
            case Closed _ -> "CLOSED";
            case Exempt _ -> "EXEMPT";
            case NonReturn _ -> "NON_RETURN";
        };
    }

    /// The state of a stored name.
    ///
    /// @param approver the account stored beside it
    static AssessmentState state(String name, int approver) {
        return switch (name) {
            case "ISSUED" -> new Issued();
            case "IN_PROGRESS" -> new InProgress();
            case "WITH_APPROVER" -> new WithApprover(approver);
            case "SUBMITTED" -> new Submitted();
            case "UNDER_REVIEW" -> new UnderReview();
            case "RETURNED" -> new Returned();
            case "MODERATED" -> new Moderated();
            case "IN_CHALLENGE" -> new InChallenge();
            case "AGREED" -> new Agreed();
            case "ACTION_PLAN_OPEN" -> new ActionPlanOpen();
            case "CLOSED" -> new Closed();
            case "EXEMPT" -> new Exempt();
            case "NON_RETURN" -> new NonReturn();
            default -> throw new IllegalStateException("no state " + name);
        };
    }
}
