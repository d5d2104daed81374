package uk.goldenthread.visits;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.actions.ActionRegister;
import uk.goldenthread.actions.ActionSummary;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.visits.model.Clocks;
import uk.goldenthread.visits.model.Visit;
import uk.goldenthread.visits.model.VisitKind;
import uk.goldenthread.visits.model.VisitState;
import uk.goldenthread.visits.store.FindingStore;
import uk.goldenthread.visits.store.VisitStore;

/// Reads visits for pages, now or as at an instant, as far as the person may see them.
@Service
public class VisitReading {
    private static final int SOON = 90;

    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final VisitStore store;
    private final FindingStore found;
    private final VisitRules rules;
    private final Template template;
    private final ActionRegister actions;

    VisitReading(
            UnitOfWork work,
            AccessPolicy policy,
            Visits.Kept kept,
            VisitRules rules,
            Template template,
            ActionRegister actions) {
        this.work = work;
        this.policy = policy;
        this.store = kept.store();
        this.found = kept.findings();
        this.rules = rules;
        this.template = template;
        this.actions = actions;
    }

    /// A finding with what is due about it and the actions it asked for.
    ///
    /// @param writtenBy when an immediate risk is to be confirmed in writing; null for others
    /// @param planBy when the provider's plan for it is due; null for others
    public record Found(
            FindingStore.Finding finding,
            @Nullable LocalDate writtenBy,
            @Nullable LocalDate planBy,
            List<ActionSummary> actions) {}

    /// A visit with all that its page shows.
    ///
    /// @param answers what was written down, by question; empty for the provider
    /// @param again what it looks at again of the visit it follows
    /// @param beside the visit it follows and those that follow it, as far as this person may see them
    /// @param due what is due next; null while nothing runs
    /// @param possible its day; while it is planned, the first on or after it of which notice can still be given
    /// @param waits why its report cannot become final, or the visit not go on, yet; null where it can or need not
    public record Whole(
            Visit visit,
            LocalDate day,
            Map<String, VisitStore.Answer> answers,
            List<Found> findings,
            List<Visit.Comment> comments,
            List<VisitStore.Step> steps,
            List<Found> again,
            List<Visit> beside,
            Clocks.@Nullable Due due,
            @Nullable LocalDate checkBy,
            LocalDate possible,
            @Nullable String waits) {}

    /// One visit.
    ///
    /// @throws HiddenException when there is none that this person may see
    public Whole whole(Actor actor, AsAt asAt, long id) {
        var looking = actor.at(asAt);
        return work.read(looking.scope(), () -> {
            var visit = store.find(actor.icb(), id).orElseThrow(HiddenException::new);
            policy.require(actor, Permission.VISIT_VIEW, Resource.of(visit.icb(), visit.organisation()));
            var clocks = rules.clocks();
            var happened = visit.happened();
            var sent = happened.sent();
            var findings = found(looking, found.ofVisit(visit.icb(), id), clocks);
            var comments = store.comments(visit.icb(), id);
            var checkBy = sent == null ? null : clocks.accuracy(sent);
            return new Whole(
                    visit,
                    rules.day(asAt),
                    store.answers(visit.icb(), id),
                    findings,
                    comments,
                    store.steps(visit.icb(), id),
                    found(looking, found.again(visit), clocks),
                    store.beside(visit),
                    clocks.next(visit.state(), happened.carriedOut(), sent, happened.answered()),
                    checkBy,
                    possible(visit),
                    waits(visit, findings, comments, checkBy));
        });
    }

    private List<Found> found(Actor actor, List<FindingStore.Finding> findings, Clocks clocks) {
        if (findings.isEmpty()) {
            return List.of();
        }
        var asked = actions.of(
                actor,
                findings.stream()
                        .map(each -> Reference.of("finding", each.id()))
                        .toList());
        return findings.stream()
                .map(each -> {
                    var told = each.toldAt();
                    return new Found(
                            each,
                            told == null ? null : clocks.written(told),
                            told == null ? null : clocks.plan(told),
                            Objects.requireNonNullElse(asked.get(Reference.of("finding", each.id())), List.of()));
                })
                .toList();
    }

    /// A page of the list.
    ///
    /// @param due what is due next, by visit
    public record Listed(List<Visit> visits, int total, LocalDate day, Map<Long, Clocks.Due> due) {}

    /// Which visits are listed: those that run or come soon, all, or those in one state.
    ///
    /// @param state null for any
    public record Wanted(boolean running, @Nullable String state) {
        /// Those that are not at their end, and of those to come the ones of the next 90 days.
        public static final Wanted RUNNING = new Wanted(true, null);
        /// All.
        public static final Wanted ANY = new Wanted(false, null);
    }

    /// Lists visits: an ICB's all, a provider's own.
    public Listed list(Actor actor, AsAt asAt, Wanted wanted, int page, int size) {
        return work.read(actor.scope(), asAt.instant(), () -> {
            policy.require(actor, Permission.VISIT_VIEW);
            var filter = new VisitStore.Filter(
                    actor.icb(),
                    actor.reachesWholeIcb() ? null : Integer.valueOf(actor.organisation()),
                    wanted.state(),
                    wanted.running() ? rules.day(asAt).plusDays(SOON) : null);
            var visits = store.page(filter, page, size);
            var clocks = rules.clocks();
            var due = new LinkedHashMap<Long, Clocks.Due>();
            for (var visit : visits) {
                var happened = visit.happened();
                var next = clocks.next(visit.state(), happened.carriedOut(), happened.sent(), happened.answered());
                if (next != null) {
                    due.put(visit.id(), next);
                }
            }
            return new Listed(visits, store.count(filter), rules.day(asAt), due);
        });
    }

    /// The first reason of the rule that the next step would be refused by.
    private @Nullable String waits(
            Visit visit, List<Found> findings, List<Visit.Comment> comments, @Nullable LocalDate checkBy) {
        var calling = findings.stream()
                .filter(each ->
                        each.finding().stands() && each.finding().grade().needsAction())
                .toList();
        Outcome<? extends VisitState> next =
                switch (visit.state()) {
                    case VisitState.FactualAccuracy it ->
                        it.finish(
                                visit.happened().answered() != null,
                                Objects.requireNonNull(checkBy),
                                (int) comments.stream()
                                        .filter(comment -> comment.taken() == null)
                                        .count(),
                                rules.today());
                    case VisitState.Final it ->
                        it.acted((int) calling.stream()
                                .filter(each -> each.actions().isEmpty())
                                .count());
                    case VisitState.WithActions it ->
                        it.followUp((int) calling.stream()
                                .flatMap(each -> each.actions().stream())
                                .filter(action -> !action.done())
                                .mapToLong(ActionSummary::id)
                                .distinct()
                                .count());
                    default -> Outcome.accepted(visit.state());
                };
        return next.isAccepted() ? null : next.reasons().getFirst().message();
    }

    private LocalDate possible(Visit visit) {
        if (!(visit.state() instanceof VisitState.Planned)) {
            return visit.plannedOn();
        }
        var first = visit.kind() == VisitKind.ANNOUNCED
                ? rules.today().plusDays(rules.limits().notice().announcedDays())
                : rules.today();
        return visit.plannedOn().isBefore(first) ? rules.calendar().onOrAfter(first) : visit.plannedOn();
    }

    /// What is looked at.
    public Template template() {
        return template;
    }

    /// Days for which a browser keeps what a visitor typed and it could not send; 0 for not at all.
    public int daysUnsentIsKept() {
        return rules.daysUnsentIsKept();
    }

    /// Now.
    public java.time.Instant now() {
        return rules.now();
    }

    /// Today in London.
    public LocalDate today() {
        return rules.today();
    }
}
