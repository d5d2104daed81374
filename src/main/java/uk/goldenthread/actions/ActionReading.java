package uk.goldenthread.actions;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.actions.model.Action;
import uk.goldenthread.actions.model.Standing;
import uk.goldenthread.actions.store.ActionBoard;
import uk.goldenthread.actions.store.ActionList;
import uk.goldenthread.actions.store.ActionStore;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.evidence.EvidenceItem;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.shell.view.Dates;
import uk.goldenthread.thread.ThreadNode;
import uk.goldenthread.thread.ThreadSource;

/// Reads actions for pages and programs, now or as at an instant, as far as the person may see
/// them.
@Service
public class ActionReading {
    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final ActionStore store;
    private final ActionList list;
    private final ActionBoard board;
    private final ActionRules rules;
    private final ActionEvidence evidence;
    private final Found found;
    private final ObjectProvider<ThreadSource> threads;

    ActionReading(
            Stores stores,
            UnitOfWork work,
            AccessPolicy policy,
            ActionRules rules,
            Found found,
            ObjectProvider<ThreadSource> threads) {
        this.work = work;
        this.policy = policy;
        this.store = stores.one();
        this.list = stores.list();
        this.board = stores.board();
        this.evidence = stores.evidence();
        this.rules = rules;
        this.found = found;
        this.threads = threads;
    }

    /// What is read from.
    @org.springframework.stereotype.Component
    record Stores(ActionStore one, ActionList list, ActionBoard board, ActionEvidence evidence) {}

    /// What asked for an action, as far as its module tells.
    ///
    /// @param sentence what it is; its name alone where no module tells, or not to this person
    public record Source(
            Reference reference, String sentence, @Nullable String href) {}

    /// An action with all that its page shows.
    ///
    /// @param repeats earlier actions of the same theme that were verified: a repeat finding
    /// @param follower the occurrence after it, when it comes again
    /// @param refusals why this person may not verify it; empty when they may, or when nothing
    ///     waits to be verified
    /// @param colleagues who may own it; empty for those who may not say
    public record Whole(
            Action action,
            Standing standing,
            LocalDate day,
            List<Source> sources,
            List<ActionStore.Step> steps,
            List<ActionStore.Extension> extensions,
            List<ActionStore.Judgement> judgements,
            List<EvidenceItem> evidence,
            List<ActionStore.Earlier> repeats,
            @Nullable Long follower,
            List<Reason> refusals,
            List<ActionStore.Colleague> colleagues) {
        /// The later date that waits for a decision.
        public Optional<ActionStore.Extension> asked() {
            return extensions.stream()
                    .filter(each -> each.decision().equals("ASKED"))
                    .findFirst();
        }
    }

    /// One action.
    ///
    /// @throws HiddenException when there is none, or none that the person may see
    public Whole whole(Actor actor, AsAt asAt, long id) {
        var looking = actor.at(asAt);
        return work.read(looking.scope(), () -> {
            var action = store.find(actor.icb(), id).orElseThrow(HiddenException::new);
            policy.require(actor, Permission.ACTION_VIEW, Resource.of(action.icb(), action.organisation()));
            var day = rules.day(asAt);
            var since = ActionRules.day(action.progress().proposedAt())
                    .minusMonths(rules.limits(day).repeatMonths())
                    .atStartOfDay(Dates.LONDON)
                    .toInstant();
            var now = !asAt.isPast();
            return new Whole(
                    action,
                    rules.standing(action, day),
                    day,
                    sources(looking, store.sources(actor.icb(), id)),
                    store.steps(actor.icb(), id),
                    store.extensions(actor.icb(), id),
                    store.judgements(actor.icb(), id),
                    evidence.items(looking, id),
                    store.earlierOfTheme(action, since),
                    store.follower(actor.icb(), id).orElse(null),
                    now && actor.may(Permission.ACTION_ASSURE) ? found.verification(actor, action) : List.of(),
                    now && actor.may(Permission.ACTION_WORK) ? found.whoMayOwn(action.organisation()) : List.of());
        });
    }

    /// What these things are, as the modules that keep them tell this person.
    private List<Source> sources(Actor actor, List<Reference> of) {
        var told = new HashMap<Reference, ThreadNode>();
        if (!of.isEmpty()) {
            threads.stream()
                    .forEach(thread -> thread.nodes(actor, of).forEach(node -> told.put(node.reference(), node)));
        }
        return of.stream()
                .map(each -> {
                    var node = told.get(each);
                    return node == null
                            ? new Source(each, each.kind().replace('-', ' ') + " " + each.key(), null)
                            : new Source(each, node.sentence(), node.href());
                })
                .toList();
    }

    /// What one thing is, for the page that proposes an action for it; nothing where no module
    /// tells this person.
    public Optional<Source> source(Actor actor, Reference of) {
        return work.read(
                actor.scope(),
                () -> threads.stream()
                        .flatMap(thread -> thread.nodes(actor, List.of(of)).stream())
                        .filter(node -> node.reference().equals(of))
                        .findFirst()
                        .map(node -> new Source(of, node.sentence(), node.href())));
    }

    /// What a list is asked for; null means any.
    ///
    /// @param owner an account's number
    /// @param from kind of what asked for it
    public record Wanted(
            @Nullable String organisationCode,
            @Nullable Integer owner,
            @Nullable String state,
            @Nullable String theme,
            @Nullable String priority,
            @Nullable String from,
            ActionList.@Nullable Mark mark,
            ActionList.Order order,
            ActionList.Start start,
            int size) {}

    /// A line of the list with how it stands.
    public record Line(ActionList.Row row, Standing standing) {}

    /// A page of the list.
    public record Listed(List<Line> lines, long total, LocalDate day) {}

    /// Lists actions: an ICB's all, a provider's own. One statement.
    public Listed list(Actor actor, AsAt asAt, Wanted wanted) {
        return work.read(actor.scope(), asAt.instant(), () -> {
            var organisation = reach(actor);
            if (organisation == null && wanted.organisationCode() != null) {
                organisation = store.organisation(wanted.organisationCode()).orElse(-1);
            }
            var day = rules.day(asAt);
            var filter = new ActionList.Filter(
                    actor.icb(),
                    organisation,
                    wanted.owner(),
                    wanted.state(),
                    wanted.theme(),
                    wanted.priority(),
                    wanted.from(),
                    wanted.mark(),
                    day,
                    rules.stalledBefore(day));
            var page = list.page(filter, wanted.order(), wanted.start(), wanted.size());
            var lines = page.rows().stream()
                    .map(row -> new Line(row, rules.standing(row, day)))
                    .toList();
            return new Listed(lines, page.total(), day);
        });
    }

    /// Those of these actions that the person may see.
    public List<Line> lines(Actor actor, List<Long> ids) {
        return work.read(actor.scope(), () -> {
            policy.require(actor, Permission.ACTION_VIEW);
            return list.ofNumbers(actor.icb(), ids).stream()
                    .map(row -> new Line(row, rules.standing(row, rules.today())))
                    .toList();
        });
    }

    /// The organisation a list is narrowed to; null for those who see the whole ICB.
    private @Nullable Integer reach(Actor actor) {
        var resource =
                actor.reachesWholeIcb() ? Resource.ofIcb(actor.icb()) : Resource.of(actor.icb(), actor.organisation());
        policy.require(actor, Permission.ACTION_VIEW, resource);
        return resource.organisation();
    }

    /// The board.
    public List<ActionBoard.Line> board(Actor actor, AsAt asAt, ActionBoard.By by) {
        return work.read(
                actor.scope(), asAt.instant(), () -> board.lines(by, actor.icb(), reach(actor), rules.day(asAt)));
    }

    /// The themes by code, for filters and forms.
    public Map<String, String> themes(Actor actor, AsAt asAt) {
        return work.read(actor.scope(), asAt.instant(), () -> {
            var themes = new java.util.LinkedHashMap<String, String>();
            rules.themes().forEach(theme -> themes.put(theme.code(), theme.name()));
            return themes;
        });
    }

    /// Who may own the actions of an organisation, where this person may say so.
    public List<ActionStore.Colleague> whoMayOwn(Actor actor) {
        return work.read(actor.scope(), () -> found.whoMayOwn(actor.organisation()));
    }

    /// Today in London.
    public LocalDate today() {
        return rules.today();
    }

    /// The day a verified action is looked at again, as proposed.
    public LocalDate checkOn(Actor actor) {
        return work.read(
                actor.scope(), () -> rules.today().plusMonths(rules.limits().embedMonths()));
    }

    /// How often a date may move without the committee.
    public int freeExtensions(Actor actor) {
        return work.read(actor.scope(), () -> rules.limits().extensions());
    }

    /// The latest date that may be given to an action proposed today.
    public LocalDate latestDue(Actor actor, boolean critical) {
        return work.read(actor.scope(), () -> {
            var limits = rules.limits();
            return rules.today().plusDays(critical ? limits.dueDaysCritical() : limits.dueDays());
        });
    }
}
