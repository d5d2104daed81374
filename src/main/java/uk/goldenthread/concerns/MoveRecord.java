package uk.goldenthread.concerns;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.concerns.model.Decision;
import uk.goldenthread.concerns.model.Decision.Decider;
import uk.goldenthread.concerns.model.Ladder;
import uk.goldenthread.concerns.model.MoveWords;
import uk.goldenthread.concerns.store.LadderStore;
import uk.goldenthread.concerns.store.LadderStore.Position;
import uk.goldenthread.concerns.store.MoveStore;
import uk.goldenthread.concerns.store.MoveStore.Move;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.ledger.Ledger;

/// What every move on the ladder has in common: who may, what is stored, and what is written down and
/// told.
@Component
class MoveRecord {
    private final AccessPolicy policy;
    private final LadderStore ladder;
    private final MoveStore moves;
    private final Scores scores;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MoveRecord(
            AccessPolicy policy,
            LadderStore ladder,
            MoveStore moves,
            Scores scores,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.policy = policy;
        this.ladder = ladder;
        this.moves = moves;
        this.scores = scores;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    void settle(Position position, Ladder.Settled next, String exitCriteria) {
        var same = next.level() == position.settled().level();
        ladder.replace(new Position(
                position.icb(),
                position.organisation(),
                next,
                exitCriteria.isBlank() ? position.exitCriteria() : exitCriteria.strip(),
                same ? position.lastReview() : null,
                position.version()));
    }

    long made(Actor actor, Position position, String to, MoveWords words) {
        var from = position.settled().level();
        var proposal = moves.proposal(position.icb(), position.organisation()).orElse(null);
        long id;
        if (proposal != null && proposal.to().equals(to)) {
            moves.decide(position.icb(), decided(actor, proposal, "MADE", words, position));
            id = proposal.id();
        } else {
            if (proposal != null) {
                var other = reasons(proposal.words(), "Another decision was made: " + to + ".");
                moves.decide(position.icb(), decided(actor, proposal, "DECLINED", other, position));
            }
            var move = new Move(0, from, to, "MADE", words, score(position), null, null, actor.account(), today(), 0);
            id = moves.add(position.icb(), position.organisation(), move);
        }
        record("LEVEL_CHANGED", position, to);
        events.publishEvent(new LevelChanged(position.icb(), position.organisation(), from.name(), to, today()));
        return id;
    }

    Move decided(Actor actor, Move proposal, String decision, MoveWords words, Position position) {
        return new Move(
                proposal.id(),
                proposal.from(),
                proposal.to(),
                decision,
                words,
                score(position),
                proposal.proposedBy(),
                proposal.proposedOn(),
                actor.account(),
                today(),
                proposal.version());
    }

    static MoveWords reasons(MoveWords words, String more) {
        return new MoveWords(
                words.cause(),
                words.reasons() + " — " + more.strip(),
                words.support(),
                words.exitCriteria(),
                words.informed(),
                words.region());
    }

    Position load(Actor actor, Permission permission, int organisation) {
        var position = ladder.find(actor.icb(), organisation).orElseThrow(HiddenException::new);
        policy.require(actor, permission, Resource.of(position.icb(), organisation));
        return position;
    }

    static Decider decider(Actor actor) {
        return new Decider(actor.may(Permission.LADDER_MOVE), actor.may(Permission.LADDER_MOVE_INTENSIVE));
    }

    Decision decision(MoveWords words, Decider by) {
        return new Decision(
                today(),
                by,
                words.cause(),
                words.reasons(),
                words.support(),
                words.exitCriteria(),
                words.informed(),
                words.region());
    }

    int score(Position position) {
        return scores.of(position.icb(), position.organisation(), today()).score();
    }

    void record(String action, Position position, String to) {
        ledger.record(
                action,
                "ladder/" + position.organisation(),
                Map.of("from", position.settled().level().name(), "to", to));
    }

    LocalDate today() {
        return London.dateOf(clock.instant());
    }
}
