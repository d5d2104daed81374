package uk.goldenthread.overview.web;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Permission;
import uk.goldenthread.access.Roles;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.catalogue.Theme;
import uk.goldenthread.figures.MeasureWords;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.organisations.StatutoryRoles;
import uk.goldenthread.overview.service.Cell;
import uk.goldenthread.overview.service.ProviderRecord;
import uk.goldenthread.overview.store.ProviderStore;
import uk.goldenthread.shell.charts.Icons;
import uk.goldenthread.shell.charts.Icons.Assurance;
import uk.goldenthread.shell.charts.Signal;
import uk.goldenthread.shell.charts.Sparkline;
import uk.goldenthread.shell.charts.SpcSeries;
import uk.goldenthread.shell.charts.Unit;
import uk.goldenthread.shell.view.Dates;

/// Puts everything known of a provider into words and tiles.
@Component
class ProviderPages {
    private final List<Theme> themes;
    private final Roles roles;
    private final StatutoryRoles posts;

    ProviderPages(RuleBook.Shipped shipped, Roles roles, StatutoryRoles posts) {
        this.themes = shipped.themes();
        this.roles = roles;
        this.posts = posts;
    }

    ProviderPage of(ProviderRecord known, Actor actor, AsAt asAt) {
        var provider = known.provider();
        var suffix = asAt.instant() == null ? "" : "?asAt=" + asAt.instant();
        var opensReturns = actor.may(Permission.RETURN_VIEW);
        return new ProviderPage(
                provider.code(),
                provider.name(),
                known.kind(),
                ProviderWords.state(known, actor.may(Permission.LADDER_VIEW)),
                provider.organisation() == actor.organisation(),
                actor.may(Permission.LADDER_VIEW) ? level(provider, suffix) : null,
                groups(known),
                ProviderWords.timeliness(known.returns()),
                known.returns().stream()
                        .map(r -> ProviderWords.line(r, opensReturns, suffix))
                        .toList(),
                signals(known, actor, suffix),
                known.moves().stream().map(ProviderPages::move).toList(),
                known.posts().stream()
                        .map(p -> new ProviderPage.Post(
                                posts.name(roles.name(p.role())), p.person(), p.email(), p.telephone()))
                        .toList(),
                known.prompts(),
                known.beside().isEmpty() ? null : ClaimsBeside.of(known.beside()),
                suffix,
                actor.may(Permission.DIRECTORY_VIEW) ? "/directory/" + provider.code() + suffix : null,
                actor.may(Permission.HISTORY_VIEW) ? "/providers/" + provider.code() : null);
    }

    /// A provider reads what the ICB sees of it; only the ICB opens a signal.
    private static List<ProviderPage.Signal> signals(ProviderRecord known, Actor actor, String suffix) {
        if (!actor.may(Permission.SIGNAL_VIEW)) {
            return List.of();
        }
        var names = known.measures().stream()
                .map(ProviderRecord.Measure::definition)
                .collect(Collectors.toMap(KpiDefinition::code, KpiDefinition::name, (one, _) -> one));
        return known.signals().stream()
                .map(s -> new ProviderPage.Signal(
                        s.kpi() == null ? s.words() : names.getOrDefault(s.kpi(), s.kpi()) + ". " + s.words(),
                        Dates.day(s.raised()),
                        ProviderWords.signal(s),
                        actor.reachesWholeIcb() ? "/signals/" + s.id() + suffix : null))
                .toList();
    }

    private static ProviderPage.Level level(ProviderStore.Provider provider, String suffix) {
        var exit = provider.exitCriteria();
        return new ProviderPage.Level(
                Levels.words(provider.standing()),
                Levels.tone(provider.standing()),
                provider.since() == null ? null : Dates.day(provider.since()),
                exit == null || exit.isBlank() ? null : exit,
                "/providers/" + provider.code() + "/ladder" + suffix);
    }

    private static ProviderPage.Move move(ProviderStore.Move move) {
        var words = "From %s to %s".formatted(Levels.words(move.from()), Levels.words(move.to()));
        return new ProviderPage.Move(
                Dates.day(move.on()), move.decision().equals("PROPOSED") ? words + " (proposed)" : words, move.cause());
    }

    /// As many measures as can be looked through without folding any.
    private static final int FEW = 12;

    /// What is getting worse comes first, for it is what the page is opened for, then what will miss its target; the
    /// rest
    /// follows by theme, folded where there is much of it.
    private List<ProviderPage.Group> groups(ProviderRecord known) {
        var groups = new ArrayList<ProviderPage.Group>();
        groups.add(new ProviderPage.Group("Getting worse", tiles(known, ProviderPages::isWorsening), null));
        groups.add(new ProviderPage.Group("Will miss its target", tiles(known, ProviderPages::missesOnly), null));
        var folds = known.measures().size() > FEW;
        for (var theme : themes) {
            var tiles = tiles(
                    known,
                    measure -> measure.theme().equals(theme.code()) && !isWorsening(measure) && !missesOnly(measure));
            groups.add(new ProviderPage.Group(
                    theme.name(), tiles, folds ? ProviderWords.folded(theme.name(), tiles) : null));
        }
        return groups.stream().filter(group -> !group.tiles().isEmpty()).toList();
    }

    private static boolean isWorsening(ProviderRecord.Measure measure) {
        return measure.series() != null
                && measure.cell() instanceof Cell.Reading reading
                && reading.variation() != null
                && reading.variation().signal() == Signal.CONCERN;
    }

    private static boolean missesOnly(ProviderRecord.Measure measure) {
        return !isWorsening(measure)
                && measure.series() != null
                && measure.cell() instanceof Cell.Reading reading
                && reading.assurance() == Assurance.FAIL;
    }

    private static List<ProviderPage.Tile> tiles(ProviderRecord known, Predicate<ProviderRecord.Measure> which) {
        return known.measures().stream().filter(which).map(ProviderPages::tile).toList();
    }

    private static ProviderPage.Tile tile(ProviderRecord.Measure measure) {
        var definition = measure.definition();
        var series = measure.series();
        if (series == null || !(measure.cell() instanceof Cell.Reading reading)) {
            return new ProviderPage.Tile(
                    definition.code(),
                    definition.name(),
                    definition.priority(),
                    "Nothing given",
                    "none",
                    List.of(),
                    "Asked for %s.".formatted(definition.frequency().name().toLowerCase(java.util.Locale.UK)),
                    "",
                    null,
                    false);
        }
        var period = Period.find(series.period()).map(Period::label).orElse(series.period());
        var status = series.status().equals("PROVISIONAL") ? ", provisional" : "";
        return new ProviderPage.Tile(
                definition.code(),
                definition.name(),
                definition.priority(),
                MeasureWords.value(definition, series.value()),
                reading.variation() == null
                        ? "none"
                        : reading.variation().signal().name().toLowerCase(java.util.Locale.ROOT),
                icons(reading),
                words(reading, definition),
                (reading.stale() ? "Out of date: last given for " : "For ") + period + status,
                spark(definition, series, reading),
                true);
    }

    private static List<Content> icons(Cell.Reading reading) {
        var icons = new ArrayList<Content>(2);
        if (reading.variation() != null) {
            icons.add(Icons.of(reading.variation()));
        }
        if (reading.assurance() != null) {
            icons.add(Icons.of(reading.assurance()));
        }
        return icons;
    }

    private static String words(Cell.Reading reading, KpiDefinition definition) {
        var variation = reading.variation() == null
                ? "Too few points to say"
                : reading.variation().word();
        var target = definition.target();
        var aim = target == null ? "" : " Target " + MeasureWords.value(definition, target.doubleValue()) + ".";
        return reading.assurance() == null
                ? variation + "." + aim
                : "%s. %s.%s".formatted(variation, reading.assurance().word(), aim);
    }

    private static @Nullable Content spark(
            KpiDefinition definition, ProviderStore.Series series, Cell.Reading reading) {
        var trail = series.trail();
        if (trail == null) {
            return null;
        }
        var values = Arrays.stream(trail.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        if (values.length < 2) {
            return null;
        }
        var points = new ArrayList<SpcSeries.Point>(values.length);
        for (int i = 0; i < values.length; i++) {
            var isLast = i == values.length - 1;
            var signal =
                    isLast && reading.variation() != null ? reading.variation().signal() : Signal.COMMON_CAUSE;
            points.add(new SpcSeries.Point("", values[i], signal, null));
        }
        var unit =
                switch (definition.unit()) {
                    case PERCENT -> Unit.PERCENT;
                    case COUNT, DAYS -> Unit.COUNT;
                    case RATE, YES_NO -> Unit.NUMBER;
                };
        var finding = "%s: the last %d periods".formatted(definition.name(), values.length);
        return Sparkline.draw(new SpcSeries(
                finding, definition.name(), unit, points, segments(series, points.size()), series.target()));
    }

    private static List<SpcSeries.Segment> segments(ProviderStore.Series series, int points) {
        return series.mean() == null
                ? List.of()
                : List.of(new SpcSeries.Segment(0, points, series.mean(), series.lower(), series.upper(), null));
    }
}
