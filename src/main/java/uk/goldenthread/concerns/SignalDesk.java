package uk.goldenthread.concerns;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Names;
import uk.goldenthread.access.Permission;
import uk.goldenthread.concerns.store.QuestionStore;
import uk.goldenthread.concerns.store.QuestionStore.Question;
import uk.goldenthread.concerns.store.SignalList;
import uk.goldenthread.concerns.store.SignalList.Filter;
import uk.goldenthread.concerns.store.SignalList.Line;
import uk.goldenthread.concerns.store.SignalStore;
import uk.goldenthread.concerns.store.SignalStore.Note;
import uk.goldenthread.concerns.store.SignalStore.Stored;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.organisations.Directory;
import uk.goldenthread.organisations.Organisation;

/// Reads signals for pages and for the interface: the inbox, and one signal with all that belongs to it.
@Service
public class SignalDesk {
    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final SignalList list;
    private final SignalStore signals;
    private final QuestionStore questions;
    private final Directory directory;
    private final Names names;
    private final ConcernSettings settings;
    private final Clock clock;

    SignalDesk(
            UnitOfWork work,
            AccessPolicy policy,
            SignalList list,
            SignalStore signals,
            QuestionStore questions,
            Directory directory,
            Names names,
            ConcernSettings settings,
            Clock clock) {
        this.work = work;
        this.policy = policy;
        this.list = list;
        this.signals = signals;
        this.questions = questions;
        this.directory = directory;
        this.names = names;
        this.settings = settings;
        this.clock = clock;
    }

    /// A page of the inbox.
    public record Inbox(List<Line> lines, long total, List<Organisation> providers) {}

    /// One signal with all that belongs to it.
    ///
    /// @param names by account number
    public record Opened(
            Stored signal,
            Organisation provider,
            List<Note> notes,
            List<Question> questions,
            Map<String, String> names) {
        public String name(int account) {
            return names.getOrDefault(Integer.toString(account), "Somebody");
        }
    }

    /// What is asked for; the words of the address, unchecked.
    public record Asked(String show, String rule, String provider, String kpi, String sort) {}

    public Inbox inbox(Actor actor, AsAt asAt, Asked asked, int page, int size) {
        policy.require(actor, Permission.SIGNAL_VIEW, Resource.ofIcb(actor.icb()));
        if (!actor.reachesWholeIcb()) {
            throw new HiddenException();
        }
        var filter = filter(asked);
        return work.read(
                actor.scope(),
                asAt.instant(),
                () -> new Inbox(
                        list.page(actor.icb(), filter, page, size),
                        list.count(actor.icb(), filter),
                        directory.providersOf(actor.icb(), today())));
    }

    private Filter filter(Asked asked) {
        return new Filter(
                asked.show(),
                asked.rule().isBlank() ? null : asked.rule(),
                asked.provider().isBlank() ? null : asked.provider(),
                asked.kpi().isBlank() ? null : asked.kpi(),
                asked.sort(),
                settings.overdueIfRaisedBy(today()));
    }

    /// One signal. Providers do not see the ICB's working papers: to them it is not there.
    public Opened open(Actor actor, AsAt asAt, long id) {
        return work.read(actor.scope(), asAt.instant(), () -> {
            var signal = signals.find(actor.icb(), id).orElseThrow(HiddenException::new);
            Signals.requireIcb(actor, signal);
            policy.require(actor, Permission.SIGNAL_VIEW, Resource.of(signal.icb(), signal.organisation()));
            var notes = signals.notes(actor.icb(), id);
            var asked = questions.of(actor.icb(), id);
            var provider = directory.byId(signal.organisation()).orElseThrow(HiddenException::new);
            return new Opened(signal, provider, notes, asked, names.of(accounts(signal, notes, asked)));
        });
    }

    private static Set<String> accounts(Stored signal, List<Note> notes, List<Question> questions) {
        var accounts = new HashSet<String>();
        notes.forEach(note -> accounts.add(Integer.toString(note.author())));
        questions.forEach(question -> accounts.add(Integer.toString(question.askedBy())));
        Stream.concat(
                        questions.stream().map(Question::answeredBy),
                        Stream.of(signal.acknowledgedBy(), signal.triagedBy(), signal.closedBy()))
                .filter(Objects::nonNull)
                .forEach(account -> accounts.add(account.toString()));
        return accounts;
    }

    public LocalDate today() {
        return London.dateOf(clock.instant());
    }
}
