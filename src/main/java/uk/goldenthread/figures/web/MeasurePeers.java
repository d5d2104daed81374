package uk.goldenthread.figures.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.catalogue.OrganisationKind;
import uk.goldenthread.figures.FigureRequest;
import uk.goldenthread.figures.MeasurePoint;
import uk.goldenthread.figures.MeasureTotal;
import uk.goldenthread.figures.MeasureWords;
import uk.goldenthread.figures.Measures;
import uk.goldenthread.figures.PeerValue;
import uk.goldenthread.figures.SeriesState;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.calendar.WorkingDays;
import uk.goldenthread.kernel.spc.Standing;
import uk.goldenthread.organisations.Directory;
import uk.goldenthread.organisations.Organisation;
import uk.goldenthread.rulebook.Rules;
import uk.goldenthread.shell.charts.Icons;
import uk.goldenthread.shell.charts.Signal;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.Option;

/// The page of one measure: total, funnel and peers of a period, in as few statements however many
/// providers there are. Called inside a unit of work.
@Component
class MeasurePeers {
    private final Measures measures;
    private final Directory directory;
    private final OrganisationKind.Kinds kinds;
    private final Rules rules;
    private final WorkingDays calendar;
    private final Clock clock;

    MeasurePeers(
            Measures measures,
            Directory directory,
            OrganisationKind.Kinds kinds,
            Rules rules,
            WorkingDays calendar,
            Clock clock) {
        this.measures = measures;
        this.directory = directory;
        this.kinds = kinds;
        this.rules = rules;
        this.calendar = calendar;
        this.clock = clock;
    }

    /// What the filters of a measure's page say; nothing for no filter.
    record Wanted(String period, String kind, String variation, String assurance, String asAt) {
        static Wanted of(Map<String, String> asked) {
            return new Wanted(
                    asked.getOrDefault("period", ""),
                    asked.getOrDefault("kind", ""),
                    asked.getOrDefault("variation", ""),
                    asked.getOrDefault("assurance", ""),
                    asked.getOrDefault("asAt", ""));
        }

        boolean shows(SeriesState state) {
            var signal = MeasureCells.icon(state.variation()).signal().name();
            boolean varies =
                    variation.isEmpty() || (state.basis() != Standing.LINE_ONLY && signal.equalsIgnoreCase(variation));
            var assured = state.assurance();
            return varies
                    && (assurance.isEmpty()
                            || (assured != null && assured.name().equals(assurance)));
        }
    }

    /// A provider with its series' state and its value of the chosen period.
    record Peer(
            Organisation organisation,
            SeriesState state,
            @Nullable MeasurePoint point,
            String shownAs) {}

    /// A league of fewer providers than this goes without names (BR-ACC-1). The rule is about setting
    /// providers beside each other: whoever may see the ICB's figures may still open one provider's own
    /// chart by its code, and a frozen paper names whom the committee must decide about.
    int fewestNamed() {
        return rules.now().settings(London.dateOf(clock.instant())).integer("COMPARE.minimum_providers");
    }

    /// The latest period whose returns are due: of a later one only those have answered who are early.
    private @Nullable Period latestDue(List<Period> periods) {
        var today = London.dateOf(clock.instant());
        var days = rules.now().settings(today).integer("RETURN.due");
        return periods.stream()
                .filter(each -> !calendar.workingDaysAfter(each.end(), days).isAfter(today))
                .findFirst()
                .orElse(periods.isEmpty() ? null : periods.getFirst());
    }

    MeasurePage one(Actor actor, KpiDefinition asked, Wanted wanted) {
        var periods = measures.periodsOf(actor.icb(), asked.code());
        var chosen = Period.find(wanted.period()).filter(periods::contains).orElseGet(() -> latestDue(periods));
        var definition = chosen == null ? asked : measures.definition(asked.code(), chosen);
        var all = measures.statesOf(actor.icb(), definition.code());
        var values = chosen == null
                ? Map.<Integer, MeasurePoint>of()
                : measures.ofKpi(actor.icb(), definition.code(), chosen.start()).stream()
                        .filter(each -> each.point().period().equals(chosen))
                        .collect(Collectors.toMap(PeerValue::organisation, PeerValue::point));
        var organisations = directory
                .named(all.stream().map(each -> each.series().organisation()).toList())
                .stream()
                .collect(Collectors.toMap(Organisation::id, Function.identity()));
        var ofKind = all.stream()
                .filter(each -> isOf(organisations.get(each.series().organisation()), wanted.kind()))
                .toList();
        boolean hidden = ofKind.size() < fewestNamed() && !actor.may(Permission.SIGNAL_VIEW);
        var peers = peers(ofKind, organisations, values, hidden);
        var shown = peers.stream().filter(peer -> wanted.shows(peer.state())).toList();
        return new MeasurePage(
                definition.code(),
                definition.name(),
                state(shown.size(), peers.size(), chosen),
                counted(definition),
                total(definition, wanted, chosen, ofKind.size(), List.copyOf(within(ofKind, values))),
                filters(
                        wanted,
                        chosen,
                        periods,
                        organisations.values().stream().map(Organisation::kind).toList()),
                PeerFunnel.of(definition, chosen, peers),
                hidden,
                PEER_COLUMNS,
                shown.stream()
                        .map(peer -> row(definition, peer, hidden, wanted.asAt()))
                        .toList());
    }

    static String counted(KpiDefinition definition) {
        return definition.denominator() == null
                ? definition.numerator()
                : definition.numerator() + ", out of " + definition.denominator();
    }

    private static boolean isOf(@Nullable Organisation organisation, String kind) {
        return organisation != null && (kind.isEmpty() || organisation.kind().equals(kind));
    }

    private static List<MeasurePoint> within(List<SeriesState> states, Map<Integer, MeasurePoint> values) {
        return states.stream()
                .map(each -> values.get(each.series().organisation()))
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /// By concern first, then by name; without names in the order of their values, so that the order
    /// tells nothing.
    private static List<Peer> peers(
            List<SeriesState> states,
            Map<Integer, Organisation> organisations,
            Map<Integer, MeasurePoint> values,
            boolean hidden) {
        var peers = new ArrayList<Peer>();
        for (var state : states) {
            var organisation = java.util.Objects.requireNonNull(
                    organisations.get(state.series().organisation()));
            peers.add(new Peer(organisation, state, values.get(organisation.id()), organisation.name()));
        }
        if (!hidden) {
            peers.sort(Comparator.comparing((Peer peer) ->
                            MeasureCells.icon(peer.state().variation()).signal() != Signal.CONCERN)
                    .thenComparing(Peer::shownAs));
            return peers;
        }
        peers.sort(Comparator.comparing(peer -> peer.state().value(), Comparator.nullsLast(Comparator.naturalOrder())));
        var unnamed = new ArrayList<Peer>();
        for (int i = 0; i < peers.size(); i++) {
            var peer = peers.get(i);
            unnamed.add(new Peer(peer.organisation(), peer.state(), peer.point(), "Provider " + (char) ('A' + i)));
        }
        return unnamed;
    }

    private static String state(int shown, int all, @Nullable Period period) {
        if (period == null) {
            return "No provider has given this measure yet.";
        }
        var of = shown == all ? all + (all == 1 ? " provider" : " providers") : shown + " of " + all + " providers";
        return of + ". Values are of " + period.label() + ".";
    }

    private static MeasurePage.@Nullable Total total(
            KpiDefinition definition,
            Wanted wanted,
            @Nullable Period period,
            int providers,
            List<MeasurePoint> points) {
        if (period == null || points.isEmpty()) {
            return null;
        }
        var total = MeasureTotal.of(definition, points);
        if (total.value() == null) {
            return null;
        }
        var parts = total.denominator() == null
                ? ""
                : " (%s of %s)"
                        .formatted(MeasureWords.number(total.numerator()), MeasureWords.number(total.denominator()));
        var request = new FigureRequest(
                "measure-total",
                Map.of(
                        "kpi", definition.code(),
                        "period", period.code(),
                        "kind", wanted.kind(),
                        "asAt", wanted.asAt()));
        return new MeasurePage.Total(
                "%s%s, from %d of %d providers"
                        .formatted(MeasureWords.value(definition, total.value()), parts, points.size(), providers),
                request.address());
    }

    private MeasurePage.Filters filters(
            Wanted wanted, @Nullable Period chosen, List<Period> periods, List<String> present) {
        var kindOptions = new ArrayList<Option>(List.of(Option.of("", "Every kind")));
        kinds.all().stream()
                .filter(kind -> present.contains(kind.code()))
                .forEach(kind -> kindOptions.add(Option.of(kind.code(), kind.name())));
        var variations = new ArrayList<Option>(List.of(Option.of("", "Any")));
        for (var signal : Signal.values()) {
            variations.add(Option.of(signal.name().toLowerCase(java.util.Locale.ROOT), signal.words()));
        }
        var assurances = new ArrayList<Option>(List.of(Option.of("", "Any")));
        for (var assurance : Icons.Assurance.values()) {
            assurances.add(Option.of(assurance.name(), assurance.word()));
        }
        return new MeasurePage.Filters(
                chosen == null ? "" : chosen.code(),
                periods.stream()
                        .map(each -> Option.of(each.code(), each.label()))
                        .toList(),
                wanted.kind(),
                kindOptions,
                wanted.variation(),
                variations,
                wanted.assurance(),
                assurances,
                wanted.asAt());
    }

    private static final List<Column> PEER_COLUMNS = List.of(
            Column.text("Provider"),
            Column.figures("Value"),
            Column.figures("Numerator"),
            Column.figures("Denominator"),
            Column.text("How it varies"),
            Column.text("Against target"),
            Column.text("Latest period"));

    private static List<Cell> row(KpiDefinition definition, Peer peer, boolean hidden, String asAt) {
        var state = peer.state();
        var point = peer.point();
        var href = "/measures/%s/%s%s"
                .formatted(definition.code(), peer.organisation().code(), MeasureCells.carried(asAt, "?"));
        return List.of(
                hidden ? Cell.naming(peer.shownAs()) : Cell.naming(peer.shownAs(), href),
                Cell.of(
                        point == null
                                ? "not given"
                                : MeasureWords.value(definition, point.value())
                                        + MeasureCells.note(point.status(), point.revision())),
                Cell.of(point == null ? "" : MeasureWords.number(point.numerator())),
                Cell.of(point == null ? "" : MeasureWords.number(point.denominator())),
                MeasureCells.variation(state),
                MeasureCells.assurance(state),
                Cell.of(MeasureCells.fresh(state)));
    }
}
