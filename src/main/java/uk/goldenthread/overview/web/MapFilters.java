package uk.goldenthread.overview.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.catalogue.OrganisationKind;
import uk.goldenthread.overview.service.AssuranceMaps;
import uk.goldenthread.overview.service.MapFilter;
import uk.goldenthread.shell.components.Option;

/// The choices above the map, in words.
@Component
class MapFilters {
    private static final Option ALL_KINDS = Option.of("", "All kinds");
    private static final Option PROVIDERS = Option.of("PROVIDER", "Trusts and other providers");
    private static final Option PRACTICES = Option.of("PRACTICE", "General practice");

    private final OrganisationKind.Kinds kinds;
    private final AssuranceMaps maps;

    MapFilters(OrganisationKind.Kinds kinds, AssuranceMaps maps) {
        this.kinds = kinds;
        this.maps = maps;
    }

    MapPage.Filters of(MapFilter filter, AsAt asAt) {
        var themes = new ArrayList<>(List.of(Option.of("", "All themes")));
        maps.themes().forEach(theme -> themes.add(Option.of(theme.code(), theme.name())));
        return new MapPage.Filters(
                kindOptions(),
                text(filter.kind()),
                levelOptions(),
                text(filter.level()),
                themes,
                text(filter.theme()),
                filter.onlyConcerns(),
                filter.byName() ? "name" : "concern",
                asAt.instant() == null ? null : asAt.instant().toString());
    }

    /// Groups first, then single kinds that give care.
    List<Option> kindOptions() {
        var options = new ArrayList<>(List.of(PROVIDERS, PRACTICES, ALL_KINDS));
        kinds.all().stream()
                .filter(kind -> kind.returns() != OrganisationKind.Returns.NONE)
                .forEach(kind -> options.add(Option.of(kind.code(), kind.name())));
        return options;
    }

    static List<Option> levelOptions() {
        var options = new ArrayList<>(List.of(Option.of("", "All levels")));
        Levels.ALL.forEach(level -> options.add(Option.of(level, Levels.words(level))));
        return options;
    }

    String kindName(String kind) {
        return kinds.find(kind).map(OrganisationKind::name).orElse(kind);
    }

    /// What a filter keeps: "trusts and other providers at Enhanced, with a concern".
    String words(MapFilter filter) {
        var kind = kindOptions().stream()
                .filter(o -> o.value().equals(text(filter.kind())))
                .findFirst()
                .map(Option::text)
                .orElse("no such kind");
        var level = filter.level() == null ? "" : " at level " + Levels.words(filter.level());
        return kind.substring(0, 1).toLowerCase(java.util.Locale.UK)
                + kind.substring(1)
                + level
                + (filter.onlyConcerns() ? " with a concern" : "");
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
