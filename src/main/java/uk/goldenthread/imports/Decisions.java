package uk.goldenthread.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Accounts;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.ledger.Ledger;

/// What a person decides about an uploaded file: a choice on a line, approval, putting it aside, taking it back. An
/// approval is applied whole, in one transaction, or not at all.
///
/// Two people: who uploaded a file leaves its approval to another, as long as there is another in this ICB who may.
/// Where
/// there is none, as on the first day of an empty system, one person may do both, and the ledger says so.
@Service
public class Decisions {
    private static final int NAMED = 5;
    private static final int SHORTEST_REASON = 10;

    private final BatchStore batches;
    private final RowStore rows;
    private final ImportTargets targets;
    private final Accounts accounts;
    private final AccessPolicy policy;
    private final UnitOfWork work;
    private final Ledger ledger;
    private final Clock clock;

    Decisions(
            BatchStore batches,
            RowStore rows,
            ImportTargets targets,
            Accounts accounts,
            AccessPolicy policy,
            UnitOfWork work,
            Ledger ledger,
            Clock clock) {
        this.batches = batches;
        this.rows = rows;
        this.targets = targets;
        this.accounts = accounts;
        this.policy = policy;
        this.work = work;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Carries a refusal out of a unit of work so that what was done in it is undone.
    private static final class Blocked extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<Reason> reasons;

        Blocked(List<String> sentences) {
            super("blocked", null, false, false);
            reasons = sentences.stream()
                    .map(sentence -> Reason.house("", sentence))
                    .toList();
        }
    }

    /// Notes what is to be done with lines: by line, the code of the option; `LEAVE` leaves any line out, `TAKE` takes
    /// one that was left out back in.
    public Outcome<Batch> choose(Actor actor, long id, Map<Integer, String> choices) {
        try {
            return work.write(actor.scope(), () -> chooseWithin(actor, id, choices));
        } catch (Blocked blocked) {
            return Outcome.refused(blocked.reasons);
        }
    }

    private Outcome<Batch> chooseWithin(Actor actor, long id, Map<Integer, String> choices) {
        var batch = inReview(actor, id);
        if (batch == null) {
            return notInReview();
        }
        var target = targets.get(batch.kind());
        var resource = Resource.of(actor.icb(), batch.organisation());
        if (!policy.allows(actor, target.approve(), resource)) {
            policy.require(actor, target.prepare(), resource);
        }
        for (var choice : choices.entrySet()) {
            var line = rows.one(id, actor.icb(), choice.getKey()).orElseThrow(HiddenException::new);
            if (!choose(actor, id, line, choice.getValue())) {
                throw new Blocked(List.of("Line %d has no such choice.".formatted(line.line())));
            }
        }
        batches.touch(id, actor.icb());
        ledger.record("IMPORT_CHOSEN", "import/" + id, Map.of("lines", choices.size()));
        return Outcome.accepted(batch);
    }

    private boolean choose(Actor actor, long id, BatchLine line, String code) {
        var ambiguous = line.verdict() == Verdict.AMBIGUOUS;
        if (!ambiguous) {
            var whole = new BatchLine.Choice(code, "", line.after(), null);
            return switch (code) {
                case BatchLine.LEAVE -> chosen(actor, id, line, whole, null);
                case "TAKE" -> line.after() != null && chosen(actor, id, line, whole, line.verdict());
                default -> false;
            };
        }
        var option = line.options().stream().filter(o -> o.code().equals(code)).findFirst();
        if (option.isEmpty()) {
            return false;
        }
        var after = option.get().after();
        var before = line.before();
        var effect = after == null || (before != null && before.sameAs(after))
                ? null
                : before == null ? Verdict.NEW : Verdict.CHANGED;
        return chosen(actor, id, line, option.get(), effect);
    }

    private boolean chosen(Actor actor, long id, BatchLine line, BatchLine.Choice choice, @Nullable Verdict effect) {
        rows.choose(id, actor.icb(), line, choice, effect);
        return true;
    }

    private @Nullable Batch inReview(Actor actor, long id) {
        var batch = batches.lock(id, actor.icb()).orElseThrow(HiddenException::new);
        return batch.state() == BatchState.REVIEW ? batch : null;
    }

    private static Outcome<Batch> notInReview() {
        return Outcome.refused(List.of(Reason.house("", "This import is no longer waiting for a decision.")));
    }

    /// Why this person may not approve this batch, whatever is in it; null when they may.
    public @Nullable String mustBeAnother(Actor actor, Batch batch) {
        var target = targets.get(batch.kind());
        if (batch.uploaded().account() != actor.account() || !target.twoPeople()) {
            return null;
        }
        var others = accounts.othersWhoMay(actor, target.approve());
        return others.isEmpty()
                ? null
                : "You uploaded this file, so somebody else approves it: %s.".formatted(String.join(", ", others));
    }

    /// Who can approve this kind of import, for somebody who cannot.
    public String whoApproves(Actor actor, Batch batch) {
        var others = accounts.othersWhoMay(actor, targets.get(batch.kind()).approve());
        return others.isEmpty()
                ? "Your role prepares imports; nobody here has a role that approves them yet."
                : "Your role prepares imports. These people can approve it: %s.".formatted(String.join(", ", others));
    }

    /// Applies the batch: whole, or not at all.
    ///
    /// @param version the batch's version as the person saw it
    /// @throws OptimisticLockingFailureException when the batch changed since
    public Outcome<Batch> approve(Actor actor, long id, int version) {
        try {
            return work.write(actor.scope(), () -> approveWithin(actor, id, version));
        } catch (Blocked blocked) {
            return Outcome.refused(blocked.reasons);
        }
    }

    private Outcome<Batch> approveWithin(Actor actor, long id, int version) {
        var batch = inReview(actor, id);
        if (batch == null) {
            return notInReview();
        }
        var target = targets.get(batch.kind());
        policy.require(actor, target.approve(), Resource.of(actor.icb(), batch.organisation()));
        if (batch.version() != version) {
            throw new OptimisticLockingFailureException("import %d changed since it was read".formatted(id));
        }
        batches.oneAtATime(batch.kind());
        var changes = rows.effects(id, actor.icb());
        var why = whyNot(actor, batch, target, changes);
        stopFor(why);
        target.apply(changes, actor, id);
        var alone = target.twoPeople() && batch.uploaded().account() == actor.account();
        batches.decide(batch, BatchState.APPROVED, actor, clock.instant(), alone);
        ledger.record(
                "IMPORT_APPROVED",
                "import/" + id,
                Map.of("kind", batch.kind(), "sha256", batch.sha256(), "changes", changes.size(), "alone", alone));
        return Outcome.accepted(batches.find(id, actor.icb()).orElseThrow());
    }

    private static void stopFor(List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new Blocked(reasons);
        }
    }

    private List<String> whyNot(Actor actor, Batch batch, ImportTarget target, List<RowChange> changes) {
        var why = new ArrayList<String>();
        var another = mustBeAnother(actor, batch);
        if (another != null) {
            why.add(another);
        }
        var unchosen = rows.unchosen(batch.id(), actor.icb());
        if (unchosen > 0) {
            why.add(
                    unchosen == 1
                            ? "One line still needs a choice."
                            : "%d lines still need a choice.".formatted(unchosen));
        }
        if (changes.isEmpty() && unchosen == 0) {
            why.add("Approving would change nothing, because every line is left out. Put the file aside instead.");
        }
        why.addAll(target.blockers(changes, actor));
        var moved = moved(target, changes, actor);
        if (!moved.isEmpty()) {
            why.add("Since the file was compared, something else changed %s. Compare the file again.".formatted(moved));
        }
        return why;
    }

    /// What is no longer as a change expects it, in words; empty when all is.
    private static String moved(ImportTarget target, List<RowChange> changes, Actor actor) {
        var keys = changes.stream().map(RowChange::key).collect(Collectors.toCollection(LinkedHashSet::new));
        var current = target.current(keys, actor);
        var moved = changes.stream()
                .filter(change -> !same(change.before(), current.get(change.key())))
                .map(RowChange::key)
                .toList();
        var named = String.join(", ", moved.subList(0, Math.min(NAMED, moved.size())));
        return moved.size() <= NAMED ? named : "%s and %d more".formatted(named, moved.size() - NAMED);
    }

    private static boolean same(@Nullable ImportedRecord expected, @Nullable ImportedRecord found) {
        return (expected == null || found == null) ? Objects.equals(expected, found) : expected.sameAs(found);
    }

    /// Puts a file aside: nothing of it is applied. Whoever uploaded it, or may approve it, can.
    public Outcome<Batch> reject(Actor actor, long id) {
        return work.write(actor.scope(), () -> {
            var batch = inReview(actor, id);
            if (batch == null) {
                return notInReview();
            }
            var target = targets.get(batch.kind());
            if (batch.uploaded().account() != actor.account()) {
                policy.require(actor, target.approve(), Resource.of(actor.icb(), batch.organisation()));
            }
            batches.decide(batch, BatchState.REJECTED, actor, clock.instant(), false);
            ledger.record("IMPORT_PUT_ASIDE", "import/" + id, Map.of("kind", batch.kind()));
            return Outcome.accepted(batches.find(id, actor.icb()).orElseThrow());
        });
    }

    /// Takes an approved import back: whole, or not at all. Refused once anything it touched has changed again, or
    /// something else rests on it.
    public Outcome<Batch> undo(Actor actor, long id, String reason) {
        if (reason.strip().length() < SHORTEST_REASON) {
            return Outcome.refused(List.of(Reason.house("reason", "Say in a sentence why the import is taken back.")));
        }
        try {
            return work.write(actor.scope(), () -> undoWithin(actor, id, reason.strip()));
        } catch (Blocked blocked) {
            return Outcome.refused(blocked.reasons);
        } catch (DataIntegrityViolationException e) {
            return Outcome.refused(List.of(Reason.house(
                    "",
                    "It cannot be taken back: other records rest on what it brought in, such as figures or returns.")));
        }
    }

    private Outcome<Batch> undoWithin(Actor actor, long id, String reason) {
        var batch = batches.lock(id, actor.icb()).orElseThrow(HiddenException::new);
        var target = targets.get(batch.kind());
        policy.require(actor, target.approve(), Resource.of(actor.icb(), batch.organisation()));
        if (batch.state() != BatchState.APPROVED) {
            return Outcome.refused(List.of(Reason.house("", "Only an approved import can be taken back.")));
        }
        batches.oneAtATime(batch.kind());
        var inverse =
                rows.effects(id, actor.icb()).stream().map(RowChange::inverse).toList();
        stopFor(target.blockers(inverse, actor));
        var moved = moved(target, inverse, actor);
        if (!moved.isEmpty()) {
            throw new Blocked(List.of("It cannot be taken back, because something later changed %s.".formatted(moved)));
        }
        stopFor(target.undo(inverse, actor, id));
        batches.undo(batch, actor, clock.instant(), reason);
        ledger.record("IMPORT_UNDONE", "import/" + id, Map.of("kind", batch.kind(), "changes", inverse.size()));
        return Outcome.accepted(batches.find(id, actor.icb()).orElseThrow());
    }
}
