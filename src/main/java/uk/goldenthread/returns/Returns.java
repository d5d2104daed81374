package uk.goldenthread.returns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import uk.goldenthread.returns.model.Answer;
import uk.goldenthread.returns.model.LineRules;
import uk.goldenthread.returns.model.LineState;
import uk.goldenthread.returns.model.ReturnHeader;
import uk.goldenthread.returns.model.ReturnLine;
import uk.goldenthread.returns.model.ReturnState;
import uk.goldenthread.returns.store.ReturnStore;
import uk.goldenthread.returns.store.ReturnWrites;

/// What a provider does with its return: enter, submit, approve, correct. With [ReturnReviews] and
/// [ReturnOpening] the
/// only way to change one.
@Service
public class Returns {
    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final ReturnStore store;
    private final ReturnWrites writes;
    private final ReturnRules rules;
    private final Recording recording;

    Returns(
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

    /// What the person had seen when they changed something.
    ///
    /// @param version the return's version
    /// @param exact whether any other change refuses this one (a program's `If-Match`), or only another
    ///     person's
    ///     change of the same line (a page, where each field is saved as it is left)
    public record Base(int version, boolean exact) {
        /// A page's.
        public static Base seen(int version) {
            return new Base(version, false);
        }

        /// A program's.
        public static Base ifMatch(int version) {
            return new Base(version, true);
        }
    }

    /// The version to give with the next change.
    public record Saved(int version) {}

    /// Saves what was typed, all or nothing. A field not named stays as it is; what cannot be a figure is
    /// refused at
    /// its field, `K01.numerator`.
    ///
    /// @throws ReturnConflict when somebody else changed the same lines since `base`
    public Outcome<Saved> save(Actor actor, long id, Base base, List<Typed> typed) {
        return work.write(actor.scope(), () -> {
            var header = locked(actor, id, Permission.RETURN_ENTER);
            var reasons = new ArrayList<>(whyNotChanged(actor, header));
            if (!reasons.isEmpty()) {
                return Outcome.refused(reasons);
            }
            var before = byKpi(store.lines(header.icb(), id));
            var after = new ArrayList<ReturnLine>();
            for (var each : typed) {
                read(header, before, each, reasons)
                        .filter(line -> !line.answer().sameAs(find(before, line).answer()))
                        .ifPresent(line -> after.add(enteredBy(actor, line)));
            }
            return Outcome.unless(reasons, () -> store(actor, header, base, before, after));
        });
    }

    private Saved store(
            Actor actor, ReturnHeader header, Base base, Map<String, ReturnLine> before, List<ReturnLine> after) {
        var conflicting = new ArrayList<ReturnConflict.Field>();
        for (var line : after) {
            var stored = find(before, line);
            var others = stored.version() > base.version()
                    && (base.exact() || !Integer.valueOf(actor.account()).equals(stored.enteredBy()));
            if (others || (base.exact() && header.version() != base.version())) {
                conflicting.addAll(Conflicts.between(rules.asked(line), line.answer(), stored.answer()));
            }
        }
        if (!conflicting.isEmpty()) {
            throw new ReturnConflict(header.id(), header.version(), conflicting);
        }
        if (after.isEmpty()) {
            return new Saved(Math.min(base.version(), header.version()));
        }
        writes.lines(header, after);
        var figuresChanged = after.stream()
                .anyMatch(line -> !line.answer().sameFigures(find(before, line).answer()));
        writes.header(Changes.entered(header, actor.account(), figuresChanged), actor.account());
        recording.ledger(
                "RETURN_SAVED",
                header,
                Map.of("kpis", after.stream().map(ReturnLine::kpi).toList()));
        // Somebody who has not seen another's change keeps the version they have seen.
        return new Saved(base.version() == header.version() ? header.version() + 1 : base.version());
    }

    /// One field, as it is left: the same as [#save] with one line.
    public Outcome<Saved> saveLine(Actor actor, long id, int seenVersion, Typed typed) {
        return save(actor, id, Base.seen(seenVersion), List.of(typed));
    }

    /// Says that the return is complete. Refused with everything that is missing, line by line.
    public Outcome<ReturnState> submit(Actor actor, long id) {
        return work.write(actor.scope(), () -> {
            var header = locked(actor, id, Permission.RETURN_SUBMIT);
            var refused = whyNotChanged(actor, header);
            if (!refused.isEmpty() || !(header.state() instanceof ReturnState.Enterable enterable)) {
                return Outcome.refused(refused);
            }
            var lines = store.lines(header.icb(), id);
            var checked = checked(header, lines);
            return enterable.submit(checked.missing(), header.needsApproval()).map(next -> {
                writes.header(Changes.submitted(header, next, actor.account(), rules.now()), actor.account());
                writes.odd(header, checked.odd());
                recording.measure(header, lines, MeasureValue.Status.PROVISIONAL, header.submittedAt() != null);
                recording.step(actor, header, "SUBMITTED", null, "");
                recording.publish(new ReturnSubmitted(
                        header.icb(), header.organisation(), id, header.period().code()));
                return next;
            });
        });
    }

    /// What is still missing, and how many figures are worth a second look.
    private record Checked(List<Reason> missing, int odd) {}

    private Checked checked(ReturnHeader header, List<ReturnLine> lines) {
        var limits = rules.limits();
        var earlier = store.earlier(header.icb(), header.id(), limits.repeatedPeriods());
        var reasons = new ArrayList<Reason>();
        var odd = 0;
        for (var line : lines) {
            var asked = rules.asked(line);
            List<Answer> before = earlier.getOrDefault(line.kpi(), List.of());
            LineRules.unfinished(asked, line.answer(), before, limits)
                    .forEach(reason -> reasons.add(FigureReading.at(line.kpi(), reason)));
            if (line.state() == LineState.QUERIED) {
                reasons.add(Reason.house(line.kpi() + ".answer", "Answer what the ICB asked about this figure."));
            }
            odd += LineRules.odd(asked, line.answer(), before, limits).isEmpty() ? 0 : 1;
        }
        return new Checked(reasons, odd);
    }

    /// The provider's executive approves for the board: never somebody who entered any of it.
    public Outcome<ReturnState> approve(Actor actor, long id) {
        return work.write(actor.scope(), () -> {
            var header = locked(actor, id, Permission.RETURN_EXECUTIVE_APPROVE);
            Outcome<? extends ReturnState> outcome =
                    switch (header.state()) {
                        case ReturnState.Submitted it -> it.approve(actor.account(), header.enteredBy());
                        case ReturnState.Accepted it
                        when header.changedSinceApproval() -> it.approve(actor.account(), header.enteredBy());
                        default -> notNow("There is nothing to approve: this return is not waiting for an executive.");
                    };
            return outcome.map(next -> {
                writes.header(Changes.approved(header, next, actor.account(), rules.now()), actor.account());
                recording.step(actor, header, "APPROVED", null, "");
                return next;
            });
        });
    }

    /// The provider's executive hands it back to be put right.
    public Outcome<ReturnState> giveBack(Actor actor, long id, String reason) {
        return work.write(actor.scope(), () -> {
            var header = locked(actor, id, Permission.RETURN_EXECUTIVE_APPROVE);
            if (!(header.state() instanceof ReturnState.Submitted submitted)) {
                return notNow("This return is not waiting for an executive.");
            }
            return submitted.giveBack(reason).map(next -> {
                writes.header(Changes.moved(header, next), actor.account());
                recording.step(actor, header, "GIVEN_BACK", null, reason.strip());
                return next;
            });
        });
    }

    /// The provider answers what the ICB asked about a line. The return goes back to the ICB when it is
    /// submitted
    /// again.
    public Outcome<Saved> answer(Actor actor, long id, String kpi, String words) {
        return work.write(actor.scope(), () -> {
            var header = locked(actor, id, Permission.RETURN_ENTER);
            var line = line(header, kpi);
            if (!(header.state() instanceof ReturnState.Returned returned)
                    || line.question().isEmpty()) {
                return notNow("The ICB has not asked about this figure.");
            }
            return returned.answer(words).map(next -> {
                writes.lines(header, List.of(Changes.line(line, LineState.ANSWERED, line.question(), words.strip())));
                writes.header(Changes.moved(header, next), actor.account());
                recording.step(actor, header, "ANSWERED", kpi, words.strip());
                return new Saved(header.version() + 1);
            });
        });
    }

    static boolean approvedBy(Actor actor, ReturnHeader header) {
        return Integer.valueOf(actor.account()).equals(header.approvedBy());
    }

    /// Why the person may not change figures now; empty when they may.
    List<Reason> whyNotChanged(Actor actor, ReturnHeader header) {
        return rules.whyNotChanged(header, store.exceptions(header.icb(), header.id()), actor.account());
    }

    private Optional<ReturnLine> read(
            ReturnHeader header, Map<String, ReturnLine> lines, Typed typed, List<Reason> reasons) {
        var line = lines.get(typed.kpi());
        if (line == null) {
            reasons.add(Reason.house(typed.kpi(), "This return does not ask for %s.".formatted(typed.kpi())));
            return Optional.empty();
        }
        var outcome = FigureReading.read(rules.asked(line), line.answer(), typed);
        reasons.addAll(outcome.reasons());
        if (!(outcome instanceof Outcome.Accepted<Answer>(var answer))) {
            return Optional.empty();
        }
        if (!header.isEditable(line) && !answer.sameAs(line.answer())) {
            reasons.add(Reason.house(
                    typed.kpi() + ".numerator", "The ICB did not ask about this figure, so it cannot change now."));
            return Optional.empty();
        }
        return Optional.of(Changes.line(line, answer));
    }

    private static ReturnLine enteredBy(Actor actor, ReturnLine line) {
        return Changes.enteredBy(line, actor.account());
    }

    private static ReturnLine find(Map<String, ReturnLine> lines, ReturnLine line) {
        return java.util.Objects.requireNonNull(lines.get(line.kpi()));
    }

    private static Map<String, ReturnLine> byKpi(List<ReturnLine> lines) {
        var byKpi = new HashMap<String, ReturnLine>();
        lines.forEach(line -> byKpi.put(line.kpi(), line));
        return byKpi;
    }

    private ReturnLine line(ReturnHeader header, String kpi) {
        return store.lines(header.icb(), header.id()).stream()
                .filter(line -> line.kpi().equals(kpi))
                .findFirst()
                .orElseThrow(HiddenException::new);
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
