package uk.goldenthread.assessments.moderation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.service.AssessmentRules;
import uk.goldenthread.assessments.store.JudgementStore;
import uk.goldenthread.assessments.store.JudgementStore.Waiting;
import uk.goldenthread.notify.WorkItem;
import uk.goldenthread.notify.WorkSource;
import uk.goldenthread.shell.view.Dates;

/// What judging asks of a person: to take up, to finish, to agree; of a provider, to reply.
@Component
class ModerationWork implements WorkSource {
    private static final int LATELY = 28;
    private static final int MOST = 50;

    private final JudgementStore store;
    private final AssessmentRules rules;

    ModerationWork(JudgementStore store, AssessmentRules rules) {
        this.store = store;
        this.rules = rules;
    }

    @Override
    public List<WorkItem> toDo(Actor actor) {
        var items = new ArrayList<WorkItem>();
        if (!concerns(actor)) {
            return items;
        }
        for (var each : store.waiting(actor.icb())) {
            var item = toDo(actor, each);
            if (item != null) {
                items.add(item);
            }
        }
        return items.stream().limit(MOST).toList();
    }

    private static boolean concerns(Actor actor) {
        return actor.may(Permission.ASSESSMENT_MODERATE)
                || actor.may(Permission.ASSESSMENT_AGREE)
                || actor.may(Permission.ASSESSMENT_ANSWER);
    }

    private @Nullable WorkItem toDo(Actor actor, Waiting each) {
        var moderates = actor.may(Permission.ASSESSMENT_MODERATE);
        var mine = each.takenUpBy() == null || each.takenUpBy() == actor.account();
        return switch (each.state()) {
            case "SUBMITTED" ->
                moderates
                        ? item(each, "Assessments to take up", "Take up: ", each.moderatedBy(), "You judge for the ICB")
                        : null;
            case "UNDER_REVIEW" ->
                moderates && mine
                        ? item(each, "Assessments to judge", "Judge: ", each.moderatedBy(), "You took it up")
                        : null;
            case "MODERATED", "IN_CHALLENGE" -> afterJudgement(actor, each);
            default -> null;
        };
    }

    private @Nullable WorkItem afterJudgement(Actor actor, Waiting each) {
        var until = each.replyUntil();
        var open = until != null && !rules.today().isAfter(until) && !each.replied();
        if (open) {
            return actor.may(Permission.ASSESSMENT_ANSWER)
                    ? item(each, "Judgements to reply to", "You may reply: ", until, "The ICB judged what you answered")
                    : null;
        }
        return actor.may(Permission.ASSESSMENT_AGREE)
                ? item(each, "Assessments to agree", "Agree: ", each.closesOn(), "You agree for the ICB")
                : null;
    }

    @Override
    public List<WorkItem> waitingOnOthers(Actor actor) {
        if (!actor.may(Permission.ASSESSMENT_MODERATE)) {
            return List.of();
        }
        return store.waiting(actor.icb()).stream()
                .filter(each -> each.state().equals("RETURNED"))
                .limit(MOST)
                .map(each -> item(each, "Given back", "", null, "The provider puts it right"))
                .toList();
    }

    @Override
    public List<WorkItem> doneLately(Actor actor) {
        if (!actor.may(Permission.ASSESSMENT_MODERATE)) {
            return List.of();
        }
        var since = rules.today().minusDays(LATELY).atStartOfDay(Dates.LONDON).toInstant();
        return store.judgedBy(actor.icb(), actor.account(), since).stream()
                .map(each -> new WorkItem(
                        "Assessments",
                        "Judged: " + each.round(),
                        each.organisation(),
                        LocalDate.ofInstant(each.at(), Dates.LONDON),
                        "You judged it",
                        "/assessments/%d/moderate".formatted(each.assessment())))
                .toList();
    }

    private static WorkItem item(Waiting each, String kind, String what, @Nullable LocalDate by, String why) {
        return new WorkItem(
                kind,
                what + each.round(),
                each.organisation(),
                by,
                why,
                "/assessments/%d/moderate".formatted(each.assessment()));
    }
}
