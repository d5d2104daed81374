package uk.goldenthread.concerns;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.concerns.store.LadderStore;
import uk.goldenthread.concerns.store.LadderStore.Position;
import uk.goldenthread.concerns.store.LadderStore.Review;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.ledger.Ledger;

/// Reviews held at a level: the evidence on which a later step down rests (BR-LAD-3, BR-LAD-4).
@Service
public class LadderReviews {
    private static final int SENTENCE = 10;

    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final LadderStore ladder;
    private final Ledger ledger;
    private final Clock clock;

    LadderReviews(UnitOfWork work, AccessPolicy policy, LadderStore ladder, Ledger ledger, Clock clock) {
        this.work = work;
        this.policy = policy;
        this.ladder = ladder;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Records a review held today.
    ///
    /// @param criteriaMet whether the exit criteria are met
    /// @param evidence what shows it, or what is missing
    public Outcome<Long> hold(Actor actor, int organisation, boolean criteriaMet, String evidence, String nextSteps) {
        return work.write(actor.scope(), () -> {
            var position = ladder.find(actor.icb(), organisation).orElseThrow(HiddenException::new);
            policy.require(actor, Permission.LADDER_MOVE, Resource.of(position.icb(), organisation));
            var missing = new ArrayList<Reason>();
            if (London.dateOf(clock.instant()).equals(position.lastReview())) {
                missing.add(Reason.house("", "A review held today is recorded already. One a day counts."));
            }
            if (evidence.strip().length() < SENTENCE) {
                missing.add(Reason.house("evidence", "Say what the review found, in at least 10 characters"));
            }
            if (!criteriaMet && nextSteps.isBlank()) {
                missing.add(Reason.house("nextSteps", "Say what happens next"));
            }
            return Outcome.unless(
                    missing, () -> store(actor, position, criteriaMet, evidence.strip(), nextSteps.strip()));
        });
    }

    private long store(Actor actor, Position position, boolean criteriaMet, String evidence, String nextSteps) {
        var today = London.dateOf(clock.instant());
        var level = position.settled().level();
        var review = new Review(0, level, today, criteriaMet, evidence, nextSteps, actor.account());
        var id = ladder.addReview(position, review);
        ladder.replace(new Position(
                position.icb(),
                position.organisation(),
                position.state(),
                position.exitCriteria(),
                today,
                position.version()));
        ledger.record(
                "LEVEL_REVIEWED",
                "ladder/" + position.organisation(),
                Map.of("level", level.name(), "criteriaMet", criteriaMet));
        return id;
    }
}
