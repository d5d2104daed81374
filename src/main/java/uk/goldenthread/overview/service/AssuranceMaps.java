package uk.goldenthread.overview.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Permission;
import uk.goldenthread.catalogue.OrganisationKind;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.catalogue.Theme;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.calendar.WorkingDays;
import uk.goldenthread.overview.store.MapStore;
import uk.goldenthread.overview.store.ProviderStore;
import uk.goldenthread.rulebook.Rules;
import uk.goldenthread.shell.view.Dates;

/// Draws up the assurance map of an ICB.
@Service
public class AssuranceMaps {
    /// As the list of providers: what a person decided before what the score proposes.
    private static final Comparator<AssuranceMap.Row> BY_CONCERN = Comparator.comparingInt(
                    (AssuranceMap.Row row) -> ProviderStore.LEVELS.indexOf(row.standing()))
            .thenComparingInt(row -> row.score() == null ? 0 : row.score())
            .thenComparingInt(AssuranceMap.Row::concerns)
            .reversed()
            .thenComparing(AssuranceMap.Row::name)
            .thenComparing(AssuranceMap.Row::code);

    private final MapStore store;
    private final Rules rules;
    private final List<Theme> themes;
    private final OrganisationKind.Kinds kinds;
    private final WorkingDays workingDays;
    private final AccessPolicy policy;
    private final UnitOfWork work;
    private final Clock clock;

    AssuranceMaps(
            MapStore store,
            Rules rules,
            RuleBook.Shipped shipped,
            OrganisationKind.Kinds kinds,
            WorkingDays workingDays,
            AccessPolicy policy,
            UnitOfWork work,
            Clock clock) {
        this.store = store;
        this.rules = rules;
        this.themes = shipped.themes();
        this.kinds = kinds;
        this.workingDays = workingDays;
        this.policy = policy;
        this.work = work;
        this.clock = clock;
    }

    /// The themes that may be chosen.
    public List<Theme> themes() {
        return themes;
    }

    /// @throws uk.goldenthread.access.RefusedException when the person may not see providers beside each other
    public AssuranceMap map(Actor actor, AsAt asAt, MapFilter filter) {
        policy.require(actor, Permission.FIGURE_COMPARE);
        var instant = asAt.instant();
        var today = LocalDate.ofInstant(instant == null ? clock.instant() : instant, Dates.LONDON);
        return work.read(actor.scope(), instant, () -> drawUp(store.rows(actor.icb(), today), filter, today));
    }

    private AssuranceMap drawUp(List<MapStore.Row> rows, MapFilter filter, LocalDate today) {
        var book = rules.now();
        var freshness = new Freshness(today, workingDays, book.settings(today).integer("RETURN.due"));
        var all = MapColumns.of(book.themes(), book.kpis().asOf(today));
        var tally = new Tally();
        var chosen = new ArrayList<MapColumns.Line>();
        for (var row : rows) {
            var line = all.read(row, freshness);
            tally.add(line, all);
            if (isOfKind(row.kind(), filter.kind()) && isAtLevel(row.standing(), filter.level())) {
                chosen.add(line);
            }
        }
        var shown = all.only(filter.theme(), chosen);
        var lines = chosen.stream()
                .map(shown::row)
                .filter(row -> !filter.onlyConcerns() || row.concerns() > 0)
                .sorted(filter.byName() ? Comparator.comparing(AssuranceMap.Row::name) : BY_CONCERN)
                .toList();
        return new AssuranceMap(shown.bands(), lines, rows.size(), tally.worsening, tally.behind);
    }

    private boolean isOfKind(String kind, @Nullable String wanted) {
        return wanted == null
                || wanted.equals(kind)
                || kinds.find(kind).map(k -> k.group().name().equals(wanted)).orElse(false);
    }

    private static boolean isAtLevel(String standing, @Nullable String wanted) {
        return wanted == null || wanted.equals(standing);
    }

    /// Counts over every provider, whatever is shown.
    private static final class Tally {
        private int worsening;
        private int behind;

        void add(MapColumns.Line line, MapColumns columns) {
            var worsens = false;
            var isBehind = false;
            for (int i = 0; i < line.cells().length; i++) {
                switch (line.cells()[i]) {
                    case Cell.Reading reading -> {
                        worsens |= reading.worsens() && columns.isPriority(i);
                        isBehind |= reading.stale();
                    }
                    case Cell.Missing _ -> isBehind = true;
                    case Cell.NotAsked _ -> {}
                }
            }
            worsening += worsens ? 1 : 0;
            behind += isBehind ? 1 : 0;
        }
    }
}
