package uk.goldenthread.assessments.map;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.map.HeatMap.Cell;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.assessments.model.Round;
import uk.goldenthread.assessments.service.AssessmentRules;
import uk.goldenthread.assessments.service.Editions;
import uk.goldenthread.assessments.store.HeatStore;
import uk.goldenthread.assessments.store.RoundStore;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;

/// Reads a round's heat map in two statements, and how far its judgements lie from its claims in one. Only
/// for people
/// who see providers beside each other by name.
@Service
public class HeatMaps {
    /// The views a map may show, one at a time.
    public static final List<String> VIEWS = List.of("CLAIMED", "EVIDENCED", "MODERATED", "ACCEPTED");

    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final RoundStore rounds;
    private final HeatStore store;
    private final Editions editions;
    private final AssessmentRules rules;

    HeatMaps(
            UnitOfWork work,
            AccessPolicy policy,
            RoundStore rounds,
            HeatStore store,
            Editions editions,
            AssessmentRules rules) {
        this.work = work;
        this.policy = policy;
        this.rounds = rounds;
        this.store = store;
        this.editions = editions;
        this.rules = rules;
    }

    /// What is asked of a map.
    ///
    /// @param view one of [#VIEWS]
    /// @param standard whose criteria are the columns; null for the standards themselves
    public record Wanted(String view, @Nullable String standard, boolean byName) {}

    /// A round and its map.
    public record Mapped(Round round, FrameworkEdition edition, HeatMap map) {}

    /// A round and how far its judgements lie from its claims.
    public record Compared(Round round, FrameworkEdition edition, List<HeatStore.Variance> variances) {}

    /// The heat map of a round.
    ///
    /// @throws HiddenException when there is no such round, standard or view for this person
    public Mapped map(Actor actor, AsAt asAt, long id, Wanted wanted) {
        var there = actor.at(asAt);
        return work.read(there.scope(), () -> {
            var round = round(there, id);
            var edition = editions.edition(round.icb(), round.framework(), round.edition());
            if (!VIEWS.contains(wanted.view())) {
                throw new HiddenException();
            }
            return new Mapped(round, edition, map(round, edition, wanted));
        });
    }

    /// The variances of a round.
    ///
    /// @throws HiddenException when there is no such round for this person
    public Compared variances(Actor actor, AsAt asAt, long id) {
        var there = actor.at(asAt);
        return work.read(there.scope(), () -> {
            var round = round(there, id);
            return new Compared(
                    round,
                    editions.edition(round.icb(), round.framework(), round.edition()),
                    store.variances(round.icb(), id));
        });
    }

    /// A round as far as people see it who see providers beside each other. Called inside a unit of work.
    ///
    /// @throws HiddenException when there is none, or the person does not reach the whole ICB
    public Round round(Actor actor, long id) {
        policy.require(actor, Permission.FIGURE_COMPARE, Resource.ofIcb(actor.icb()));
        policy.require(actor, Permission.ASSESSMENT_VIEW, Resource.ofIcb(actor.icb()));
        if (actor.reach() != Scope.Reach.ICB) {
            throw new HiddenException();
        }
        return rounds.find(actor.icb(), id).orElseThrow(HiddenException::new);
    }

    private HeatMap map(Round round, FrameworkEdition edition, Wanted wanted) {
        var scores = store.standards(round.icb(), round.id(), wanted.view());
        var before = new HashMap<Integer, HeatCells.Found>();
        store.before(round.icb(), round.framework(), round.dates().opens(), wanted.view())
                .forEach(row -> before.put(row.organisation(), HeatCells.scores(row.cells())));
        var cells = wanted.standard() == null ? null : criteria(round, edition, wanted);
        var columns = columns(edition, wanted);
        var rows = new ArrayList<HeatMap.Row>();
        var now = new HashMap<Integer, HeatCells.Found>();
        for (var row : scores) {
            var own = HeatCells.scores(row.cells());
            now.put(row.organisation(), own);
            Supplier<FrameworkEdition> asked =
                    () -> editions.of(round.icb(), round.framework(), round.edition(), row.kind(), row.light())
                            .edition();
            var shown = cells == null ? own : cells.getOrDefault(row.id(), HeatCells.Found.NONE);
            var overall = own.overall();
            rows.add(new HeatMap.Row(
                    row.id(),
                    row.code(),
                    row.name(),
                    row.state(),
                    row.dueOn(),
                    overall == null ? new Cell.Missing() : overall,
                    HeatCells.change(own, before.get(row.organisation())),
                    cells(columns, shown, asked, wanted)));
        }
        rows.sort(wanted.byName() ? Comparator.comparing(HeatMap.Row::name) : concern(rules.today()));
        var rated = (int) rows.stream()
                .filter(row -> row.overall() instanceof Cell.Scored)
                .count();
        return new HeatMap(columns, rows, rated, HeatCells.changes(edition, now, before));
    }

    private static List<Cell> cells(
            List<HeatMap.Column> columns, HeatCells.Found shown, Supplier<FrameworkEdition> asked, Wanted wanted) {
        var cells = new ArrayList<Cell>(columns.size());
        var near = wanted.standard() == null ? 1 : 0;
        for (var column : columns) {
            var found = shown.of(column.code(), near++);
            cells.add(found == null ? unfound(column, asked.get(), wanted) : found);
        }
        return cells;
    }

    private static Cell unfound(HeatMap.Column column, FrameworkEdition asked, Wanted wanted) {
        var isAsked = wanted.standard() == null
                ? asked.standards().stream().anyMatch(each -> each.code().equals(column.code()))
                : asked.criterion(column.code()).isPresent();
        return isAsked ? new Cell.Missing() : new Cell.NotApplicable();
    }

    private Map<Long, HeatCells.Found> criteria(Round round, FrameworkEdition edition, Wanted wanted) {
        var standard = edition.standards().stream()
                .filter(each -> each.code().equals(wanted.standard()))
                .findFirst()
                .orElseThrow(HiddenException::new);
        var codes = standard.criteria().stream().map(each -> each.code()).toList();
        var cells = new HashMap<Long, HeatCells.Found>();
        store.criteria(round.icb(), round.id(), wanted.view(), codes)
                .forEach(row -> cells.put(
                        row.id(),
                        HeatCells.points(standard, row.cells(), wanted.view().equals("EVIDENCED"))));
        return cells;
    }

    private static List<HeatMap.Column> columns(FrameworkEdition edition, Wanted wanted) {
        return wanted.standard() == null
                ? edition.standards().stream()
                        .map(each -> new HeatMap.Column(each.code(), each.name()))
                        .toList()
                : edition.standards().stream()
                        .filter(each -> each.code().equals(wanted.standard()))
                        .flatMap(each -> each.criteria().stream())
                        .map(each ->
                                new HeatMap.Column(each.code(), each.rated().text()))
                        .toList();
    }

    /// Never handed in or late first, then the lowest scores, then those that nobody has judged in this
    /// view.
    private static Comparator<HeatMap.Row> concern(LocalDate today) {
        Comparator<HeatMap.Row> comparing = Comparator.comparingInt(row -> switch (row.overall()) {
            case Cell.Scored scored -> scored.colour().equals("RED") ? 1 : 2;
            case Cell.Missing _, Cell.NotApplicable _ -> isOwed(row, today) ? 0 : 3;
        });
        return comparing
                .thenComparingDouble(row -> row.overall() instanceof Cell.Scored scored ? scored.score() : 0.0)
                .thenComparing(HeatMap.Row::name)
                .thenComparingLong(HeatMap.Row::id);
    }

    private static boolean isOwed(HeatMap.Row row, LocalDate today) {
        return switch (row.state()) {
            case "NON_RETURN" -> true;
            case "ISSUED", "IN_PROGRESS", "WITH_APPROVER", "RETURNED" -> today.isAfter(row.dueOn());
            default -> false;
        };
    }
}
