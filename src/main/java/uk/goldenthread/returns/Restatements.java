package uk.goldenthread.returns;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.figures.MeasureValue;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.returns.Returns.Saved;
import uk.goldenthread.returns.model.ReturnHeader;
import uk.goldenthread.returns.model.ReturnLine;
import uk.goldenthread.returns.model.ReturnState;
import uk.goldenthread.returns.store.ReturnStore;
import uk.goldenthread.returns.store.ReturnWrites;

/// Corrections of figures that the ICB had accepted.
@Service
public class Restatements {
    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final ReturnStore store;
    private final ReturnWrites writes;
    private final ReturnRules rules;
    private final Recording recording;

    Restatements(
            UnitOfWork work,
            AccessPolicy policy,
            ReturnStore store,
            ReturnWrites writes,
            ReturnRules rules,
            Recording recording) {
        this.work = work;
        this.policy = policy;
        this.store = store;
        this.writes = writes;
        this.rules = rules;
        this.recording = recording;
    }

    /// Replaces an accepted figure by a new revision, with the reason. The old one stays in the history,
    /// and what was
    /// derived from it is worked out anew (BR-KPI-4).
    public Outcome<Saved> restate(Actor actor, long id, Typed typed, String reason) {
        return work.write(actor.scope(), () -> {
            var header = store.lock(actor.icb(), id).orElseThrow(HiddenException::new);
            policy.require(actor, Permission.RETURN_RESTATE, Resource.of(header.icb(), header.organisation()));
            var line = store.lines(header.icb(), id).stream()
                    .filter(each -> each.kpi().equals(typed.kpi()))
                    .findFirst()
                    .orElseThrow(HiddenException::new);
            if (!(header.state() instanceof ReturnState.Accepted accepted)) {
                return Outcome.refused(List.of(Reason.house(
                        "", "Only figures that the ICB accepted are restated; others are changed in the return.")));
            }
            if (Returns.approvedBy(actor, header)) {
                return Outcome.refused(List.of(Reason.house("", ReturnRules.APPROVER)));
            }
            var read = FigureReading.read(rules.asked(line), line.answer(), typed);
            var reasons = new ArrayList<>(read.reasons());
            read.map(line.answer()::sameFigures)
                    .map(same -> same
                            && reasons.add(
                                    Reason.house(typed.kpi() + ".numerator", "These are the figures already held.")));
            return accepted.restate(reason, reasons)
                    .then(_ -> read)
                    .map(answer ->
                            restated(actor, header, Changes.restated(line, answer, actor.account()), reason.strip()));
        });
    }

    private Saved restated(Actor actor, ReturnHeader header, ReturnLine line, String reason) {
        writes.lines(header, List.of(line));
        writes.header(Changes.entered(header, actor.account(), true), actor.account());
        recording.measure(header, List.of(line), MeasureValue.Status.RESTATED, true);
        recording.step(actor, header, "RESTATED", line.kpi(), reason);
        recording.publish(new LineRestated(
                header.icb(),
                header.organisation(),
                header.id(),
                line.kpi(),
                line.period().code(),
                line.revision()));
        return new Saved(header.version() + 1);
    }
}
