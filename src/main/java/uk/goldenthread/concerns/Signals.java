package uk.goldenthread.concerns;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.concerns.model.Progress;
import uk.goldenthread.concerns.model.Progress.Triage;
import uk.goldenthread.concerns.store.QuestionStore;
import uk.goldenthread.concerns.store.QuestionStore.Question;
import uk.goldenthread.concerns.store.SignalStore;
import uk.goldenthread.concerns.store.SignalStore.Note;
import uk.goldenthread.concerns.store.SignalStore.Stored;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.rulebook.Rules;

/// What people do about signals: acknowledge, triage, ask the provider, dismiss, close; and the
/// provider's answer.
@Service
public class Signals {
    private static final int LONGEST = 4000;

    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final SignalStore signals;
    private final QuestionStore questions;
    private final Scores scores;
    private final OwedLook owed;
    private final ConcernSettings settings;
    private final Ledger ledger;
    private final Rules rules;
    private final Clock clock;

    Signals(
            UnitOfWork work,
            AccessPolicy policy,
            SignalStore signals,
            QuestionStore questions,
            Scores scores,
            OwedLook owed,
            ConcernSettings settings,
            Ledger ledger,
            Rules rules,
            Clock clock) {
        this.work = work;
        this.policy = policy;
        this.signals = signals;
        this.questions = questions;
        this.scores = scores;
        this.owed = owed;
        this.settings = settings;
        this.ledger = ledger;
        this.rules = rules;
        this.clock = clock;
    }

    /// A named person takes a signal (BR-SPC-17).
    public Outcome<Long> acknowledge(Actor actor, long id, int version) {
        return work.write(actor.scope(), () -> {
            var signal = load(actor, id, version);
            return switch (signal.progress()) {
                case Progress.Raised raised ->
                    raised.acknowledge(actor.account(), today())
                            .map(next -> stored(actor, signal, next, "ACKNOWLEDGED", ""));
                case Progress.Acknowledged _, Progress.Triaged _ ->
                    refused("Somebody has acknowledged this signal already.");
                case Progress.Closed _ -> refused("This signal is closed.");
            };
        });
    }

    /// Says what is done about a signal; of one that nobody acknowledged, this person thereby does.
    /// Asking sends the
    /// question to the provider.
    ///
    /// @param version the version it was seen in; 0 to take it as it stands
    public Outcome<Long> triage(Actor actor, long id, Triage triage, int version) {
        return work.write(actor.scope(), () -> {
            var signal = load(actor, id, version);
            var next =
                    switch (signal.progress()) {
                        case Progress.Raised raised ->
                            raised.acknowledge(actor.account(), today())
                                    .then(taken -> taken.triage(triage, actor.account(), today()));
                        case Progress.Acknowledged taken -> taken.triage(triage, actor.account(), today());
                        case Progress.Triaged triaged -> triaged.triage(triage, actor.account(), today());
                        case Progress.Closed _ -> Outcome.<Progress>refused("", "This signal is closed.", RULE);
                    };
            return next.map(progress -> {
                if (triage instanceof Triage.Ask(var question)) {
                    ask(actor, signal, question.strip());
                }
                return stored(actor, signal, progress, act(triage), words(triage));
            });
        });
    }

    /// Puts a question to the provider about a signal.
    public Outcome<Long> askProvider(Actor actor, long id, String question) {
        return triage(actor, id, new Triage.Ask(question), 0);
    }

    /// Says why a signal needs nothing.
    public Outcome<Long> dismiss(Actor actor, long id, String reason) {
        return triage(actor, id, new Triage.Dismiss(reason), 0);
    }

    /// Closes a signal after it was dealt with.
    public Outcome<Long> close(Actor actor, long id, String why, int version) {
        return work.write(actor.scope(), () -> {
            var signal = load(actor, id, version);
            return switch (signal.progress()) {
                case Progress.Triaged triaged ->
                    triaged.close(actor.account(), why, today())
                            .map(next -> stored(actor, signal, next, "CLOSED", why.strip()));
                case Progress.Raised _, Progress.Acknowledged _ ->
                    refused("Say first what is done about this signal: ask, link, watch or dismiss.");
                case Progress.Closed _ -> refused("This signal is closed already.");
            };
        });
    }

    /// The provider's answer to a question.
    public Outcome<Long> answer(Actor actor, long question, String text) {
        return work.write(actor.scope(), () -> {
            var asked = questions.find(actor.icb(), question).orElseThrow(HiddenException::new);
            policy.require(actor, Permission.SIGNAL_ANSWER, Resource.of(asked.icb(), asked.organisation()));
            if (asked.answer() != null) {
                return refused("This question has been answered already.");
            }
            if (text.isBlank() || text.length() > LONGEST) {
                return Outcome.refused("answer", "Write an answer of at most 4,000 characters", RULE);
            }
            questions.answer(asked, text.strip(), actor.account(), today());
            owed.look(asked.icb(), asked.organisation(), today());
            ledger.record("SIGNAL_QUESTION_ANSWERED", "signal/" + asked.signal(), Map.of("question", question));
            return Outcome.accepted(question);
        });
    }

    /// A question put to a provider, with the last day on which its answer is in time.
    public record Put(Question question, LocalDate answerBy) {}

    /// The questions put to the acting organisation.
    public List<Put> questionsToMe(Actor actor) {
        policy.require(actor, Permission.SIGNAL_ANSWER);
        return work.read(
                actor.scope(),
                () -> questions.to(actor.icb(), actor.organisation()).stream()
                        .map(question -> new Put(question, settings.answerDue(question.askedOn())))
                        .toList());
    }

    private static final Clause RULE = Progress.ACKNOWLEDGE;

    private static Outcome<Long> refused(String message) {
        return Outcome.refused("", message, RULE);
    }

    private Stored load(Actor actor, long id, int version) {
        var signal = signals.find(actor.icb(), id).orElseThrow(HiddenException::new);
        requireIcb(actor, signal);
        policy.require(actor, Permission.SIGNAL_TRIAGE, Resource.of(signal.icb(), signal.organisation()));
        if (version != 0 && version != signal.version()) {
            throw new org.springframework.dao.OptimisticLockingFailureException(
                    "signal %d is at version %d, not %d".formatted(id, signal.version(), version));
        }
        return signal;
    }

    /// A provider knows what it is asked; the signal itself is the ICB's working paper.
    static void requireIcb(Actor actor, Stored signal) {
        if (!actor.reachesWholeIcb() || signal.icb() != actor.icb()) {
            throw new HiddenException();
        }
    }

    private long stored(Actor actor, Stored signal, Progress next, String act, String words) {
        signals.replace(signal, next);
        signals.note(signal, new Note(today(), actor.account(), act, words));
        scores.bringUpToDate(signal.icb(), List.of(signal.organisation()), today());
        if (next instanceof Progress.Closed) {
            owed.look(signal.icb(), signal.organisation(), today());
        }
        ledger.record("SIGNAL_" + act, "signal/" + signal.id(), Map.of("rule", signal.rule()));
        return signal.id();
    }

    private void ask(Actor actor, Stored signal, String question) {
        var name = signal.kpi() == null
                ? "Returns"
                : rules.now().kpis().find(signal.kpi()).map(KpiDefinition::name).orElse(signal.kpi());
        questions.ask(
                new QuestionStore.Asking(signal, name + ". " + signal.words(), question, actor.account(), today()));
    }

    private static String act(Triage triage) {
        return switch (triage) {
            case Triage.Ask _ -> "ASKED";
            case Triage.Link _ -> "LINKED";
            case Triage.Watch _ -> "WATCHED";
            case Triage.Dismiss _ -> "DISMISSED";
        };
    }

    private static String words(Triage triage) {
        return switch (triage) {
            case Triage.Ask(var question) -> question.strip();
            case Triage.Link(var reference) -> reference.strip();
            case Triage.Watch(var note) -> note.strip();
            case Triage.Dismiss(var reason) -> reason.strip();
        };
    }

    private LocalDate today() {
        return London.dateOf(clock.instant());
    }
}
