package uk.goldenthread.concerns;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.concerns.model.Decision;
import uk.goldenthread.concerns.model.Decision.Decider;
import uk.goldenthread.concerns.model.Ladder;
import uk.goldenthread.concerns.model.Level;
import uk.goldenthread.concerns.model.MoveWords;
import uk.goldenthread.concerns.model.ReviewRecord;
import uk.goldenthread.concerns.store.LadderStore;
import uk.goldenthread.concerns.store.LadderStore.Position;
import uk.goldenthread.concerns.store.MoveStore;
import uk.goldenthread.concerns.store.MoveStore.Move;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;

/// Moves on the intervention ladder: proposed by those who may, decided by those who must, reviewed on
/// time.
@Service
public class LadderMoves {
    private static final Clause LADDER =
            new Clause("NQB-ESC", "National Quality Board guidance on quality risk response and escalation, 2022");

    private final UnitOfWork work;
    private final LadderStore ladder;
    private final MoveStore moves;
    private final ConcernSettings settings;
    private final MoveRecord record;

    LadderMoves(UnitOfWork work, LadderStore ladder, MoveStore moves, ConcernSettings settings, MoveRecord record) {
        this.work = work;
        this.ladder = ladder;
        this.moves = moves;
        this.settings = settings;
        this.record = record;
    }

    /// What a person wants to do to a provider's level.
    ///
    /// @param version the position's version it was seen in; 0 where nothing was stored, null to take
    /// it as it stands
    public record Wanted(
            int organisation,
            Level to,
            MoveWords words,
            @Nullable Integer version) {}

    /// Proposes a level; somebody who may move it decides. One proposal at a time.
    public Outcome<Long> propose(Actor actor, Wanted wanted) {
        return work.write(actor.scope(), () -> {
            var position = record.load(actor, Permission.LADDER_PROPOSE, wanted.organisation());
            if (moves.proposal(position.icb(), position.organisation()).isPresent()) {
                return refused("to", "A proposal is waiting for a decision already.");
            }
            if (wanted.to() == position.settled().level()) {
                return refused("to", "The provider is at this level already.");
            }
            // The proposal must be complete; who decides is asked when it is decided.
            var decision = record.decision(wanted.words(), new Decider(true, true));
            return unlessOnlyReviewsLack(move(position, wanted.to(), decision), wanted.to(), position)
                    .map(_ -> {
                        var move = new Move(
                                0,
                                position.settled().level(),
                                wanted.to().name(),
                                "PROPOSED",
                                wanted.words(),
                                record.score(position),
                                actor.account(),
                                record.today(),
                                null,
                                null,
                                0);
                        var id = moves.add(position.icb(), position.organisation(), move);
                        record.record("LEVEL_PROPOSED", position, wanted.to().name());
                        return id;
                    });
        });
    }

    /// Moves a provider to another level. Decides a proposal that waits: made when it asked for this
    /// level, else declined.
    public Outcome<Long> move(Actor actor, Wanted wanted) {
        return work.write(actor.scope(), () -> {
            var position = record.load(actor, Permission.LADDER_MOVE, wanted.organisation());
            if (wanted.version() != null && wanted.version() != position.version()) {
                throw new OptimisticLockingFailureException("the level was changed meanwhile");
            }
            var decision = record.decision(wanted.words(), MoveRecord.decider(actor));
            return move(position, wanted.to(), decision).map(next -> {
                record.settle(position, next, wanted.words().exitCriteria());
                return record.made(actor, position, wanted.to().name(), wanted.words());
            });
        });
    }

    /// Says no to the proposal that waits.
    public Outcome<Long> decline(Actor actor, int organisation, String why) {
        return work.write(actor.scope(), () -> {
            var position = record.load(actor, Permission.LADDER_MOVE, organisation);
            var proposal = moves.proposal(position.icb(), organisation).orElse(null);
            if (proposal == null) {
                return refused("", "No proposal is waiting.");
            }
            if (why.strip().length() < 10) {
                return refused("reasons", "Say why the proposal is declined, in at least 10 characters");
            }
            moves.decide(
                    position.icb(),
                    record.decided(actor, proposal, "DECLINED", MoveRecord.reasons(proposal.words(), why), position));
            record.record("LEVEL_DECLINED", position, proposal.to());
            return Outcome.accepted(proposal.id());
        });
    }

    private Outcome<? extends Ladder.Settled> move(Position position, Level to, Decision decision) {
        var record = reviews(position);
        return switch (position.state()) {
            case Ladder.RapidReview _ ->
                Outcome.refused("to", "A rapid quality review has been called: record what it decided.", LADDER);
            case Ladder.Routine from when to == Level.WATCH -> from.watch(decision);
            case Ladder.Watch from when to == Level.ENHANCED -> from.enhance(decision);
            case Ladder.Watch from when to == Level.ROUTINE -> from.stepDown(decision, record);
            case Ladder.Enhanced from when to == Level.INTENSIVE -> from.intensify(decision);
            case Ladder.Enhanced from when to == Level.WATCH -> from.stepDown(decision, record);
            case Ladder.Intensive from when to == Level.ENHANCED -> from.stepDown(decision, record);
            case Ladder.Settled from ->
                Outcome.refused(
                        "to",
                        "From %s a level changes one step at a time. A rapid quality review may go further."
                                .formatted(from.level().word()),
                        LADDER);
        };
    }

    /// A step down may be proposed before its review periods are over: the reasons other than that must
    /// be mended first.
    private Outcome<? extends Ladder.Settled> unlessOnlyReviewsLack(
            Outcome<? extends Ladder.Settled> outcome, Level to, Position position) {
        var mendable = outcome.reasons().stream()
                .filter(reason -> !reason.clause().code().equals("BR-LAD-3"))
                .toList();
        return mendable.isEmpty()
                ? Outcome.accepted(Ladder.settled(to, position.settled().since()))
                : Outcome.refused(mendable);
    }

    private ReviewRecord reviews(Position position) {
        var held = ladder.reviews(position.icb(), position.organisation()).stream()
                .filter(each -> each.level() == position.settled().level())
                .map(each -> new ReviewRecord.Held(each.on(), each.criteriaMet()))
                .toList();
        var days = settings.reviewDays(position.settled().level(), record.today());
        return new ReviewRecord(held, settings.downReviews(record.today()), days);
    }

    private static Outcome<Long> refused(String field, String message) {
        return Outcome.refused(field, message, LADDER);
    }
}
