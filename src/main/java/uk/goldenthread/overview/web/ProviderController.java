package uk.goldenthread.overview.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.NavigationEntry;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.catalogue.OrganisationKind;
import uk.goldenthread.database.Scope;
import uk.goldenthread.overview.service.Providers;
import uk.goldenthread.overview.store.ProviderStore;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.PageLinks;

/// The provider list, one provider's page, and a provider's own record.
@Controller
class ProviderController {
    private static final int PAGE_SIZE = 50;

    private final Providers providers;
    private final ProviderPages pages;
    private final MapFilters filters;
    private final OrganisationKind.Kinds kinds;

    ProviderController(Providers providers, ProviderPages pages, MapFilters filters, OrganisationKind.Kinds kinds) {
        this.providers = providers;
        this.pages = pages;
        this.filters = filters;
        this.kinds = kinds;
    }

    @Bean
    static NavigationEntry providersEntry() {
        return new NavigationEntry(30, "Providers", "/providers", Permission.FIGURE_COMPARE);
    }

    @Bean
    static NavigationEntry ourRecordEntry() {
        return new NavigationEntry(35, "Our record", "/our-record", Permission.FIGURE_VIEW, Scope.Reach.OWN);
    }

    /// What the address asks for; empty means all.
    record Wanted(
            @Nullable String q,
            @Nullable String kind,
            @Nullable String level,
            @Nullable String late,
            @Nullable String sort,
            @Nullable Integer page) {
        /// By name unless asked otherwise: this list is where a provider is looked up; the overview opens by concern.
        ProviderStore.Order order() {
            return "concern".equals(sort) ? ProviderStore.Order.CONCERN : ProviderStore.Order.NAME;
        }

        /// The page asked for, or the last that there is.
        int page(int lines) {
            var last = Math.max(1, (lines + PAGE_SIZE - 1) / PAGE_SIZE);
            return page == null ? 1 : Math.clamp(page, 1, last);
        }

        /// The same list in another order, from its first page.
        String sortedBy(String order) {
            return address().queryParam("sort", order).encode().toUriString();
        }

        /// Another page of the same list.
        String onPage(int number) {
            var address = address();
            given(address, "sort", sort);
            return address.queryParam("page", number).encode().toUriString();
        }

        private UriComponentsBuilder address() {
            var address = UriComponentsBuilder.fromPath("/providers");
            given(address, "q", q);
            given(address, "kind", kind);
            given(address, "level", level);
            given(address, "late", late);
            return address;
        }

        private static void given(UriComponentsBuilder address, String name, @Nullable String value) {
            if (!isBlank(value)) {
                address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
            }
        }

        boolean keeps(ProviderStore.Provider provider, OrganisationKind.Kinds kinds) {
            return matches(provider, q == null ? "" : q.strip().toLowerCase(Locale.UK))
                    && (isBlank(kind) || isOfKind(provider.kind(), kinds))
                    && (isBlank(level) || provider.standing().equals(level))
                    && (!"yes".equals(late) || provider.late() > 0);
        }

        private static boolean matches(ProviderStore.Provider provider, String words) {
            return provider.name().toLowerCase(Locale.UK).contains(words)
                    || provider.code().toLowerCase(Locale.UK).startsWith(words);
        }

        private boolean isOfKind(String code, OrganisationKind.Kinds kinds) {
            return code.equals(kind)
                    || kinds.find(code).map(k -> k.group().name().equals(kind)).orElse(false);
        }

        private static boolean isBlank(@Nullable String value) {
            return value == null || value.isBlank();
        }
    }

    @GetMapping("/providers")
    @Needs(Permission.FIGURE_COMPARE)
    ModelAndView list(Actor actor, AsAt asAt, Wanted wanted) {
        var all = providers.all(actor, asAt, wanted.order());
        var withSignals = actor.may(Permission.SIGNAL_VIEW);
        var kept = all.stream().filter(p -> wanted.keeps(p, kinds)).toList();
        var number = wanted.page(kept.size());
        var rows = kept.stream()
                .skip((number - 1L) * PAGE_SIZE)
                .limit(PAGE_SIZE)
                .map(p -> row(p, asAt, withSignals))
                .toList();
        var kindOptions = new ArrayList<>(List.of(Option.of("", "All kinds")));
        filters.kindOptions().stream().filter(o -> !o.value().isEmpty()).forEach(kindOptions::add);
        var byConcern = wanted.order() == ProviderStore.Order.CONCERN;
        var page = new ProvidersPage(
                "%d of %d providers, %s"
                        .formatted(kept.size(), all.size(), byConcern ? "the greatest concern first" : "by name"),
                text(wanted.q()),
                kindOptions,
                text(wanted.kind()),
                MapFilters.levelOptions(),
                text(wanted.level()),
                "yes".equals(wanted.late()),
                byConcern ? "concern" : "name",
                asAt.instant() == null ? "" : asAt.instant().toString(),
                columns(wanted, asAt, withSignals),
                rows,
                PageLinks.of(number, PAGE_SIZE, kept.size(), other -> asAt.on(wanted.onPage(other))));
        return new ModelAndView("overview/providers", Map.of("page", page));
    }

    /// The level's head puts the greatest concern first, the name's goes back to names.
    private static List<Column> columns(Wanted wanted, AsAt asAt, boolean withSignals) {
        var byConcern = wanted.order() == ProviderStore.Order.CONCERN;
        var columns = new ArrayList<>(List.of(
                Column.text("Provider")
                        .sortable(asAt.on(wanted.sortedBy("name")), byConcern ? null : Column.Sorted.ASCENDING),
                Column.text("Code"),
                Column.text("Kind"),
                Column.text("Level")
                        .sortable(asAt.on(wanted.sortedBy("concern")), byConcern ? Column.Sorted.DESCENDING : null),
                Column.figures("Score")));
        if (withSignals) {
            columns.add(Column.figures("Open signals"));
        }
        columns.add(Column.text("Returns"));
        return columns;
    }

    private List<Cell> row(ProviderStore.Provider provider, AsAt asAt, boolean withSignals) {
        var cells = new ArrayList<>(List.of(
                Cell.naming(provider.name(), asAt.on("/providers/" + provider.code())),
                Cell.of(provider.code()),
                Cell.of(filters.kindName(provider.kind())),
                Cell.of(Levels.words(provider.standing())),
                Cell.of(provider.score() == null ? "" : provider.score().toString())));
        if (withSignals) {
            cells.add(Cell.of(provider.signals() == 0 ? "" : Integer.toString(provider.signals())));
        }
        cells.add(Cell.of(
                provider.late() == 0 ? "" : "%d late, %d days".formatted(provider.late(), provider.daysLate())));
        return cells;
    }

    @GetMapping("/providers/{code}")
    @Needs(Permission.FIGURE_VIEW)
    ModelAndView one(Actor actor, AsAt asAt, @PathVariable String code) {
        return view(actor, asAt, code);
    }

    @GetMapping("/our-record")
    @Needs(Permission.FIGURE_VIEW)
    ModelAndView ourRecord(Actor actor, AsAt asAt) {
        return view(actor, asAt, actor.organisationCode());
    }

    private ModelAndView view(Actor actor, AsAt asAt, String code) {
        var known = providers.of(actor, asAt, code);
        var page = pages.of(known, actor, asAt);
        return new ModelAndView("overview/provider", Map.of("page", page));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
