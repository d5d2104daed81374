package uk.goldenthread.assessments.moderation.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.model.AssessmentState;
import uk.goldenthread.assessments.model.AssessmentState.ActionPlanOpen;
import uk.goldenthread.assessments.model.AssessmentState.Agreed;
import uk.goldenthread.assessments.model.AssessmentState.InChallenge;
import uk.goldenthread.assessments.model.AssessmentState.Moderated;
import uk.goldenthread.assessments.model.AssessmentState.Submitted;
import uk.goldenthread.assessments.model.AssessmentState.UnderReview;
import uk.goldenthread.assessments.model.Claims;
import uk.goldenthread.assessments.model.FrameworkEdition.Standard;
import uk.goldenthread.assessments.model.Judgement.View;
import uk.goldenthread.assessments.model.Review;
import uk.goldenthread.assessments.model.Scoring;
import uk.goldenthread.assessments.moderation.Judging.Whole;
import uk.goldenthread.assessments.moderation.ResultsExport;
import uk.goldenthread.assessments.moderation.SideBySide;
import uk.goldenthread.assessments.service.AssessmentRules;
import uk.goldenthread.assessments.service.Words;
import uk.goldenthread.assessments.store.States;
import uk.goldenthread.database.Scope;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.Task;
import uk.goldenthread.shell.components.Tone;
import uk.goldenthread.shell.forms.SentBack;
import uk.goldenthread.shell.view.Dates;

/// Makes the page of an assessment's judgement.
@Component
class ReviewPages {
    private final SideBySide sides;
    private final AssessmentRules rules;

    ReviewPages(SideBySide sides, AssessmentRules rules) {
        this.sides = sides;
        this.rules = rules;
    }

    ReviewPage page(Actor actor, AsAt asAt, long id, SentBack refused) {
        var overview = sides.overview(actor, asAt, id);
        var whole = overview.whole();
        var header = whole.header();
        var review = whole.review();
        var can = can(actor, asAt, whole);
        return new ReviewPage(
                id,
                "The ICB's judgement",
                header.organisationName() + ", " + header.round().name(),
                sentence(whole, judges(actor)),
                who(header.state(), can),
                overview.from() == null ? null : overview.from().words(),
                can,
                can.judge() && !whole.criteria().isEmpty()
                        ? "/assessments/%d/panel/%s"
                                .formatted(id, whole.criteria().getFirst().code())
                        : null,
                header.state() instanceof UnderReview ? much(whole) : null,
                tasks(whole, judges(actor), asAt),
                scores(whole),
                review == null || review.replyUntil() == null ? null : Dates.day(review.replyUntil()),
                review == null ? "" : review.reply(),
                review == null || review.repliedAt() == null ? null : Dates.day(review.repliedAt()),
                event(overview, refused),
                refused.errors(),
                refused.typed(),
                actor.organisation() != header.organisation(),
                ResultsExport.isReady(header.state()) ? asAt.on("/assessments/%d/results.json".formatted(id)) : null);
    }

    /// A provider is not told how far the judgement of its claims has come: it sees none before it is finished.
    private static boolean judges(Actor actor) {
        return actor.reach() == Scope.Reach.ICB;
    }

    private ReviewPage.Can can(Actor actor, AsAt asAt, Whole whole) {
        if (asAt.isPast()) {
            return new ReviewPage.Can(false, false, false, false, false, false, false, false, false, false);
        }
        var state = whole.header().state();
        var moderate = actor.may(Permission.ASSESSMENT_MODERATE);
        var agree = actor.may(Permission.ASSESSMENT_AGREE);
        var review = whole.review();
        var under = state instanceof UnderReview;
        return new ReviewPage.Can(
                moderate && state instanceof Submitted,
                ModeratePages.isEditable(actor, asAt, whole),
                moderate && (under || state instanceof Submitted),
                moderate && state instanceof Moderated,
                moderate && state instanceof InChallenge,
                agree && (state instanceof Moderated || state instanceof InChallenge),
                agree && state instanceof Agreed,
                agree && (state instanceof Agreed || state instanceof ActionPlanOpen),
                actor.may(Permission.ASSESSMENT_ANSWER)
                        && review != null
                        && review.whyNoReply(rules.today()).isEmpty()
                        && (state instanceof Moderated || state instanceof InChallenge),
                actor.may(Permission.ROUND_MANAGE)
                        && !state.isHandedIn()
                        && !(state instanceof AssessmentState.Exempt)
                        && !(state instanceof AssessmentState.NonReturn));
    }

    private static String sentence(Whole whole, boolean judges) {
        var header = whole.header();
        var state = Words.state(States.name(header.state()));
        var judged = whole.criteria().stream()
                .filter(criterion -> ModeratePages.standing(whole, criterion).equals("Judged"))
                .count();
        var review = whole.review();
        if (header.state() instanceof UnderReview && judges) {
            return "%s; %d of %d lines judged."
                    .formatted(state, judged, whole.criteria().size());
        }
        if (review != null && review.moderatedAt() != null) {
            return "%s; judged on %s.".formatted(state, Dates.day(review.moderatedAt()));
        }
        return state + ".";
    }

    private static @Nullable String who(AssessmentState state, ReviewPage.Can can) {
        return switch (state) {
            case Submitted _ -> can.takeUp() ? null : "A designated professional of the ICB takes this up next.";
            case UnderReview _ -> can.judge() ? null : "A designated professional of the ICB is judging this.";
            case Moderated _, InChallenge _ ->
                can.agree() || can.reply() ? null : "The ICB's designated nurse or executive lead agrees this next.";
            case Agreed _, ActionPlanOpen _ ->
                can.close()
                        ? null
                        : "The ICB's designated nurse or executive lead closes this when its actions are done.";
            default -> null;
        };
    }

    private static @Nullable String much(Whole whole) {
        var leftOut = whole.leftOut();
        var all = whole.criteria().size();
        return Review.isMuch(leftOut, all) ? "%d of %d lines are said not to apply".formatted(leftOut, all) : null;
    }

    private static List<Task> tasks(Whole whole, boolean judges, AsAt asAt) {
        return ModeratePages.standards(whole).stream()
                .map(standard -> task(whole, standard, judges, asAt))
                .toList();
    }

    private static Task task(Whole whole, Standard standard, boolean judges, AsAt asAt) {
        var title = standard.code() + " " + standard.name();
        var href =
                asAt.on("/assessments/%d/moderate/%s".formatted(whole.header().id(), standard.code()));
        var standing = whole.criteria().stream()
                .filter(criterion -> ModeratePages.holds(standard, criterion))
                .map(criterion -> ModeratePages.standing(whole, criterion))
                .toList();
        var open = standing.stream().filter("To judge"::equals).count();
        var state = whole.header().state();
        if (state.isHandedIn() && standing.stream().allMatch("Judged"::equals)) {
            return Task.completed(title, href);
        }
        if (!(state instanceof UnderReview) || !judges) {
            return Task.open(title, href, "Read", Tone.PLAIN);
        }
        return standing.contains("Look again")
                ? Task.open(title, href, "Look again", Tone.ORANGE)
                : Task.open(title, href, open + " to judge", Tone.BLUE);
    }

    private static List<List<Cell>> scores(Whole whole) {
        var claimed = Claims.card(
                new Scoring(whole.header().round().cutOffs()),
                whole.asked().edition(),
                java.util.Set.copyOf(
                        whole.criteria().stream().map(each -> each.code()).toList()),
                whole.answers(),
                View.CLAIMED);
        var judged = whole.card(View.MODERATED);
        var accepted = whole.card(View.ACCEPTED);
        var rows = new ArrayList<List<Cell>>();
        for (int at = 0; at < claimed.standards().size(); at++) {
            var standard = whole.asked().edition().standards().get(at);
            rows.add(List.of(
                    Cell.naming(standard.code() + " " + standard.name()),
                    Cell.of(score(claimed.standards().get(at))),
                    Cell.of(score(judged.standards().get(at))),
                    Cell.of(score(accepted.standards().get(at)))));
        }
        rows.add(List.of(
                Cell.naming("Overall"),
                Cell.of(score(claimed.overall())),
                Cell.of(score(judged.overall())),
                Cell.of(score(accepted.overall()))));
        return rows;
    }

    private static String score(Scoring.Result result) {
        var score = result.score();
        if (score == null) {
            return "";
        }
        var words = Words.score(score.decimal(1), result.rag().name());
        return result.rated() == result.applicable()
                ? words
                : words + " (%d of %d rated)".formatted(result.rated(), result.applicable());
    }

    private static ReviewPage.Event event(SideBySide.Overview overview, SentBack refused) {
        var review = overview.whole().review();
        var state = overview.whole().header().state();
        var typed = refused.typed();
        if (review == null) {
            return new ReviewPage.Event(false, null, DateParts.BLANK, "", "", List.of(), 0);
        }
        var held = review.heldOn();
        return new ReviewPage.Event(
                held != null || state instanceof InChallenge,
                held == null ? null : Dates.day(held),
                typed.containsKey("heldOn[day]") ? DateParts.typed(typed, "heldOn") : DateParts.of(held),
                typed.getOrDefault("attended", review.attended()),
                typed.getOrDefault("outcome", review.outcome()),
                overview.lines(),
                review.eventMark());
    }
}
