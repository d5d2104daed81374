package uk.goldenthread.overview.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.catalogue.OrganisationKind;
import uk.goldenthread.concerns.Contradictions;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.calendar.WorkingDays;
import uk.goldenthread.overview.store.ProviderStore;
import uk.goldenthread.rulebook.Rules;
import uk.goldenthread.shell.view.Dates;

/// The provider list, and everything known of one provider.
@Service
public class Providers {
    private final ProviderStore store;
    private final Contradictions contradictions;
    private final Rules rules;
    private final OrganisationKind.Kinds kinds;
    private final WorkingDays workingDays;
    private final AccessPolicy policy;
    private final UnitOfWork work;
    private final Clock clock;

    Providers(
            ProviderStore store,
            Contradictions contradictions,
            Rules rules,
            OrganisationKind.Kinds kinds,
            WorkingDays workingDays,
            AccessPolicy policy,
            UnitOfWork work,
            Clock clock) {
        this.store = store;
        this.contradictions = contradictions;
        this.rules = rules;
        this.kinds = kinds;
        this.workingDays = workingDays;
        this.policy = policy;
        this.work = work;
        this.clock = clock;
    }

    /// The day a page is about: today, or the day it is shown as at.
    public LocalDate day(AsAt asAt) {
        var instant = asAt.instant();
        return LocalDate.ofInstant(instant == null ? clock.instant() : instant, Dates.LONDON);
    }

    /// All that the ICB assures, in this order.
    ///
    /// @throws uk.goldenthread.access.RefusedException when the person may not see providers beside each other
    public List<ProviderStore.Provider> all(Actor actor, AsAt asAt, ProviderStore.Order order) {
        policy.require(actor, Permission.FIGURE_COMPARE);
        return work.read(actor.scope(), asAt.instant(), () -> store.providers(actor.icb(), day(asAt), order));
    }

    /// Everything known of one provider.
    ///
    /// @throws HiddenException when there is none of that code, or it is not the person's to see
    public ProviderRecord of(Actor actor, AsAt asAt, String code) {
        var today = day(asAt);
        return work.read(actor.scope(), asAt.instant(), () -> {
            var provider = store.provider(actor.icb(), code, today).orElseThrow(HiddenException::new);
            policy.require(actor, Permission.FIGURE_VIEW, Resource.of(actor.icb(), provider.organisation()));
            return gather(actor, provider, today);
        });
    }

    private ProviderRecord gather(Actor actor, ProviderStore.Provider provider, LocalDate today) {
        int icb = actor.icb();
        int organisation = provider.organisation();
        var measures = measures(provider, store.series(icb, organisation), today);
        var returns = store.returns(icb, organisation, today.minusYears(2));
        return new ProviderRecord(
                provider,
                kinds.find(provider.kind()).map(OrganisationKind::name).orElse(provider.kind()),
                measures,
                returns,
                actor.may(Permission.SIGNAL_VIEW) ? store.signals(icb, organisation) : List.of(),
                actor.may(Permission.LADDER_VIEW) ? store.moves(icb, organisation) : List.of(),
                actor.may(Permission.DIRECTORY_VIEW) ? store.posts(icb, organisation, today) : List.of(),
                actor.reachesWholeIcb() ? Prompts.of(measures, returns) : List.of(),
                actor.reachesWholeIcb() && actor.may(Permission.SIGNAL_VIEW)
                        ? contradictions.of(icb, organisation, today)
                        : List.of());
    }

    /// What it is asked for, and whatever else it gave, in the order of themes.
    private List<ProviderRecord.Measure> measures(
            ProviderStore.Provider provider, List<ProviderStore.Series> series, LocalDate today) {
        var given = series.stream().collect(Collectors.toMap(ProviderStore.Series::kpi, Function.identity()));
        var book = rules.now();
        var freshness = new Freshness(today, workingDays, book.settings(today).integer("RETURN.due"));
        var inForce = book.kpis().asOf(today);
        var measures = new ArrayList<ProviderRecord.Measure>();
        for (var theme : book.themes()) {
            for (var code : theme.kpis()) {
                var one = given.get(code);
                inForce.find(code)
                        .filter(m -> one != null || m.asks(provider.kind()))
                        .ifPresent(m -> {
                            var cell = one == null || one.value() == null
                                    ? new Cell.Missing()
                                    : Cell.Reading.of(
                                            one.variation(),
                                            one.assurance(),
                                            one.basis(),
                                            freshness.isStale(m.frequency(), one.periodStart()));
                            measures.add(new ProviderRecord.Measure(m, theme.code(), cell, one));
                        });
            }
        }
        return measures;
    }
}
