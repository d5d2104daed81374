package uk.goldenthread.papers.service;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.papers.model.Kept;
import uk.goldenthread.papers.model.Proposal;
import uk.goldenthread.papers.store.PointStore;
import uk.goldenthread.papers.store.PointStore.Proposed;

/// Puts what the data suggests for Alert, Advise and Assure into a paper. Called inside a unit of work.
@Component
class Proposing {
    /// Under whose name a point stands that no person has changed.
    private static final String BY = "Golden Thread";

    private final Assembly assembly;
    private final PointStore points;
    private final Ledger ledger;
    private final Clock clock;

    Proposing(Assembly assembly, PointStore points, Ledger ledger, Clock clock) {
        this.assembly = assembly;
        this.points = points;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Adds what the data suggests now and takes out what gives way to it; the ledger remembers both.
    Proposed propose(Actor actor, Kept kept) {
        var now = clock.instant();
        int paper = kept.paper().id();
        var data = assembly.publicEdition(assembly.assemble(
                new Assembly.Wanted(actor.icb(), paper, kept.paper().occasion(), kept.measures(), now, now)));
        var editor = new PointStore.Editor(actor.account(), BY);
        var proposed = points.propose(actor.icb(), paper, editor, Proposal.from(data));
        if (proposed.any()) {
            ledger.record(
                    "PAPER_POINTS_PROPOSED",
                    Papers.subject(paper),
                    Map.of("added", proposed.added(), "takenOut", proposed.takenOut()));
        }
        return proposed;
    }
}
