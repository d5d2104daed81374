package uk.goldenthread.concerns;

import org.springframework.stereotype.Service;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.concerns.model.Ladder;
import uk.goldenthread.concerns.model.MoveWords;
import uk.goldenthread.concerns.store.LadderStore;
import uk.goldenthread.concerns.store.LadderStore.Position;
import uk.goldenthread.concerns.store.MoveStore;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;

/// Rapid quality reviews: called from any level when an immediate shared diagnosis is needed, then held
/// and decided (BR-LAD-5).
@Service
public class RapidReviews {
    private static final Clause LADDER =
            new Clause("NQB-ESC", "National Quality Board guidance on quality risk response and escalation, 2022");

    private final UnitOfWork work;
    private final LadderStore ladder;
    private final MoveStore moves;
    private final MoveRecord record;
    private final TellProvider provider;

    RapidReviews(UnitOfWork work, LadderStore ladder, MoveStore moves, MoveRecord record, TellProvider provider) {
        this.work = work;
        this.ladder = ladder;
        this.moves = moves;
        this.record = record;
        this.provider = provider;
    }

    /// Calls a rapid quality review meeting.
    ///
    /// @param immediate children or adults are at immediate risk
    public Outcome<Long> call(Actor actor, int organisation, boolean immediate, MoveWords words) {
        return work.write(actor.scope(), () -> {
            var position = record.load(actor, Permission.LADDER_MOVE, organisation);
            return switch (position.state()) {
                case Ladder.RapidReview _ -> refused("", "A rapid quality review has been called already.");
                case Ladder.Settled settled ->
                    settled.callRapidReview(
                                    new Ladder.RapidCall(immediate), record.decision(words, MoveRecord.decider(actor)))
                            .map(next -> {
                                ladder.replace(new Position(
                                        position.icb(),
                                        organisation,
                                        next,
                                        position.exitCriteria(),
                                        position.lastReview(),
                                        position.version()));
                                moves.call(new MoveStore.Call(
                                        position.icb(),
                                        organisation,
                                        record.today(),
                                        immediate,
                                        words.cause(),
                                        actor.account()));
                                provider.rapidReview(organisation, immediate, record.today());
                                return record.made(actor, position, "RQR", words);
                            });
            };
        });
    }

    /// What a rapid quality review decided.
    public enum RapidResult {
        NO_FURTHER_ACTION,
        IMPROVEMENT_GROUP,
        ENHANCED,
        INTENSIVE
    }

    /// Records that the rapid quality review was held, and what it decided.
    public Outcome<Long> hold(Actor actor, int organisation, RapidResult outcome, MoveWords words) {
        return work.write(actor.scope(), () -> {
            var position = record.load(actor, Permission.LADDER_MOVE, organisation);
            if (!(position.state() instanceof Ladder.RapidReview review)) {
                return refused("", "No rapid quality review has been called.");
            }
            var decision = record.decision(words, MoveRecord.decider(actor));
            Outcome<? extends Ladder.Settled> next =
                    switch (outcome) {
                        case NO_FURTHER_ACTION, IMPROVEMENT_GROUP -> review.stay(decision);
                        case ENHANCED -> review.enhance(decision);
                        case INTENSIVE -> review.intensify(decision);
                    };
            return next.map(settled -> {
                record.settle(position, settled, words.exitCriteria());
                moves.hold(position, record.today(), outcome.name(), words.reasons());
                return record.made(actor, position, settled.level().name(), words);
            });
        });
    }

    private static Outcome<Long> refused(String field, String message) {
        return Outcome.refused(field, message, LADDER);
    }
}
