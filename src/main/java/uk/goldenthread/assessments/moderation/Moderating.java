package uk.goldenthread.assessments.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.AssessmentModerated;
import uk.goldenthread.assessments.model.AssessmentState;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.Judgement.View;
import uk.goldenthread.assessments.model.Moderation;
import uk.goldenthread.assessments.model.Review;
import uk.goldenthread.assessments.moderation.Judging.Whole;
import uk.goldenthread.assessments.service.AssessmentRules;
import uk.goldenthread.assessments.service.Typed;
import uk.goldenthread.assessments.store.AssessmentWrites;
import uk.goldenthread.assessments.store.ModerationStore;
import uk.goldenthread.assessments.store.ModerationStore.Judged;
import uk.goldenthread.assessments.store.ReviewStore;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.kernel.words.TypedWords;
import uk.goldenthread.shell.view.Dates;

/// The ICB judges what a provider claimed: takes it up, judges one criterion or many, gives it back or
/// finishes.
@Service
public class Moderating {
    private static final Clause NOT_ONES_OWN =
            new Clause("BR-ASM-11", "A claim and its judgement are two people's work");

    private final UnitOfWork work;
    private final Judging judging;
    private final ReviewRules rules;
    private final AssessmentRules today;
    private final AssessmentWrites writes;
    private final ModerationStore store;
    private final ReviewStore reviews;
    private final Telling telling;

    Moderating(UnitOfWork work, Judging judging, ReviewRules rules, ReviewRules.Kept kept, Telling telling) {
        this.work = work;
        this.judging = judging;
        this.rules = rules;
        this.today = rules.today();
        this.writes = kept.writes();
        this.store = kept.moderations();
        this.reviews = kept.reviews();
        this.telling = telling;
    }

    /// The version to give with the next change, and what the whole now scores in the ICB's view.
    public record Saved(int version) {}

    /// Takes up what was handed in, so that the provider sees it is being looked at.
    public Outcome<AssessmentState> takeUp(Actor actor, long id) {
        return work.write(actor.scope(), () -> {
            var header = judging.header(actor, Permission.ASSESSMENT_MODERATE, id);
            if (!(header.state() instanceof AssessmentState.Submitted submitted)) {
                return Outcome.refused(ReviewRules.wrongState(header.state(), "taken up"));
            }
            var own = notOnesOwn(actor, header.authors());
            if (!own.isEmpty()) {
                return Outcome.refused(own);
            }
            var next = submitted.review();
            writes.save(header.in(next), List.of(), List.of());
            reviews.takeUp(header, actor.account(), today.now());
            telling.step(actor, header, "TAKEN_UP", "");
            return Outcome.accepted(next);
        });
    }

    /// Keeps judgements, all or none. A field not named stays as it is. While it is moderated, they are the
    /// ICB's; at the challenge event they are what is agreed.
    ///
    /// @param base the review's version that the moderator had seen
    /// @param whole whether a comment that is needed must be there now, rather than before the end
    /// @throws JudgementConflict when somebody else changed the same judgement since `base`
    public Outcome<Saved> save(Actor actor, long id, int base, List<Typed> typed, boolean whole) {
        return work.write(actor.scope(), () -> {
            var open = judging.open(actor, Permission.ASSESSMENT_MODERATE, id);
            var atEvent = open.header().state() instanceof AssessmentState.InChallenge;
            if (!atEvent && !(open.header().state() instanceof AssessmentState.UnderReview)) {
                return Outcome.refused(ReviewRules.wrongState(open.header().state(), "judged"));
            }
            var reasons = new ArrayList<>(notOnesOwn(actor, open.header().authors()));
            var changed = new ArrayList<Judged>();
            for (var each : typed) {
                var criterion = open.criterion(each.code()).orElse(null);
                if (each.isUntouched() && open.version() > base) {
                    continue; // the page was made before, so what it shows here is perhaps not what is judged
                }
                if (criterion == null) {
                    reasons.add(Reason.house(each.code() + ".value", "%s is not asked here.".formatted(each.code())));
                } else {
                    add(
                            changed,
                            atEvent
                                    ? settled(actor, open, criterion, each, reasons)
                                    : judged(actor, open, criterion, each, whole, reasons));
                }
            }
            return Outcome.unless(reasons, () -> keep(actor, open, base, changed));
        });
    }

    private static void add(List<Judged> changed, @Nullable Judged judged) {
        if (judged != null) {
            changed.add(judged);
        }
    }

    private @Nullable Judged judged(
            Actor actor, Whole open, Criterion criterion, Typed typed, boolean whole, List<Reason> reasons) {
        var stored = open.moderations().get(criterion.code());
        var claim = open.claim(criterion);
        var value = cleaned(typed.value(), stored == null ? "" : stored.value());
        var words = cleaned(typed.words(), stored == null ? "" : stored.words());
        var faults = faults(criterion, value, words);
        reasons.addAll(faults);
        if (!faults.isEmpty() || (value.isEmpty() && words.isEmpty() && stored == null)) {
            return null;
        }
        var after = stored == null
                ? Moderation.of(claim, value, words, actor.account(), today.now())
                : stored.judged(claim, value, words, actor.account(), today.now());
        if (whole) {
            reasons.addAll(Moderation.uncommented(criterion, claim, after));
        }
        return new Judged(criterion, after);
    }

    private @Nullable Judged settled(Actor actor, Whole open, Criterion criterion, Typed typed, List<Reason> reasons) {
        var stored = open.moderations().get(criterion.code());
        if (stored == null) {
            reasons.add(Reason.house(criterion.code() + ".value", "This was not judged, so nothing is agreed on it."));
            return null;
        }
        var value = cleaned(typed.value(), stored.settled());
        var words = cleaned(typed.words(), stored.acceptedWords());
        var faults = faults(criterion, value, words);
        if (!value.equals(stored.value()) && words.isBlank()) {
            faults.add(new Reason(
                    criterion.code() + ".words",
                    "Say why what was agreed on %s differs from the judgement.".formatted(criterion.code()),
                    Moderation.NEEDS_COMMENT));
        }
        reasons.addAll(faults);
        return faults.isEmpty()
                ? new Judged(criterion, stored.agreed(value, words, actor.account(), today.now()))
                : null;
    }

    private static List<Reason> faults(Criterion criterion, String value, String words) {
        var faults = new ArrayList<Reason>();
        if (!value.isEmpty() && !criterion.rated().kind().accepts(value)) {
            faults.add(Reason.house(criterion.code() + ".value", "Choose one of the answers offered."));
        }
        Reason.tooLong(criterion.code() + ".words", words, ReviewRules.LONGEST).ifPresent(faults::add);
        return faults;
    }

    private Saved keep(Actor actor, Whole open, int base, List<Judged> typed) {
        var changed = typed.stream()
                .filter(each -> !same(
                        each.moderation(),
                        open.moderations().get(each.moderation().code())))
                .toList();
        var conflicting = new ArrayList<JudgementConflict.Field>();
        for (var each : changed) {
            var stored = open.moderations().get(each.moderation().code());
            if (stored != null && stored.version() > base && stored.by() != actor.account()) {
                conflicting.addAll(between(each.moderation(), stored));
            }
        }
        if (!conflicting.isEmpty()) {
            throw new JudgementConflict(open, conflicting);
        }
        if (changed.isEmpty()) {
            return new Saved(Math.min(base, open.version()));
        }
        store.save(open.header(), open.version(), changed);
        telling.ledger(
                "ANSWERS_JUDGED",
                open.header(),
                Map.of(
                        "criteria",
                        changed.stream().map(each -> each.moderation().code()).toList()));
        // Somebody who has not seen another's change keeps the version they have seen.
        return new Saved(base == open.version() ? base + 1 : base);
    }

    private static boolean same(Moderation after, @Nullable Moderation stored) {
        return stored != null
                && after.value().equals(stored.value())
                && after.words().equals(stored.words())
                && after.settled().equals(stored.settled())
                && after.acceptedWords().equals(stored.acceptedWords())
                && after.claimed().equals(stored.claimed());
    }

    private static List<JudgementConflict.Field> between(Moderation yours, Moderation theirs) {
        var fields = new ArrayList<JudgementConflict.Field>();
        differ(fields, yours.code(), "value", yours.value(), theirs.value());
        differ(fields, yours.code(), "words", yours.words(), theirs.words());
        differ(fields, yours.code(), "value", yours.settled(), theirs.settled());
        differ(fields, yours.code(), "words", yours.acceptedWords(), theirs.acceptedWords());
        return fields.stream().distinct().toList();
    }

    private static void differ(
            List<JudgementConflict.Field> fields, String code, String field, String yours, String theirs) {
        if (!yours.equals(theirs)) {
            fields.add(new JudgementConflict.Field(code, field, yours, theirs));
        }
    }

    /// Gives it back to the provider to be put right; what was judged so far is kept, unseen by the
    /// provider.
    public Outcome<AssessmentState> giveBack(Actor actor, long id, String reason) {
        return work.write(actor.scope(), () -> {
            var header = judging.header(actor, Permission.ASSESSMENT_MODERATE, id);
            if (!(header.state() instanceof AssessmentState.WithIcb withIcb)) {
                return Outcome.refused(ReviewRules.wrongState(header.state(), "given back"));
            }
            return withIcb.giveBack(TypedWords.plain(reason)).map(next -> {
                writes.save(header.in(next), List.of(), List.of());
                telling.step(actor, header, "RETURNED", TypedWords.plain(reason));
                telling.provider(
                        header,
                        "ASSESSMENT_RETURNED",
                        "%s was given back to you to be put right.",
                        "returned/" + header.version());
                return next;
            });
        });
    }

    /// Ends moderation: the judgement stands beside the claim, with its scores, and the provider may reply.
    /// Refused with everything that is missing.
    ///
    /// @param confirmed whether the moderator confirms that more than a fifth does not apply
    public Outcome<AssessmentState> finish(Actor actor, long id, boolean confirmed) {
        return work.write(actor.scope(), () -> {
            var open = judging.open(actor, Permission.ASSESSMENT_MODERATE, id);
            var header = open.header();
            if (!(header.state() instanceof AssessmentState.UnderReview review)) {
                return Outcome.refused(ReviewRules.wrongState(header.state(), "finished"));
            }
            var missing = new ArrayList<>(notOnesOwn(actor, header.authors()));
            missing.addAll(Judging.missing(open));
            var much = Review.isMuch(open.leftOut(), open.criteria().size());
            if (much && !confirmed) {
                missing.add(new Reason(
                        "notApplicable",
                        "%d of %d criteria are said not to apply. Confirm that you agree."
                                .formatted(open.leftOut(), open.criteria().size()),
                        Review.MUCH_LEFT_OUT));
            }
            return review.moderated(missing).map(next -> {
                writes.save(header.in(next), List.of(), List.of(open.card(View.MODERATED)));
                var until = rules.replyUntil();
                reviews.finish(header, much && confirmed, actor.account(), today.now(), until);
                store.stand(header);
                telling.step(actor, header, "MODERATED", "");
                telling.provider(
                        header,
                        "ASSESSMENT_MODERATED",
                        "The ICB has judged %s. You may reply until " + Dates.day(until) + ".",
                        "moderated/" + header.version());
                telling.publish(new AssessmentModerated(
                        header.icb(), header.organisation(), id, open.overRated(ReviewRules.OVER_RATED)));
                return next;
            });
        });
    }

    private static List<Reason> notOnesOwn(Actor actor, java.util.Set<Integer> authors) {
        return authors.contains(actor.account())
                ? List.of(new Reason("", "You answered part of this, so another person has to judge it.", NOT_ONES_OWN))
                : List.of();
    }

    private static String cleaned(@Nullable String typed, String stored) {
        return typed == null ? stored : TypedWords.plain(typed);
    }
}
