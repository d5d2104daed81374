package uk.goldenthread.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.access.RoleHolders;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.figures.MeasureValue;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.returns.model.LineState;
import uk.goldenthread.returns.model.Lock;
import uk.goldenthread.returns.model.ReturnHeader;
import uk.goldenthread.returns.model.ReturnLine;
import uk.goldenthread.returns.model.ReturnState;
import uk.goldenthread.returns.store.ReturnStore;
import uk.goldenthread.returns.store.ReturnWrites;

/// What the ICB does with a provider's return: ask about a line, accept, lift a lock for one person.
@Service
public class ReturnReviews {
    private static final int SHORTEST_REASON = 10;

    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final ReturnStore store;
    private final ReturnWrites writes;
    private final Recording recording;
    private final Unlocking unlocking;

    ReturnReviews(
            UnitOfWork work,
            AccessPolicy policy,
            ReturnStore store,
            ReturnWrites writes,
            Recording recording,
            Unlocking unlocking) {
        this.work = work;
        this.policy = policy;
        this.store = store;
        this.writes = writes;
        this.recording = recording;
        this.unlocking = unlocking;
    }

    /// Asks the provider about a line, which hands the return back for that line.
    ///
    /// @param seen the line's version that the person had before them; 0 to take it as it stands
    public Outcome<ReturnState> query(Actor actor, long id, String kpi, int seen, String question) {
        return work.write(actor.scope(), () -> {
            var header = locked(actor, id, Permission.RETURN_QUERY);
            var line = find(store.lines(header.icb(), id), kpi);
            var moved = whyNotDecided(line, seen);
            if (!moved.isEmpty()) {
                return Outcome.refused(moved);
            }
            Outcome<ReturnState.Returned> outcome =
                    switch (header.state()) {
                        case ReturnState.Approved it -> it.query(question);
                        case ReturnState.Returned it when !header.needsApproval() -> it.query(question);
                        default -> notNow("This return is not with the ICB.");
                    };
            return outcome.map(next -> {
                writes.lines(header, List.of(Changes.line(line, LineState.QUERIED, question.strip(), "")));
                writes.header(Changes.moved(header, next), actor.account());
                recording.step(actor, header, "QUERIED", kpi, question.strip());
                return (ReturnState) next;
            });
        });
    }

    /// Accepts one line; with the last one the return is accepted and its figures are final.
    ///
    /// @param seen the line's version that the person had before them; 0 to take it as it stands
    public Outcome<ReturnState> accept(Actor actor, long id, String kpi, int seen) {
        return work.write(actor.scope(), () -> {
            var header = locked(actor, id, Permission.RETURN_ACCEPT);
            var lines = new ArrayList<>(store.lines(header.icb(), id));
            var line = find(lines, kpi);
            var reasons = new ArrayList<>(whyNotAccepted(header));
            if (reasons.isEmpty()) {
                reasons.addAll(whyNotDecided(line, seen));
            }
            if (!reasons.isEmpty()) {
                return Outcome.refused(reasons);
            }
            var accepted = Changes.line(line, LineState.ACCEPTED, line.question(), line.reply());
            lines.set(lines.indexOf(line), accepted);
            writes.lines(header, List.of(accepted));
            recording.step(actor, header, "ACCEPTED_LINE", kpi, "");
            return Outcome.accepted(accepted(actor, header, lines));
        });
    }

    /// Accepts every line that is not queried or answered; refused while any is, which are decided one by
    /// one.
    public Outcome<ReturnState> acceptAll(Actor actor, long id) {
        return work.write(actor.scope(), () -> {
            var header = locked(actor, id, Permission.RETURN_ACCEPT);
            var lines = store.lines(header.icb(), id);
            var reasons = new ArrayList<>(whyNotAccepted(header));
            lines.stream()
                    .filter(line -> line.state() == LineState.QUERIED || line.state() == LineState.ANSWERED)
                    .map(line -> Reason.house(
                            line.kpi(), "%s was queried: decide it by itself first.".formatted(line.kpi())))
                    .forEach(reasons::add);
            return Outcome.unless(reasons, () -> {
                var open = lines.stream()
                        .filter(line -> line.state() == LineState.OPEN)
                        .map(line -> Changes.line(line, LineState.ACCEPTED, line.question(), line.reply()))
                        .toList();
                writes.lines(header, open);
                return accepted(
                        actor,
                        header,
                        lines.stream()
                                .map(line -> Changes.line(line, LineState.ACCEPTED, line.question(), line.reply()))
                                .toList());
            });
        });
    }

    private ReturnState accepted(Actor actor, ReturnHeader header, List<ReturnLine> lines) {
        var all = lines.stream().allMatch(line -> line.state() == LineState.ACCEPTED);
        var withProvider = lines.stream()
                .anyMatch(line -> line.state() == LineState.QUERIED || line.state() == LineState.ANSWERED);
        var next = header.state() instanceof ReturnState.Returned && withProvider
                ? header.state()
                : new ReturnState.Approved().accepted(all);
        writes.header(Changes.accepted(header, next, recording.now()), actor.account());
        if (all) {
            recording.measure(header, lines, MeasureValue.Status.FINAL, false);
            recording.step(actor, header, "ACCEPTED", null, "");
            recording.publish(new ReturnAccepted(
                    header.icb(),
                    header.organisation(),
                    header.id(),
                    header.period().code()));
        }
        return next;
    }

    /// Whoever decides on a figure decides on the one they saw: a colleague may have been quicker.
    private static List<Reason> whyNotDecided(ReturnLine line, int seen) {
        if (line.state() == LineState.ACCEPTED) {
            return List.of(Reason.house("", "%s has been accepted already.".formatted(line.kpi())));
        }
        return seen == 0 || seen == line.version()
                ? List.of()
                : List.of(Reason.house(
                        "",
                        "%s changed while you were looking at it. Look at it again, then decide."
                                .formatted(line.kpi())));
    }

    private static List<Reason> whyNotAccepted(ReturnHeader header) {
        var withIcb = header.state() instanceof ReturnState.Approved || header.state() instanceof ReturnState.Returned;
        if (!withIcb) {
            return List.of(Reason.house("", "This return is not with the ICB."));
        }
        return header.needsApproval()
                ? List.of(Reason.house("", "The provider's executive has not approved these figures yet."))
                : List.of();
    }

    /// Lets one named person of the provider change a locked return until the end of a day.
    ///
    /// @param account somebody who may enter the provider's return
    /// @param until from today, for at most the working days of the setting `RETURN.unlock`
    /// @param reason at least 10 characters
    public Outcome<Lock.Lifted> unlock(Actor actor, long id, int account, LocalDate until, String reason) {
        return work.write(actor.scope(), () -> {
            var header = locked(actor, id, Permission.RETURN_UNLOCK);
            var reasons =
                    new ArrayList<>(unlocking.refusals(header, store.exceptions(header.icb(), id), account, until));
            if (reason.strip().length() < SHORTEST_REASON) {
                reasons.add(Reason.house("reason", "Say why, in at least 10 characters."));
            }
            return Outcome.unless(reasons, () -> {
                var exception = new Lock.Lifted(account, until, reason.strip());
                writes.exception(header, exception, actor.account(), recording.now());
                recording.step(actor, header, "UNLOCKED", null, unlocking.sentence(header, exception));
                return exception;
            });
        });
    }

    /// The people of the provider for whom a lock may be lifted.
    public List<RoleHolders.Holder> whoMayEnter(Actor actor, ReturnHeader header) {
        policy.require(actor, Permission.RETURN_UNLOCK, Resource.of(header.icb(), header.organisation()));
        return unlocking.whoMayEnter(header);
    }

    private static ReturnLine find(List<ReturnLine> lines, String kpi) {
        return lines.stream().filter(line -> line.kpi().equals(kpi)).findFirst().orElseThrow(HiddenException::new);
    }

    private ReturnHeader locked(Actor actor, long id, Permission permission) {
        var header = store.lock(actor.icb(), id).orElseThrow(HiddenException::new);
        policy.require(actor, permission, Resource.of(header.icb(), header.organisation()));
        return header;
    }

    private static <T> Outcome<T> notNow(String message) {
        return Outcome.refused(List.of(Reason.house("", message)));
    }
}
