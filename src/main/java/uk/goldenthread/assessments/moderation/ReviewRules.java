package uk.goldenthread.assessments.moderation;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.model.AssessmentState;
import uk.goldenthread.assessments.service.AssessmentRules;
import uk.goldenthread.assessments.store.AssessmentWrites;
import uk.goldenthread.assessments.store.ModerationStore;
import uk.goldenthread.assessments.store.ReviewStore;
import uk.goldenthread.kernel.calendar.WorkingDays;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.rulebook.Rules;

/// The numbers and words that judging needs.
@Component
class ReviewRules {
    /// The most characters of a comment.
    static final int LONGEST = 4000;

    /// How far a claim must lie above the judgement to count as over-rated (BR-ASM-5, W06), of 100.
    static final int OVER_RATED = 25;

    private final Rules rules;
    private final WorkingDays calendar;
    private final AssessmentRules today;

    ReviewRules(Rules rules, WorkingDays calendar, AssessmentRules today) {
        this.rules = rules;
        this.calendar = calendar;
        this.today = today;
    }

    /// Where judging is kept.
    @Component
    record Kept(AssessmentWrites writes, ModerationStore moderations, ReviewStore reviews) {}

    AssessmentRules today() {
        return today;
    }

    /// The last day on which the provider may reply to a judgement made today.
    LocalDate replyUntil() {
        var days = rules.now().settings(today.today()).integer("ASSESSMENT.reply");
        return calendar.workingDaysAfter(today.today(), days);
    }

    /// Fewer providers than this are not compared (BR-ACC-1).
    int leastCompared() {
        return rules.now().settings(today.today()).integer("COMPARE.minimum_providers");
    }

    /// Why this cannot be done now, and what would have to happen first.
    static List<Reason> wrongState(AssessmentState state, String done) {
        var why =
                switch (state) {
                    case AssessmentState.Issued _, AssessmentState.InProgress _ ->
                        "The provider has not handed this in yet.";
                    case AssessmentState.WithApprover _ -> "This waits for the provider's board to sign it.";
                    case AssessmentState.Returned _ -> "This was given back and waits for the provider.";
                    case AssessmentState.Submitted _ -> "Take this up first.";
                    case AssessmentState.UnderReview _ -> "This is still being judged. Finish the judgement first.";
                    case AssessmentState.Moderated _ -> "The judgement is finished.";
                    case AssessmentState.InChallenge _ -> "This is at its challenge event.";
                    case AssessmentState.Agreed _ -> "This was agreed.";
                    case AssessmentState.ActionPlanOpen _ -> "This was agreed, and its actions are being carried out.";
                    case AssessmentState.Closed _ -> "This is closed.";
                    case AssessmentState.Exempt _ -> "This organisation was left out of the round.";
                    case AssessmentState.NonReturn _ -> "This was never handed in.";
                };
        return List.of(Reason.house("", why + " So it cannot be %s now.".formatted(done)));
    }
}
