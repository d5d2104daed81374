package uk.goldenthread.returns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.returns.model.Answer;
import uk.goldenthread.returns.model.LineRules;
import uk.goldenthread.returns.model.Lock;
import uk.goldenthread.returns.model.ReturnHeader;
import uk.goldenthread.returns.model.ReturnLine;
import uk.goldenthread.returns.store.ReturnList;
import uk.goldenthread.returns.store.ReturnStore;

/// Reads returns for pages and programs, now or as at an instant, as far as the person may see them.
@Service
public class ReturnReading {
    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final ReturnStore store;
    private final ReturnList list;
    private final ReturnRules rules;
    private final ReturnReviews reviews;

    ReturnReading(
            UnitOfWork work,
            AccessPolicy policy,
            ReturnStore store,
            ReturnList list,
            ReturnRules rules,
            ReturnReviews reviews) {
        this.work = work;
        this.policy = policy;
        this.store = store;
        this.list = list;
        this.rules = rules;
        this.reviews = reviews;
    }

    /// A return with all that its page shows.
    ///
    /// @param earlier what was answered before, newest first, by measure
    /// @param unfinished what is still missing, as fields `K01.numerator`
    public record Whole(
            ReturnHeader header,
            List<ReturnLine> lines,
            Map<String, List<Answer>> earlier,
            List<Reason> unfinished,
            List<ReturnStore.Step> steps,
            Lock lock,
            List<uk.goldenthread.access.RoleHolders.Holder> mayBeLetIn) {

        /// The line of a measure.
        ///
        /// @throws HiddenException when the return does not ask for it
        public ReturnLine line(String kpi) {
            return lines.stream()
                    .filter(line -> line.kpi().equals(kpi))
                    .findFirst()
                    .orElseThrow(HiddenException::new);
        }
    }

    /// One return.
    ///
    /// @throws HiddenException when there is none, or none that the person may see
    public Whole whole(Actor actor, @Nullable Instant asAt, long id) {
        return work.read(actor.scope(), asAt, () -> {
            var header = store.header(actor.icb(), id).orElseThrow(HiddenException::new);
            policy.require(actor, Permission.RETURN_VIEW, Resource.of(header.icb(), header.organisation()));
            var lines = store.lines(header.icb(), id);
            var limits = rules.limits();
            var earlier = store.earlier(header.icb(), id, limits.repeatedPeriods());
            var unfinished = new ArrayList<Reason>();
            for (var line : lines) {
                LineRules.unfinished(
                                rules.asked(line), line.answer(), earlier.getOrDefault(line.kpi(), List.of()), limits)
                        .forEach(reason -> unfinished.add(FigureReading.at(line.kpi(), reason)));
            }
            var lock = rules.lock(header, store.exceptions(header.icb(), id), actor.account());
            var mayUnlock = asAt == null && actor.may(Permission.RETURN_UNLOCK) && !lock.lets();
            return new Whole(
                    header,
                    lines,
                    earlier,
                    unfinished,
                    store.steps(header.icb(), id),
                    lock,
                    mayUnlock ? reviews.whoMayEnter(actor, header) : List.of());
        });
    }

    /// A return and its lines alone, as programs read them.
    public record Given(ReturnHeader header, List<ReturnLine> lines) {}

    /// What was given in one return.
    ///
    /// @throws HiddenException when there is none, or none that the person may see
    public Given given(Actor actor, @Nullable Instant asAt, long id) {
        return work.read(actor.scope(), asAt, () -> {
            var header = store.header(actor.icb(), id).orElseThrow(HiddenException::new);
            policy.require(actor, Permission.RETURN_VIEW, Resource.of(header.icb(), header.organisation()));
            return new Given(header, store.lines(header.icb(), id));
        });
    }

    /// What is odd about a line.
    public List<Reason> odd(Whole whole, ReturnLine line) {
        return LineRules.odd(
                rules.asked(line), line.answer(), whole.earlier().getOrDefault(line.kpi(), List.of()), rules.limits());
    }

    /// What a list is asked for; null means any.
    ///
    /// @param forPage whether a page shows it, with the counts of each sort and the periods to choose from
    public record Wanted(
            @Nullable String organisationCode,
            @Nullable String period,
            @Nullable String kind,
            @Nullable String state,
            @Nullable String mark,
            ReturnList.Order order,
            int page,
            int size,
            boolean forPage) {}

    /// A page of the list, its counts, and the periods there are.
    ///
    /// @param latest how the returns of the periods stand that ended last
    public record Listed(
            List<ReturnList.Row> rows,
            ReturnList.Counts counts,
            List<Period> periods,
            List<ReturnList.Standing> latest) {}

    /// Lists returns: an ICB's all, a provider's own.
    public Listed list(Actor actor, @Nullable Instant asAt, Wanted wanted) {
        return work.read(actor.scope(), asAt, () -> {
            var own = actor.reachesWholeIcb() ? Resource.ofIcb(actor.icb()) : own(actor);
            policy.require(actor, Permission.RETURN_VIEW, own);
            var organisation = own.organisation();
            if (organisation == null && wanted.organisationCode() != null) {
                organisation = store.organisation(wanted.organisationCode()).orElse(-1);
            }
            var filter = new ReturnList.Filter(
                    actor.icb(),
                    organisation,
                    wanted.period(),
                    wanted.kind(),
                    wanted.state(),
                    "late".equals(wanted.mark()),
                    "locked".equals(wanted.mark()),
                    "changed".equals(wanted.mark()),
                    rules.today(),
                    rules.lockedWhenDueBefore());
            return new Listed(
                    list.page(filter, wanted.order(), wanted.page(), wanted.size()),
                    wanted.forPage() ? list.counts(filter) : ReturnList.Counts.of(list.shown(filter)),
                    wanted.forPage() ? list.periods(actor.icb(), own.organisation()) : List.of(),
                    wanted.forPage() ? list.latest(actor.icb(), own.organisation(), rules.today()) : List.of());
        });
    }

    private static Resource own(Actor actor) {
        return Resource.of(actor.icb(), actor.organisation());
    }
}
