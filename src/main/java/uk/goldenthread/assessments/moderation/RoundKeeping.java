package uk.goldenthread.assessments.moderation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.AssessmentNotReturned;
import uk.goldenthread.assessments.model.AssessmentState;
import uk.goldenthread.assessments.model.Round;
import uk.goldenthread.assessments.service.AssessmentRules;
import uk.goldenthread.assessments.store.AssessmentWrites;
import uk.goldenthread.assessments.store.ExtensionStore;
import uk.goldenthread.assessments.store.PlanStore;
import uk.goldenthread.assessments.store.RoundStore;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.kernel.words.TypedWords;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.shell.view.Dates;

/// What the ICB does with single organisations of a running round, and its end: a later due date, leaving
/// one
/// out, recording that nothing came, and closing.
@Service
public class RoundKeeping {
    private static final Clause CLOSING = new Clause(
            "BR-ASM-9", "Closing a round requires every organisation moderated, exempt with a reason, or a non-return");
    private static final int NAMED = 5;

    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final Judging judging;
    private final AssessmentRules today;
    private final AssessmentWrites writes;
    private final ExtensionStore extensions;
    private final RoundStore rounds;
    private final PlanStore plans;
    private final Ledger ledger;
    private final Telling telling;

    RoundKeeping(Stores stores, Judging judging, AssessmentRules today, Ledger ledger, Telling telling) {
        this.work = stores.work();
        this.policy = stores.policy();
        this.writes = stores.writes();
        this.extensions = stores.extensions();
        this.rounds = stores.rounds();
        this.plans = stores.plans();
        this.judging = judging;
        this.today = today;
        this.ledger = ledger;
        this.telling = telling;
    }

    /// Where rounds are kept, and under which policy.
    @org.springframework.stereotype.Component
    record Stores(
            UnitOfWork work,
            AccessPolicy policy,
            AssessmentWrites writes,
            ExtensionStore extensions,
            RoundStore rounds,
            PlanStore plans) {}

    /// Gives one organisation a later due date.
    ///
    /// @param until the new due date; null when none was given
    public Outcome<LocalDate> extend(Actor actor, long id, @Nullable LocalDate until, String reason) {
        return work.write(actor.scope(), () -> {
            var header = judging.header(actor, Permission.ROUND_MANAGE, id);
            var why = TypedWords.plain(reason);
            var reasons = new ArrayList<Reason>();
            var open = header.state() instanceof AssessmentState.Answerable
                    || header.state() instanceof AssessmentState.WithApprover;
            if (!open) {
                reasons.addAll(ReviewRules.wrongState(header.state(), "given a later date"));
            }
            if (until == null || !until.isAfter(header.dueOn())) {
                reasons.add(Reason.house(
                        "until", "Give a date after %s, the date it has now.".formatted(Dates.day(header.dueOn()))));
            } else if (until.isBefore(today.today())) {
                reasons.add(Reason.house("until", "Give a date that has not passed."));
            }
            reasons.addAll(reasoned(why, "Say in 10 characters or more why it has longer."));
            return Outcome.unless(reasons, () -> {
                var later = java.util.Objects.requireNonNull(until);
                extensions.extend(header, later);
                telling.step(actor, header, "EXTENDED", "Until %s. %s".formatted(Dates.day(later), why));
                telling.provider(
                        header,
                        "ASSESSMENT_EXTENDED",
                        "You have until " + Dates.day(later) + " for %s.",
                        "extended/" + later);
                return later;
            });
        });
    }

    /// Leaves one organisation out of the round.
    public Outcome<AssessmentState> exempt(Actor actor, long id, String reason) {
        return work.write(actor.scope(), () -> {
            var header = judging.header(actor, Permission.ROUND_MANAGE, id);
            return header.state().exempt(TypedWords.plain(reason)).map(next -> {
                writes.save(header.in(next), List.of(), List.of());
                telling.step(actor, header, "EXEMPT", TypedWords.plain(reason));
                telling.provider(header, "ASSESSMENT_EXEMPT", "You are left out of %s.", "exempt");
                return next;
            });
        });
    }

    /// Records that an assessment never came in.
    public Outcome<AssessmentState> neverCame(Actor actor, long id) {
        return work.write(actor.scope(), () -> {
            var header = judging.header(actor, Permission.ROUND_MANAGE, id);
            return header.state()
                    .neverCame(today.today().isAfter(header.dueOn()))
                    .map(next -> {
                        writes.save(header.in(next), List.of(), List.of());
                        telling.step(actor, header, "NON_RETURN", "");
                        telling.provider(
                                header,
                                "ASSESSMENT_NON_RETURN",
                                "%s was recorded as not returned by you.",
                                "non-return");
                        telling.publish(new AssessmentNotReturned(header.icb(), header.organisation(), id));
                        return next;
                    });
        });
    }

    /// A round and the assessments that keep it open.
    public record Ending(Round round, List<PlanStore.Standing> open) {}

    /// What keeps a round open.
    ///
    /// @throws HiddenException when there is no such round for this person
    public Ending ending(Actor actor, long id) {
        return work.read(actor.scope(), () -> {
            policy.require(actor, Permission.ROUND_MANAGE, Resource.ofIcb(actor.icb()));
            var round = rounds.find(actor.icb(), id).orElseThrow(HiddenException::new);
            return new Ending(
                    round,
                    plans.standing(actor.icb(), id).stream()
                            .filter(each -> !each.state().letsRoundClose())
                            .toList());
        });
    }

    /// Closes a round. Refused with the organisations that keep it open.
    public Outcome<Round.Stage> close(Actor actor, long id) {
        return work.write(actor.scope(), () -> {
            policy.require(actor, Permission.ROUND_MANAGE, Resource.ofIcb(actor.icb()));
            var round = rounds.lock(actor.icb(), id).orElseThrow(HiddenException::new);
            if (round.stage() != Round.Stage.PUBLISHED) {
                return Outcome.refused(List.of(Reason.house(
                        "",
                        round.stage() == Round.Stage.DRAFT
                                ? "This round was not issued yet."
                                : "This round is closed.")));
            }
            var standing = plans.standing(actor.icb(), id);
            var open = standing.stream()
                    .filter(each -> !each.state().letsRoundClose())
                    .map(PlanStore.Standing::organisation)
                    .toList();
            if (!open.isEmpty()) {
                return Outcome.refused(List.of(new Reason("", keptOpen(open), CLOSING)));
            }
            extensions.close(round, today.now());
            ledger.record("ROUND_CLOSED", Reference.of("assessment-round", id).toString(), Map.of());
            return Outcome.accepted(Round.Stage.CLOSED);
        });
    }

    private static String keptOpen(List<String> open) {
        var named = open.stream().limit(NAMED).collect(Collectors.joining(", "));
        var rest = open.size() > NAMED ? " and %d more".formatted(open.size() - NAMED) : "";
        return "Judge, leave out or record as not returned first: %s%s.".formatted(named, rest);
    }

    private static List<Reason> reasoned(String reason, String message) {
        return reason.length() < AssessmentState.SHORTEST_REASON ? List.of(Reason.house("reason", message)) : List.of();
    }
}
