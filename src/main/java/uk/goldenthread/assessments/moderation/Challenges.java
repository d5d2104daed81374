package uk.goldenthread.assessments.moderation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.AssessmentAgreed;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.AssessmentState;
import uk.goldenthread.assessments.model.AssessmentState.ActionPlanOpen;
import uk.goldenthread.assessments.model.AssessmentState.Agreed;
import uk.goldenthread.assessments.model.AssessmentState.InChallenge;
import uk.goldenthread.assessments.model.AssessmentState.Moderated;
import uk.goldenthread.assessments.model.Judgement.View;
import uk.goldenthread.assessments.model.Review;
import uk.goldenthread.assessments.service.AssessmentRules;
import uk.goldenthread.assessments.store.AssessmentWrites;
import uk.goldenthread.assessments.store.ModerationStore;
import uk.goldenthread.assessments.store.PlanStore;
import uk.goldenthread.assessments.store.ReviewStore;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.kernel.words.TypedWords;
import uk.goldenthread.shell.view.Dates;

/// What follows a judgement: the provider's reply, the challenge event, agreement, and the actions that end
/// it.
@Service
public class Challenges {
    private static final int LONGEST_ATTENDED = 2000;

    private final UnitOfWork work;
    private final Judging judging;
    private final AssessmentRules today;
    private final AssessmentWrites writes;
    private final ModerationStore store;
    private final ReviewStore reviews;
    private final PlanStore plans;
    private final Telling telling;

    Challenges(
            UnitOfWork work,
            Judging judging,
            AssessmentRules today,
            ReviewRules.Kept kept,
            PlanStore plans,
            Telling telling) {
        this.work = work;
        this.judging = judging;
        this.today = today;
        this.writes = kept.writes();
        this.store = kept.moderations();
        this.reviews = kept.reviews();
        this.plans = plans;
        this.telling = telling;
    }

    /// What was noted of a challenge event.
    ///
    /// @param heldOn null while not given
    /// @param question a further question to note; empty for none
    public record Note(@Nullable LocalDate heldOn, String attended, String outcome, String question, String answer) {}

    /// The provider replies to the judgement, once, within the days it has (BR-ASM-11). Nothing of the
    /// judgement changes by it.
    public Outcome<AssessmentState> reply(Actor actor, long id, String words) {
        return work.write(actor.scope(), () -> {
            var header = judging.header(actor, Permission.ASSESSMENT_ANSWER, id);
            var review = reviews.find(header.icb(), id).orElse(null);
            if (review == null || !(header.state() instanceof Moderated || header.state() instanceof InChallenge)) {
                return Outcome.refused(ReviewRules.wrongState(header.state(), "replied to"));
            }
            var text = TypedWords.plain(words);
            var reasons = new ArrayList<>(review.whyNoReply(today.today()));
            if (text.isEmpty()) {
                reasons.add(Reason.house("reply", "Write your reply."));
            }
            Reason.tooLong("reply", text, ReviewRules.LONGEST).ifPresent(reasons::add);
            return Outcome.unless(reasons, () -> {
                reviews.reply(header, text, actor.account(), today.now());
                telling.step(actor, header, "REPLIED", "");
                return header.state();
            });
        });
    }

    /// Takes a moderated assessment to the challenge event.
    public Outcome<AssessmentState> challenge(Actor actor, long id) {
        return work.write(actor.scope(), () -> {
            var header = judging.header(actor, Permission.ASSESSMENT_MODERATE, id);
            if (!(header.state() instanceof Moderated moderated)) {
                return Outcome.refused(ReviewRules.wrongState(header.state(), "taken to the challenge event"));
            }
            return moved(actor, header, moderated.challenge(), "CHALLENGED");
        });
    }

    /// Notes the challenge event: when, who took part by role, what was asked and answered, what came of
    /// it.
    ///
    /// @param seen the mark of the note as it was read: refused, with what somebody else wrote at its field, when
    /// it changed
    public Outcome<Review> note(Actor actor, long id, int seen, Note note) {
        return work.write(actor.scope(), () -> {
            var header = judging.header(actor, Permission.ASSESSMENT_MODERATE, id);
            var stored = reviews.find(header.icb(), id).orElse(null);
            if (stored == null || !(header.state() instanceof InChallenge)) {
                return Outcome.refused(ReviewRules.wrongState(header.state(), "noted"));
            }
            var after = noted(stored, note);
            var question = TypedWords.plain(note.question());
            var answer = TypedWords.plain(note.answer());
            var reasons = wrong(after, question, answer);
            if (seen != stored.eventMark()) {
                reasons.addAll(changedMeanwhile(stored, after));
            }
            return Outcome.unless(reasons, () -> {
                reviews.event(header, after);
                if (!question.isEmpty()) {
                    reviews.ask(header, question, answer, actor.account(), today.now());
                }
                telling.ledger("CHALLENGE_NOTED", header, java.util.Map.of());
                return after;
            });
        });
    }

    private static Review noted(Review stored, Note note) {
        return new Review(
                stored.assessment(),
                stored.notApplicableConfirmed(),
                stored.moderatedAt(),
                stored.replyUntil(),
                stored.reply(),
                stored.repliedAt(),
                note.heldOn(),
                TypedWords.plain(note.attended()),
                TypedWords.plain(note.outcome()),
                stored.version());
    }

    private static List<Reason> changedMeanwhile(Review stored, Review yours) {
        var reasons = new ArrayList<Reason>();
        var held = stored.heldOn();
        changed(reasons, "heldOn", held == null ? "" : Dates.day(held), stored.heldOn(), yours.heldOn());
        changed(reasons, "attended", stored.attended(), stored.attended(), yours.attended());
        changed(reasons, "outcome", stored.outcome(), stored.outcome(), yours.outcome());
        return reasons;
    }

    private static void changed(
            List<Reason> reasons, String field, String shown, @Nullable Object stored, @Nullable Object yours) {
        if (!java.util.Objects.equals(stored, yours)) {
            reasons.add(Reason.house(
                    field,
                    "Somebody else wrote meanwhile: %s. Save again to keep yours."
                            .formatted(shown.isEmpty() ? "nothing" : shown)));
        }
    }

    private List<Reason> wrong(Review after, String question, String answer) {
        var reasons = new ArrayList<Reason>();
        if (after.heldOn() != null && after.heldOn().isAfter(today.today())) {
            reasons.add(Reason.house("heldOn", "The event cannot have been held on a day to come."));
        }
        if (question.isEmpty() && !answer.isEmpty()) {
            reasons.add(Reason.house("question", "Write the question that this answers."));
        }
        Reason.tooLong("attended", after.attended(), LONGEST_ATTENDED).ifPresent(reasons::add);
        Reason.tooLong("outcome", after.outcome(), ReviewRules.LONGEST).ifPresent(reasons::add);
        Reason.tooLong("question", question, LONGEST_ATTENDED).ifPresent(reasons::add);
        Reason.tooLong("answer", answer, ReviewRules.LONGEST).ifPresent(reasons::add);
        return reasons;
    }

    /// Agrees: what was judged, or what the event settled instead, is accepted with its scores. Refused
    /// while
    /// the provider may still reply, and while the event is not written up.
    public Outcome<AssessmentState> agree(Actor actor, long id) {
        return work.write(actor.scope(), () -> {
            var open = judging.open(actor, Permission.ASSESSMENT_AGREE, id);
            var header = open.header();
            var review = open.review();
            var next =
                    switch (header.state()) {
                        case Moderated moderated -> moderated.agree();
                        case InChallenge challenge -> challenge.agree();
                        default -> null;
                    };
            if (next == null || review == null) {
                return Outcome.refused(ReviewRules.wrongState(header.state(), "agreed"));
            }
            var reasons = new ArrayList<Reason>();
            if (review.awaitsReply(today.today()) && review.replyUntil() != null) {
                reasons.add(new Reason(
                        "",
                        "The provider may reply until %s. Agree once it has, or after that day."
                                .formatted(Dates.day(review.replyUntil())),
                        Review.RIGHT_OF_REPLY));
            }
            if (header.state() instanceof InChallenge) {
                reasons.addAll(review.unfinishedEvent());
            } else if (plans.hasEvent(header.round().id())) {
                reasons.add(Reason.house("", "This round has a challenge event. Take the assessment there first."));
            }
            return Outcome.unless(reasons, () -> agreed(actor, header, next));
        });
    }

    private AssessmentState agreed(Actor actor, AssessmentHeader header, Agreed next) {
        store.accept(header);
        var after = judging.whole(header);
        writes.save(header.in(next), List.of(), List.of(after.card(View.ACCEPTED)));
        reviews.agree(header, actor.account(), today.now());
        telling.step(actor, header, "AGREED", "");
        telling.provider(header, "ASSESSMENT_AGREED", "The judgement of %s is agreed.", "agreed");
        telling.publish(new AssessmentAgreed(header.icb(), header.organisation(), header.id()));
        return next;
    }

    /// Opens the action plan of an agreed assessment. Refused where no action was proposed.
    public Outcome<AssessmentState> openPlan(Actor actor, long id) {
        return work.write(actor.scope(), () -> {
            var header = judging.header(actor, Permission.ASSESSMENT_AGREE, id);
            if (!(header.state() instanceof Agreed agreed)) {
                return Outcome.refused(ReviewRules.wrongState(header.state(), "opened for its actions"));
            }
            return plans.plan(header).all() == 0
                    ? Outcome.refused(List.of(Reason.house(
                            "", "No action hangs on this assessment. Propose one, or close the assessment.")))
                    : moved(actor, header, agreed.openPlan(), "PLAN_OPENED");
        });
    }

    /// Closes an agreed assessment. Refused while one of its actions is not verified.
    public Outcome<AssessmentState> close(Actor actor, long id) {
        return work.write(actor.scope(), () -> {
            var header = judging.header(actor, Permission.ASSESSMENT_AGREE, id);
            var next =
                    switch (header.state()) {
                        case Agreed agreed -> agreed.close();
                        case ActionPlanOpen plan -> plan.close();
                        default -> null;
                    };
            if (next == null) {
                return Outcome.refused(ReviewRules.wrongState(header.state(), "closed"));
            }
            var plan = plans.plan(header);
            if (plan.open() > 0) {
                return Outcome.refused(List.of(Reason.house(
                        "",
                        plan.open() == 1
                                ? "One of its actions is not verified yet."
                                : "%d of its actions are not verified yet.".formatted(plan.open()))));
            }
            return moved(actor, header, next, "CLOSED");
        });
    }

    private Outcome<AssessmentState> moved(Actor actor, AssessmentHeader header, AssessmentState next, String step) {
        writes.save(header.in(next), List.of(), List.of());
        telling.step(actor, header, step, "");
        return Outcome.accepted(next);
    }
}
